import { dayWords } from '../../../src/record/dossier/words.js';

/** A claim in words: days are written as days. */
export const claimWords = (claim: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(claim) ? dayWords(claim) : claim;
