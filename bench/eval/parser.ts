/** The parser apart from tokens and sentences: evaluation gives it the gold ones. */
import { loadLanguage, makeParser, type ParsedSentence } from '../../src/language/index.js';

/** Sentences of words in, one answer each out, in their order. */
export type Parser = (sentences: readonly (readonly string[])[]) => Promise<readonly ParsedSentence[]>;

export const ourParser = (): Parser => makeParser(loadLanguage());
