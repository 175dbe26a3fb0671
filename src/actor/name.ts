/** Runs of capitalised words that can be a name. */
import type { Sentence } from '../language/doc.js';
import { isCapital, isHyphen, isPossessive, lowerAt, type Scan, touches } from '../place/index.js';
import type { Lexicon } from './lexicon.js';

export interface Run {
  /** Half-open range of words. */
  readonly from: number;
  readonly to: number;
  /** The words as the surface has them, hyphens inside. */
  readonly words: readonly string[];
}

const MAX_WORDS = 5;

/** Parts of speech that no name holds; in a headline in title case they end it. */
const NOT_IN_NAMES: ReadonlySet<string> = new Set([
  'VERB',
  'AUX',
  'ADP',
  'DET',
  'CCONJ',
  'SCONJ',
  'PRON',
  'ADV',
]);

/** The capitalised run at the word; particles and hyphens between capitals belong to it. */
export function runAt(scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number): Run | undefined {
  if (!opensName(scan, lexicon, sentence, at)) return undefined;
  const words: string[] = [];
  let end = at;
  while (end < sentence.to && words.length < MAX_WORDS) {
    const start = partStart(scan, lexicon, sentence, end, words.length);
    if (start === undefined || (words.length > 0 && opensTitle(scan, lexicon, sentence, end))) break;
    const stop = wordEnd(scan, sentence, start);
    words.push(scan.plain.text.slice(scan.tokens[end]?.start, scan.tokens[stop - 1]?.end));
    end = stop;
  }
  return words.length === 0 ? undefined : { from: at, to: end, words };
}

/** `Transport Commissioner Ana Soto`, `Ana Soto MP`: a title ends the name, where it can't be a surname. */
function opensTitle(scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number): boolean {
  if (lexicon.shortTitles.longestAt(scan.plain, at, sentence.to) !== undefined) return true;
  const title = lexicon.titles.longestAt(scan.lower, at, sentence.to);
  if (title?.value.plural === true) return true;
  return (
    title !== undefined &&
    title.to < sentence.to &&
    isCapital(scan, title.to) &&
    touches(scan, title.to - 1, title.to)
  );
}

function opensName(scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number): boolean {
  if (at >= sentence.to) return false;
  return (
    isNameWord(scan, lexicon, sentence, at) ||
    (isParticle(scan, lexicon, at) && joinsName(scan, sentence, at))
  );
}

/** Index of the capitalised word of the next part: past particles, which are no parts by themselves. */
function partStart(
  scan: Scan,
  lexicon: Lexicon,
  sentence: Sentence,
  at: number,
  sofar: number,
): number | undefined {
  if (isNameWord(scan, lexicon, sentence, at)) return at;
  if (sofar === 0 && !joinsName(scan, sentence, at)) return undefined;
  let next = at;
  while (next < sentence.to && next - at < 4 && (isParticle(scan, lexicon, next) || isHyphen(scan, next)))
    next++;
  return next > at && isNameWord(scan, lexicon, sentence, next) ? next : undefined;
}

const isParticle = (scan: Scan, lexicon: Lexicon, at: number): boolean =>
  lexicon.particles.has(lowerAt(scan, at)) && !isCapital(scan, at);

/** A lower-case particle opens a name only when a hyphen ties it to one: `al-Assad`. */
const joinsName = (scan: Scan, sentence: Sentence, at: number): boolean =>
  isHyphen(scan, at + 1) && at + 2 < sentence.to && isCapital(scan, at + 2);

function isNameWord(scan: Scan, lexicon: Lexicon, sentence: Sentence, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || at >= sentence.to || !isCapital(scan, at) || scan.timed[at]) return false;
  const word = lowerAt(scan, at);
  if (lexicon.notNames.has(word) || lexicon.ethnic.has(word) || isPossessive(scan, at)) return false;
  if (isHyphen(scan, at + 1) && lexicon.compound.has(lowerAt(scan, at + 2))) return false;
  // There a capital tells nothing: `Emulating Salah`.
  const bare = scan.titleCase[sentence.index] || at === sentence.from;
  return !(bare && NOT_IN_NAMES.has(token.upos));
}

/** End of the surface word: `Ki-moon` is one, whatever the tokens. */
function wordEnd(scan: Scan, sentence: Sentence, at: number): number {
  let end = at + 1;
  while (end + 1 < sentence.to && isHyphen(scan, end) && end - at < 8) end += 2;
  return end;
}
