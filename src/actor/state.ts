/** States, their peoples, and capitals that stand for governments. */
import type { Sentence } from '../language/doc.js';
import { isCapital, isHyphen, isPossessive, lowerAt, type Scan, touches } from '../place/index.js';
import type { Mention } from './mention.js';
import type { Tables } from './owner.js';
import type { Around } from './read.js';

export function stateAt(around: Around, sentence: Sentence, at: number): Mention | undefined {
  const { scan, tables } = around;
  if (!isCapital(scan, at) || isHyphen(scan, at - 1)) return undefined;
  const { states } = tables;
  const base = { from: at, sentence: sentence.index };
  const people = states.people.longestAt(scan.plain, at, sentence.to);
  const name = states.names.longestAt(scan.plain, at, sentence.to);
  const demonym = states.demonyms.longestAt(scan.plain, at, sentence.to);
  const longest = Math.max(people?.to ?? 0, name?.to ?? 0, demonym?.to ?? 0);
  if (longest === 0) return capitalAt(around, sentence, at);
  if (isPiece(scan, tables, sentence, at, longest)) return undefined;
  if (people?.to === longest) {
    const country = only(people.value);
    return country === undefined ? undefined : { ...base, is: 'people', country, to: longest };
  }
  if (name?.to === longest && !(demonym?.to === longest && isAttribute(scan, longest))) {
    const country = only(name.value);
    if (country === undefined || (around.placed[at] && !isGoal(scan, sentence, at))) return undefined;
    return { ...base, is: 'state', country, to: longest, adjective: false };
  }
  if (demonym?.to !== longest) return undefined;
  return demonymAt(scan, at, longest, only(demonym.value), sentence);
}

const only = ([country, second]: readonly string[]): string | undefined =>
  second === undefined ? country : undefined;

/** `Japanese missiles` names Japan by its adjective, `the Japanese` its people. */
function demonymAt(
  scan: Scan,
  at: number,
  to: number,
  country: string | undefined,
  sentence: Sentence,
): Mention | undefined {
  if (country === undefined) return undefined;
  if (isAttribute(scan, to)) {
    return { is: 'state', from: at, to, sentence: sentence.index, country, adjective: true };
  }
  const form = lowerAt(scan, to - 1);
  const collective = /(?:ese|ish|ch|ss|ois)$/.test(form) && lowerAt(scan, at - 1) === 'the';
  return collective ? { is: 'people', from: at, to, sentence: sentence.index, country } : undefined;
}

/** A common noun, perhaps after an adjective, follows. */
function isAttribute(scan: Scan, to: number): boolean {
  if (isCapital(scan, to) || isHyphen(scan, to) || !touches(scan, to - 1, to)) return false;
  const upos = scan.tokens[to]?.upos;
  return upos === 'NOUN' || (upos === 'ADJ' && scan.tokens[to + 1]?.upos === 'NOUN');
}

/** A piece of a longer capitalised name that no table has: `Japan Airlines`. */
function isPiece(scan: Scan, { lexicon }: Tables, sentence: Sentence, from: number, to: number): boolean {
  if (isHyphen(scan, to)) return true;
  if (lowerAt(scan, from - 1) === 'of' && from - 2 >= sentence.from && isCapital(scan, from - 2)) {
    return !lexicon.titles.longestAt(scan.lower, from - 2, sentence.to);
  }
  if (scan.titleCase[sentence.index] || scan.timed[to]) return false;
  if (isCapital(scan, to) && touches(scan, to - 1, to) && to < sentence.to) return true;
  if (from - 1 <= sentence.from || !isCapital(scan, from - 1) || !touches(scan, from - 1, from)) return false;
  return scan.tokens[from - 1]?.upos === 'PROPN';
}

/** `visits to Japan`, `invaded Kuwait`: the state is a place there and the one it is done to. */
function isGoal(scan: Scan, sentence: Sentence, at: number): boolean {
  const left = lowerAt(scan, at - 1) === 'the' ? at - 2 : at - 1;
  return left >= sentence.from && (lowerAt(scan, left) === 'to' || scan.tokens[left]?.upos === 'VERB');
}

/** `Moscow rejected it`: the capital stands for the government, unless it's a place there. */
function capitalAt({ scan, tables, placed }: Around, sentence: Sentence, at: number): Mention | undefined {
  if (placed[at]) return undefined;
  const found = tables.capitals.longestAt(scan.plain, at, sentence.to);
  if (found === undefined || isPiece(scan, tables, sentence, at, found.to) || isAttribute(scan, found.to)) {
    return undefined;
  }
  if (lowerAt(scan, at - 1) === ',' && isCapital(scan, at - 2)) return undefined;
  // Capitals tell nothing in such a headline: what follows must show that somebody acts.
  if (scan.titleCase[sentence.index] && NOMINAL.has(scan.tokens[found.to]?.upos ?? 'X')) return undefined;
  const before = scan.tokens[at - 1];
  if (
    before !== undefined &&
    at > sentence.from &&
    before.upos === 'ADP' &&
    !TOWARD.has(lowerAt(scan, at - 1))
  ) {
    return undefined;
  }
  if (lowerAt(scan, found.to) === ',' && isCapital(scan, found.to + 1) && !isPossessive(scan, found.to))
    return undefined;
  const row = { id: 'group/government', kind: 'government' as const, sector: 'GOV' };
  const base = { from: at, to: found.to, sentence: sentence.index, definite: true };
  return { ...base, is: 'group', row, country: found.value };
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);

/** Prepositions that stand before somebody as well as before a place. */
const TOWARD: ReadonlySet<string> = new Set([
  'with',
  'by',
  'against',
  'between',
  'to',
  'from',
  'on',
  'for',
  'of',
  'toward',
  'towards',
  'than',
  'like',
]);
