/** Lines that say who printed and wrote a report, and when: `World Bulletin / News Desk`, `By Jane Doe`. */
import { type FoundStamp, findStamps, type StampData } from '../date/index.js';
import { agencyName } from './agency.js';
import type { CreditWords, TextData } from './data.js';
import { plain } from './phrases.js';
import type { Piece } from './piece.js';

export interface Credits {
  readonly outlet?: string;
  readonly byline?: string;
  readonly agency?: string;
  /** Spans into the text of the article. */
  readonly stamps: readonly FoundStamp[];
  /** False for a line that could as well be a headline: `The Harbour Post`, `Jane Doe`. */
  readonly certain: boolean;
}

type Segment = { readonly certain: boolean } & Partial<Pick<Credits, 'outlet' | 'byline' | 'agency'>>;

const longestLine = 200;
const separators = /\s*[|·•]\s*|\s+[/–—-]+\s+|\s*\n\s*/u;

/** The credits of a line that holds nothing else. */
export function creditsOf(piece: Piece, data: TextData, stamps: StampData): Credits | undefined {
  const { text, start } = piece;
  if (text.length > longestLine || isClause(text)) return undefined;
  const found = /\p{Nd}/u.test(text) ? findStamps(text, stamps) : [];
  const segments: Segment[] = [];
  for (const words of withoutStamps(text, found).flatMap((part) => part.split(separators))) {
    const trimmed = trimMarks(words);
    if (trimmed === '' || (found.length > 0 && isNoise(trimmed))) continue;
    const segment = segmentOf(trimmed, data);
    if (!segment) return undefined;
    segments.push(segment);
  }
  if (segments.length === 0 && found.length === 0) return undefined;
  return {
    ...Object.assign({}, ...segments.toReversed()),
    stamps: found.map((stamp) => moved(stamp, start)),
    certain: found.length > 0 || segments.length > 1 || segments.some(({ certain }) => certain),
  };
}

/** Too long for a line of names and dates with no mark between them. */
const isClause = (text: string): boolean =>
  text.length > 100 && !/[|·•/]/u.test(text) && (isSentence(text) || text.split(/\s+/u).length > 16);

const trimMarks = (words: string): string =>
  signOff.test(words.trim()) ? words.trim() : words.replace(/^[\s,;:()[\]]+|[\s,;:()[\]]+$/gu, '');

const moved = (stamp: FoundStamp, by: number): FoundStamp => ({
  ...stamp,
  span: { start: stamp.span.start + by, end: stamp.span.end + by },
});

function withoutStamps(text: string, stamps: readonly FoundStamp[]): string[] {
  const parts: string[] = [];
  let from = 0;
  const cuts = stamps
    .flatMap(({ span, labelSpan }) => (labelSpan ? [span, labelSpan] : [span]))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of cuts) {
    if (start > from) parts.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  return [...parts, text.slice(from)];
}

/** Beside a date: a weekday, a zone, `at`, `hrs`: one word or two short ones. */
const isNoise = (words: string): boolean => {
  const each = words.match(/\p{L}+/gu) ?? [];
  return each.length <= 1 || (each.length === 2 && words.length <= 10);
};

/** `(Meridian Wire) mk/ro`: the agency, and the initials of who wrote and edited. */
const signOff = /^\(([^()]{2,40})\)(?:\s+\p{L}{1,4}(?:\/\p{L}{1,4})*)?$/u;

function segmentOf(words: string, data: TextData): Segment | undefined {
  const signed = signOff.exec(words)?.[1];
  const agency = signed === undefined ? undefined : agencyName(signed, data.credits);
  if (agency !== undefined) return { certain: true, agency };
  const role = data.lines.find(words);
  if (role === 'section' || role === 'share') return { certain: false };
  const { credits } = data;
  const writer = credits.bylineLabels.rest(words);
  if (writer !== undefined)
    return isNames(writer) ? { certain: true, ...writerOf(writer, credits) } : undefined;
  const source = credits.sourceLabels.rest(words);
  if (source !== undefined)
    return isNames(source) ? { certain: true, ...sourceOf(source, credits) } : undefined;
  if (isSentence(words)) return undefined;
  return unlabelled(words, credits);
}

function unlabelled(words: string, credits: CreditWords): Segment | undefined {
  const agency = agencyName(words, credits);
  if (agency !== undefined) return { certain: credits.agencies.has(plain(words)), agency };
  if (credits.desks.find(words) && isNames(words) && words.split(/\s+/u).length <= 5)
    return { certain: isDesk(words, credits), ...writerOf(words, credits) };
  if (isOutlet(words, credits)) return { certain: false, outlet: words };
  const [name = '', ...rest] = words.split(/,\s*/u);
  if (!isPerson(name)) return undefined;
  if (rest.length === 0) return { certain: false, byline: name };
  const employer = rest.length === 1 ? agencyName(rest[0] ?? '', credits) : undefined;
  if (employer !== undefined) return { certain: true, byline: name, agency: employer };
  const titled = rest.length === 1 && (credits.desks.find(words) || isOutlet(rest[0] ?? '', credits));
  return titled ? { certain: true, byline: words } : undefined;
}

/** `News Desk` is; `Rebels Free Reporters` only ends like one. */
const isDesk = (words: string, { desks }: CreditWords): boolean => {
  const [first = '', ...rest] = plain(words).split(' ');
  return desks.find(first) === true || rest.length < 2;
};

/** `Jane Doe, Estuary News Agency`: the agency is kept apart. */
function writerOf(words: string, credits: CreditWords): Partial<Segment> {
  const at = words.lastIndexOf(',');
  const agency = at < 0 ? undefined : agencyName(words.slice(at + 1), credits);
  if (agency !== undefined) return { byline: words.slice(0, at).trim(), agency };
  const whole = agencyName(words, credits);
  return whole !== undefined && credits.agencies.has(plain(words)) ? { agency: whole } : { byline: words };
}

function sourceOf(words: string, credits: CreditWords): Partial<Segment> {
  const agency = agencyName(words, credits);
  return agency === undefined ? { outlet: words } : { agency };
}

const small = /^(?:and|of|the|in|at|for|with|de|da|do|dos|del|della|van|von|der|den|bin|al|el|la|le|y|&)$/u;

const isCapitalised = (word: string): boolean => /^[("']?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);

/** Names, titles and places, not a clause: `Jane Doe and Tom Reed in Geneva`. */
function isNames(words: string): boolean {
  const each = words.split(/\s+/u);
  return (
    each.length <= 14 &&
    !isSentence(words) &&
    isCapitalised(each[0] ?? '') &&
    each.every((word) => isCapitalised(word) || small.test(word))
  );
}

const isSentence = (words: string): boolean => /[\p{Ll}\d]{3}[.!?]["”’]?$/u.test(words);

function isOutlet(words: string, { outletWords, outletBegins }: CreditWords): boolean {
  const each = words.split(/\s+/u);
  if (each.length < 2 || each.length > 4 || !isNames(words) || /[,:;?!]/u.test(words)) return false;
  return outletWords.has(plain(each.at(-1) ?? '')) || outletBegins.find(words) === true;
}

/** The name of an outlet or agency, when `words` look like one. */
export const outletName = (words: string, credits: CreditWords): string | undefined =>
  isOutlet(words, credits) || agencyName(words, credits) !== undefined ? words : undefined;

const isPerson = (words: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*(?:\s(?:de|da|van|von|bin|al|el|della|del|der|dos)){0,2}(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(
    words,
  );
