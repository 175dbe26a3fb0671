/** Dates in what a reader sees: elements that carry a date, and stamps in the text, by their place on the page. */
import { type FoundStamp, findStamps, readStamp } from '../../date/index.js';
import type { DateTrust } from '../metadata/data.js';
import type { Page, PageElement } from '../page.js';
import { type Block, blocksOf, namesOf, type SidePart, sideFactor } from './blocks.js';
import type { DateCandidate } from './candidate.js';
import type { DateReading } from './from-metadata.js';
import { type HeadlinePlace, headlinePlace } from './headline-place.js';
import { weighedTogether } from './together.js';

/** Characters of text between a headline and a date that counts as standing beside it. */
const NEAR_BEFORE = 250;
const NEAR_AFTER = 700;
/** Elements with a date for programs that are looked at. */
const MAX_ELEMENTS = 400;
/** A block this much longer than its date is prose. */
const LINE = 120;
const ALONE = 25;

interface Layout {
  readonly blocks: readonly Block[];
  /** Start of each block in the text of all blocks. */
  readonly starts: readonly number[];
  readonly text: string;
  /** Where the headline begins and ends in that text; undefined without a headline. */
  readonly headline: { readonly start: number; readonly end: number } | undefined;
}

export function visibleDates(page: Page, titles: readonly string[], reading: DateReading): DateCandidate[] {
  const place = headlinePlace(page, titles, reading.trust['article-parts']);
  const side = sideParts(reading.trust);
  const layout = layoutOf(page, place, side);
  const carried = carriedDates(page, layout, place, side, reading);
  return weighedTogether([...carried, ...stampDates(layout, reading)], reading.trust);
}

const sideParts = (trust: DateTrust): SidePart[] =>
  trust.side.map(({ factor, inside, looks, words, elements }) => ({
    looks: looks ?? false,
    factor,
    inside: inside ?? factor,
    words: new Set(words),
    elements: new Set(elements ?? []),
  }));

function layoutOf(page: Page, place: HeadlinePlace, side: readonly SidePart[]): Layout {
  const blocks = blocksOf(page, place, side);
  const starts: number[] = [];
  let text = '';
  let headline: Layout['headline'];
  for (const block of blocks) {
    starts.push(text.length);
    if (!headline && place.element && (isIn(block.element, place.element) || holdsHeadline(block, place)))
      headline = { start: text.length, end: text.length + block.text.length };
    text += `${block.text}\n\n`;
  }
  return { blocks, starts, text, headline };
}

const holdsHeadline = ({ element, text }: Block, place: HeadlinePlace): boolean =>
  place.holders.has(element) && place.text.length > 5 && text.includes(place.text.slice(0, 60));

function isIn(element: PageElement, holder: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = up.parentElement) if (up === holder) return true;
  return false;
}

function isNear({ headline }: Layout, at: number): boolean {
  if (!headline) return false;
  return at >= headline.start ? at - headline.end <= NEAR_AFTER : headline.start - at <= NEAR_BEFORE;
}

const has = (names: Iterable<string>, words: readonly string[]): boolean => {
  for (const name of names)
    if (words.includes(name) || words.some((word) => isCompound(name, word))) return true;
  return false;
};

/** `artikeldatum`, `pubdate`: words for a date written on to another. */
const isCompound = (name: string, word: string): boolean =>
  word.length >= 4 &&
  name.length <= 30 &&
  name.endsWith(word) &&
  /^(?:date|datum|datetime|fecha)$/.test(word) &&
  !/^(?:up|vali)date$/.test(name);

/** `<time datetime>`, `itemprop`, and `title` of hentry marks. */
function carriedDates(
  page: Page,
  layout: Layout,
  place: HeadlinePlace,
  side: readonly SidePart[],
  reading: DateReading,
): DateCandidate[] {
  const found: DateCandidate[] = [];
  const positions = new Map(layout.blocks.map((block, nth) => [block.element, layout.starts[nth] ?? 0]));
  let seen = 0;
  for (const element of page.querySelectorAll(
    'time, [itemprop][content], [itemprop][datetime], abbr[title], span[title]',
  )) {
    if (++seen > MAX_ELEMENTS) break;
    const text =
      element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      element.getAttribute('title') ??
      '';
    const value = text && readStamp(text, reading.stamps, reading.language);
    if (!value) continue;
    const rated = carriedWeight(element, isNear(layout, positionOf(element, positions)), reading.trust);
    if (!rated) continue;
    const factor = factorOf(element, place, side);
    found.push({ value, text, kind: rated.kind, source: rated.source, weight: rated.weight * factor });
  }
  return found;
}

function carriedWeight(
  element: PageElement,
  near: boolean,
  { itemprop, time, marked }: DateTrust,
): Pick<DateCandidate, 'kind' | 'source' | 'weight'> | undefined {
  const property = element.getAttribute('itemprop')?.toLowerCase().trim();
  const row = property && itemprop.find(({ names }) => names.includes(property));
  if (row) return { kind: row.kind, source: row.id, weight: row.weight };
  const names = [...namesOf(element), ...(element.parentElement ? namesOf(element.parentElement) : [])];
  if (element.localName !== 'time' && !has(names, [...marked.published, ...marked.any])) return undefined;
  if (element.hasAttribute('pubdate'))
    return { kind: 'published', source: 'time/pubdate', weight: time.pubdate };
  if (has(names, marked.updated) && !has(names, marked.published))
    return { kind: 'updated', source: 'time/updated', weight: time.updated };
  if (has(names, marked.published) && near)
    return { kind: 'published', source: 'time/published', weight: time.published };
  return { kind: 'published', source: near ? 'time/near' : 'time/far', weight: near ? time.near : time.far };
}

/** Where an element stands: the start of the nearest block around or inside its parent. */
function positionOf(element: PageElement, positions: ReadonlyMap<PageElement, number>): number {
  for (let up: PageElement | null = element; up; up = up.parentElement) {
    const at = positions.get(up);
    if (at !== undefined) return at;
  }
  return Number.POSITIVE_INFINITY;
}

function factorOf(element: PageElement, place: HeadlinePlace, side: readonly SidePart[]): number {
  const path: PageElement[] = [];
  for (let up: PageElement | null = element; up && !place.holders.has(up); up = up.parentElement)
    path.push(up);
  const holder = path.at(-1)?.parentElement;
  const inside =
    place.article !== undefined && holder !== undefined && holder !== null && isIn(holder, place.article);
  // The element's own names say what it is, not where it stands.
  return path.slice(1).reduce((factor, up) => sideFactor(up, namesOf(up), { factor, inside }, side), 1);
}

function stampDates(layout: Layout, reading: DateReading): DateCandidate[] {
  const options = reading.language === undefined ? {} : { language: reading.language };
  const found: DateCandidate[] = [];
  let nth = 0;
  for (const stamp of findStamps(layout.text, reading.stamps, options)) {
    while ((layout.starts[nth + 1] ?? Number.POSITIVE_INFINITY) <= stamp.span.start) nth++;
    const block = layout.blocks[nth];
    if (!block || stamp.value.length < 10) continue;
    const near = isNear(layout, stamp.span.start);
    const rated = stampWeight(
      stamp,
      { block, near, at: stamp.span.start - (layout.starts[nth] ?? 0) },
      reading.trust,
    );
    const factor = near ? block.outerFactor : block.factor;
    found.push({ value: stamp.value, text: stamp.text, ...rated, weight: rated.weight * factor });
  }
  return found;
}

interface StampPlace {
  readonly block: Block;
  readonly near: boolean;
  /** Where it begins in the block. */
  readonly at: number;
}

function stampWeight(
  stamp: FoundStamp,
  { block, near, at }: StampPlace,
  { text, marked }: DateTrust,
): Pick<DateCandidate, 'kind' | 'source' | 'weight'> {
  const rest = block.text.length - stamp.text.length;
  const kind = stamp.label ?? 'published';
  const rate = (name: 'label' | 'marked' | 'alone') => {
    const where = near ? 'near' : block.inside ? 'inside' : 'far';
    const place = `${name}-${where}` as const;
    return { kind, source: `text/${place}`, weight: text[place] };
  };
  if (stamp.label && (rest <= LINE * 2 || at < LINE)) return rate('label');
  if (rest <= LINE && has(block.names, marked.updated) && !has(block.names, marked.published))
    return { ...rate('marked'), kind: 'updated' };
  if (rest <= LINE && has(block.names, [...marked.published, ...marked.any])) return rate('marked');
  if (rest <= ALONE) return rate('alone');
  if (opensReport(block.text, at, stamp.text.length))
    return { kind, source: 'text/dateline', weight: text.dateline };
  if (near && rest <= LINE) return { kind, source: 'text/line-near', weight: text['line-near'] };
  return { kind, source: 'text/prose', weight: text.prose };
}

/** `27.1.2022 – At the …`, `LONDON, 27 January 2022 (Agency) —`: a dateline before a paragraph. */
const opensReport = (text: string, at: number, length: number): boolean =>
  at <= 40 &&
  text.length - length > LINE &&
  /^[^.!?]{0,24}\s[-–—]\s|^\s?:\s/u.test(text.slice(at + length, at + length + 30));
