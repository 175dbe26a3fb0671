/** `MOSCOW, Dec 3 (Agency) —`: the words before the first sentence that say where and when it was filed. */
import { fold } from '../date/fold.js';
import { type FoundStamp, findStamps, type StampData } from '../date/index.js';
import { agencyName } from './agency.js';
import type { CreditWords, DatelineWords } from './data.js';
import { plain } from './phrases.js';

export interface FoundDateline {
  /** UTF-16 code units of the text that it opens, the dash counted in. */
  readonly length: number;
  readonly place?: string;
  /** As credited: `AP`, `Estuary News Agency`. */
  readonly agency?: string;
  /** `--12-03` when no year is stated. */
  readonly date?: Pick<FoundStamp, 'value' | 'text'>;
}

export interface DatelineData {
  readonly words: DatelineWords;
  readonly credits: CreditWords;
  readonly stamps: StampData;
}

/** No dateline is longer. */
const looked = 140;
const longestPlace = 60;
const mostWords = 7;

/** In: a paragraph's text. */
export function datelineOf(text: string, data: DatelineData): FoundDateline | undefined {
  const head = text.slice(0, looked);
  if (!/^\(?\p{Lu}/u.test(head)) return undefined;
  const slashed = /^([^/]{2,60}?)\.?\s*\/([\p{L}][^/]{1,30})\/\s*[.–—-]?\s+(?=\S)/u.exec(head);
  if (slashed && opensSentence(text, slashed[0].length)) {
    const found = parts(`${slashed[1] ?? ''} (${slashed[2] ?? ''})`, false, data);
    if (found?.agency !== undefined) return { ...found, length: slashed[0].trimEnd().length };
  }
  for (const { at, dash } of dashesIn(head, data.words.dashes)) {
    const end = at + dash.length;
    const found = opensSentence(text, end)
      ? parts(head.slice(0, at).trimEnd(), dash === ':', data)
      : undefined;
    if (found) return { ...found, length: end };
  }
  return undefined;
}

/** A line that is a dateline and nothing else: `GENEVA, 8 March 2024`. */
export function datelineAlone(line: string, data: DatelineData): FoundDateline | undefined {
  // Its town is in capitals: most lines are seen not to be one by their first two letters.
  if (line.length > looked || !/^\P{Ll}{2}/u.test(line)) return undefined;
  const found = parts(line.replace(/\s*[-–—_:]+$/u, ''), false, data);
  const town = found?.place !== undefined && isCapitalPlace(found.place, data.words);
  return town && (found.date || found.agency) ? { ...found, length: line.length } : undefined;
}

/** The first few dashes that may end a dateline: a hyphen stands between spaces, a colon behind a word. */
function dashesIn(head: string, dashes: RegExp): { at: number; dash: string }[] {
  const found: { at: number; dash: string }[] = [];
  for (const { index: at, 0: dash } of head.matchAll(dashes)) {
    const before = /[\s)]/u.test(head.charAt(at - 1));
    const after = /\s/u.test(head.charAt(at + dash.length));
    if (dash === ':' ? after : dash === '-' || dash === '_' ? before && after : true)
      found.push({ at, dash });
    if (found.length === 3) break;
  }
  return found;
}

/** After a dateline a sentence begins: a capital, a figure, a quotation, or a letter without case. */
const opensSentence = (text: string, from: number): boolean =>
  /^\s*["'“”‘’«„(]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text.slice(from, from + 12));

function parts(words: string, colon: boolean, data: DatelineData): Omit<FoundDateline, 'length'> | undefined {
  const [, before = '', credited] = /^([^()]*)(?:\(([^()]{2,40})\))?$/u.exec(words) ?? [];
  const agency = credited === undefined ? undefined : agencyName(credited, data.credits);
  if (credited !== undefined && agency === undefined) return undefined;
  if (before.trim() === '') return agency === undefined ? undefined : { agency };
  const { place, date } = placeAndDate(before.trim().replace(/,$/u, ''), data);
  if (data.stamps.names.isWeekday(fold(place), ['en'])) return undefined;
  const capitals = isCapitalPlace(place, data.words);
  if (colon && !capitals) return undefined;
  if (!capitals && !(isNamedPlace(place, data.words) && (agency !== undefined || date))) return undefined;
  return { place, ...(agency === undefined ? {} : { agency }), ...(date ? { date } : {}) };
}

type DatelineDate = FoundStamp | undefined;

/** `KYIV. Dec 3` and `KYIV, Dec 3`: the date is what stands behind the last comma or stop that leaves one. */
function placeAndDate(words: string, data: DatelineData): { place: string; date?: DatelineDate } {
  for (const { index, 0: mark } of words.matchAll(/[,.]\s*|\s+/gu)) {
    const date = index === 0 ? undefined : dateOf(words.slice(index + mark.length), data);
    if (date) return { place: words.slice(0, index), date };
  }
  return { place: words };
}

function dateOf(words: string, { stamps }: DatelineData): DatelineDate {
  if (words.length > 40 || !/\d/u.test(words)) return undefined;
  const [stamp] = findStamps(words, stamps, { language: 'en', yearless: true });
  if (!stamp || stamp.span.end < words.length) return undefined;
  const before = fold(words.slice(0, stamp.span.start)).replace(/[^\p{L}]+/gu, '');
  return before === '' || stamps.names.isWeekday(before, ['en']) ? stamp : undefined;
}

const wordsOf = (place: string): string[] => place.split(/[\s,/]+/u).filter((word) => word !== '');

/** `NEW YORK`, `PORT-AU-PRINCE`, `LIMA, Peru`: the town is in capitals. */
function isCapitalPlace(place: string, { notPlaces, particles }: DatelineWords): boolean {
  const [town = '', ...regions] = place.split(',');
  const words = wordsOf(town);
  return (
    isShort(place) &&
    words.length > 0 &&
    !notPlaces.has(plain(town)) &&
    !notPlaces.has(plain(words[0] ?? '')) &&
    (town.match(/\p{Lu}/gu)?.length ?? 0) >= 2 &&
    words.every((word) => particles.has(plain(word)) || /^[\p{Lu}\p{M}.'’-]+$/u.test(word)) &&
    regions.every((region) => isName(region, particles))
  );
}

const isNamedPlace = (place: string, { notPlaces, particles }: DatelineWords): boolean =>
  isShort(place) && !notPlaces.has(plain(place)) && place.split(',').every((part) => isName(part, particles));

const isShort = (place: string): boolean =>
  place.length <= longestPlace && wordsOf(place).length <= mostWords && !/\d/u.test(place);

function isName(words: string, particles: ReadonlySet<string>): boolean {
  const each = wordsOf(words);
  return (
    each.length > 0 &&
    each.length <= 4 &&
    each.every(
      (word, at) => (at > 0 && particles.has(plain(word))) || /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word),
    )
  );
}
