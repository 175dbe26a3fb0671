import { loadStates } from '../../place/index.js';

/** The English name of a code; what is no code stays. */
export const countryName = (code: string): string => loadStates().nameOf.get(code) ?? code;
