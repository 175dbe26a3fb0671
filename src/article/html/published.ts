/** The day a page was published and last changed, from all places that state it. */
import { loadStamps, type StampData } from '../date/index.js';
import { type DateTrust, readDateTrust } from './metadata/data.js';
import { type JsonLdNode, jsonLdOf } from './metadata/json-ld.js';
import { type MetaTags, metaTagsOf } from './metadata/meta-tags.js';
import type { Page } from './page.js';
import type { DateCandidate } from './published/candidate.js';
import { type Choice, rankDays } from './published/choose.js';
import {
  type DateReading,
  descriptionDates,
  jsonLdDates,
  metaDates,
  stateDates,
  urlDates,
} from './published/from-metadata.js';
import { visibleDates } from './published/from-text.js';
import { isUtc, mayBeSame } from './published/same-moment.js';

export interface PublishedData {
  readonly trust: DateTrust;
  readonly stamps: StampData;
}

export const loadPublished = (stamps: StampData = loadStamps()): PublishedData => ({
  trust: readDateTrust(),
  stamps,
});

/** What of a page is already read, so that it is read once. */
export interface PageFacts {
  readonly jsonLd: readonly JsonLdNode[];
  readonly tags: MetaTags;
  /** As titles or metadata give it; used to find the headline in the body. */
  readonly titles: readonly string[];
  readonly url?: string;
  /** With the region if known. */
  readonly language?: string;
}

export interface PageDates {
  readonly published?: DateCandidate;
  readonly updated?: DateCandidate;
  /** All statements, for notes and to see why. */
  readonly candidates: readonly DateCandidate[];
}

/** Absent where no place, nor places together, are trusted enough. */
export function pageDates(page: Page, facts: PageFacts, { trust, stamps }: PublishedData): PageDates {
  const reading: DateReading = { trust, stamps, language: facts.language };
  const candidates = [
    ...jsonLdDates(facts.jsonLd, reading),
    ...metaDates(facts.tags, reading),
    ...descriptionDates(facts.tags, reading),
    ...urlDates(facts.url, reading),
    ...stateDates(page, reading),
    ...visibleDates(page, facts.titles, reading),
  ].filter(({ value }) => isPlausible(value));
  const published = chosen(candidates, 'published', trust);
  const updated = chosen(candidates, 'updated', trust);
  return {
    candidates,
    ...(published ? { published: published.best } : {}),
    ...(updated ? { updated: updated.best } : {}),
  };
}

/** Pages of the web have no earlier date; a later one is some other number. */
const isPlausible = (value: string): boolean => value >= '1990' && value < '2100';

function chosen(
  candidates: readonly DateCandidate[],
  kind: DateCandidate['kind'],
  { enough, local }: DateTrust,
): Choice | undefined {
  const ranked = rankDays(candidates.filter((candidate) => candidate.kind === kind));
  const [first] = ranked;
  if (!first || first.weight < enough) return undefined;
  return isUtc(first.best.value) ? (localDay(first, ranked, local) ?? first) : first;
}

/** The outlet's own day, where its address and what readers see name it, and UTC makes the moment another. */
const localDay = ({ best }: Choice, ranked: readonly Choice[], enough: number): Choice | undefined =>
  ranked.find(
    (choice) =>
      choice.weight >= enough &&
      choice.best.value.length === 'YYYY-MM-DD'.length &&
      mayBeSame(choice.best.value, best.value),
  );

/** The dates of a page alone, without the rest of its metadata. */
export function publishedOf(page: Page, data: PublishedData, options: { url?: string } = {}): PageDates {
  const tags = metaTagsOf(page);
  const titles = [...(tags.get('og:title') ?? []), page.title];
  const locale = tags.get('og:locale')?.[0] ?? page.documentElement.getAttribute('lang') ?? undefined;
  const facts: PageFacts = {
    jsonLd: jsonLdOf(page).nodes,
    tags,
    titles,
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(locale === undefined ? {} : { language: locale }),
  };
  return pageDates(page, facts, data);
}
