/**
 * What a page says of itself: headline, dek, outlet, byline, agency, language, address and dates, each from the
 * most trusted place that states it (data/article/metadata-trust.yaml, metadata-dates.yaml; table in
 * docs/formats-metadata.md). Where trusted places disagree the chosen value stands and a note names both.
 */
import type { LogEntry, Note } from '../../log.js';
import { loadStamps, type StampData } from '../date/index.js';
import { agencyName } from '../text/agency.js';
import { type CreditWords, loadTextData } from '../text/data.js';
import { articleNode, nodesById } from './metadata/article-node.js';
import { cleanByline } from './metadata/byline.js';
import { type FieldTrust, type Place, readFieldTrust } from './metadata/data.js';
import { dateNotes } from './metadata/date-notes.js';
import { sameHeadline, type TitleContext, withoutOutlet } from './metadata/headline.js';
import { jsonLdOf } from './metadata/json-ld.js';
import { metaTagsOf } from './metadata/meta-tags.js';
import {
  type FoundValue,
  propertiesOf,
  type Sources,
  type Statement,
  statements,
} from './metadata/places.js';
import type { Page } from './page.js';
import type { DateCandidate } from './published/candidate.js';
import { loadPublished, type PageFacts, type PublishedData, pageDates } from './published.js';

export type { FoundValue } from './metadata/places.js';

export interface MetadataData {
  readonly fields: FieldTrust;
  readonly published: PublishedData;
  readonly credits: CreditWords;
}

/** What is absent is not stated, or not in a way that can be trusted. */
export interface PageMetadata {
  readonly headline?: FoundValue;
  readonly dek?: FoundValue;
  readonly outlet?: FoundValue;
  readonly byline?: FoundValue;
  /** As the agency is known: `Reuters`. */
  readonly agency?: FoundValue;
  /** ISO 639-1, as the page declares it: pages often declare the language of their template. */
  readonly language?: FoundValue;
  readonly canonical?: FoundValue;
  /** ISO 8601 in the precision and zone stated. */
  readonly published?: FoundValue;
  readonly updated?: FoundValue;
  readonly notes: readonly Note[];
  readonly log: readonly LogEntry[];
}

/** Reads data/article/metadata-*.yaml; throws an Error that names file and entry. */
export function loadMetadata(
  stamps: StampData = loadStamps(),
  credits: CreditWords = loadTextData().credits,
): MetadataData {
  return { fields: readFieldTrust(), published: loadPublished(stamps), credits };
}

/** `url` is where the page was got from. */
export function pageMetadata(
  page: Page,
  data: MetadataData,
  { url }: { readonly url?: string } = {},
): PageMetadata {
  const { fields } = data;
  const { nodes, log } = jsonLdOf(page);
  const tags = metaTagsOf(page);
  const article = articleNode(nodes, data.published.trust, url);
  const sources: Sources = { page, article, byId: nodesById(nodes), tags, properties: propertiesOf(page) };
  const ask = (places: readonly Place[]): Statement[] => statements(places, sources);

  const canonical = first(ask(fields.canonical), (text) => absoluteUrl(text, url));
  const outlets = values(ask(fields.outlet), cleanOutlet);
  const title: TitleContext = {
    separators: fields['title-separators'],
    outlets: outlets.map(({ value }) => value),
    host: hostOf(canonical?.value ?? url),
    headings: headingsOf(page),
  };
  const headlines = values(ask(fields.headline), (text) => withoutOutlet(text, title).headline);
  const outlet = outlets[0] ?? outletInTitle(page, title);
  const byline = bylineOf(ask(fields.byline), fields, outlet?.value);
  const locales = values(ask(fields.language), localeOf);
  const languages = locales.map((found) => ({ ...found, value: found.value.slice(0, 2) }));
  const facts: PageFacts = {
    jsonLd: nodes,
    tags,
    titles: headlines.map(({ value }) => value),
    ...(url === undefined ? {} : { url }),
    ...(locales[0] ? { language: regional(locales) } : {}),
  };
  const dates = pageDates(page, facts, data.published);
  return {
    ...present('headline', headlines[0]),
    ...present('dek', first(ask(fields.dek), cleanDek)),
    ...present('outlet', outlet),
    ...present('byline', byline),
    ...present('agency', agencyOf(ask(fields.agency), byline, data.credits)),
    ...present('language', languages[0]),
    ...present('canonical', canonical),
    ...present('published', dates.published && stamp(dates.published)),
    ...present('updated', dates.updated && stamp(dates.updated)),
    notes: [
      ...differing('headline', 'article/two-headlines', headlines, fields.headline, sameHeadline),
      ...differing('outlet', 'article/two-outlets', outlets, fields.outlet, sameName),
      ...differing('language', 'article/two-languages', languages, fields.language, (a, b) => a === b),
      ...dateNotes(dates.candidates, dates.published, data.published.trust.noted),
      ...dateNotes(dates.candidates, dates.updated, data.published.trust.noted),
    ],
    log,
  };
}

const present = <Name extends keyof PageMetadata>(name: Name, found: FoundValue | undefined) =>
  found ? { [name]: found } : {};

const stamp = ({ value, text, source }: DateCandidate): FoundValue => ({ value, text, source });

/** The clean value of each place that has one, by trust. */
function values(all: readonly Statement[], clean: (text: string) => string | undefined): FoundValue[] {
  return all.flatMap(({ texts: [text = ''], place }) => {
    const value = clean(text);
    return value ? [{ value, text, source: place.id }] : [];
  });
}

const first = (
  all: readonly Statement[],
  clean: (text: string) => string | undefined,
): FoundValue | undefined => values(all, clean)[0];

/** A note where strong places differ from the one that was chosen. */
function differing(
  what: string,
  kind: string,
  found: readonly FoundValue[],
  places: readonly Place[],
  same: (a: string, b: string) => boolean,
): Note[] {
  const strong = new Set(places.filter((place) => place.strong).map(({ id }) => id));
  const [chosen, ...others] = found.filter(({ source }) => strong.has(source));
  const other = chosen && others.find(({ value }) => !same(value, chosen.value));
  if (!chosen || !other) return [];
  const message = `The page states two ${what}s: "${chosen.value}" (${chosen.source}) and "${other.value}" (${other.source}).`;
  return [{ kind, message, spans: [] }];
}

/** `Salon` and `Salon.com` are one outlet. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) =>
    name
      .toLowerCase()
      .replace(/\.[a-z]{2,3}$/, '')
      .replace(/^the |[^\p{L}\p{N}]+/gu, ''),
  );
  return x === undefined || y === undefined || x.includes(y) || y.includes(x);
}

/** An address is no name of an outlet. */
const cleanOutlet = (text: string): string | undefined =>
  text.length > 100 || /^(?:https?:)?\/\/|^@/.test(text) ? undefined : text;

/** A description cut short by a machine is no dek. */
const cleanDek = (text: string): string | undefined => (/(?:…|\.\.\.|\[…\])$/.test(text) ? undefined : text);

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Undefined where no language has that code. */
function localeOf(text: string): string | undefined {
  const locale = /^[a-z]{2}(?=$|[-_])[-_a-z]*/i.exec(text)?.[0].toLowerCase();
  return locale && languageNames.of(locale.slice(0, 2)) ? locale : undefined;
}

/** The most trusted locale with a region, if it has the language of the most trusted one. */
function regional(locales: readonly FoundValue[]): string {
  const [main] = locales;
  const withRegion = locales.find(
    ({ value }) => value.length > 2 && value.slice(0, 2) === main?.value.slice(0, 2),
  );
  return (withRegion ?? main)?.value ?? '';
}

function headingsOf(page: Page): string[] {
  const headings: string[] = [];
  for (const heading of page.querySelectorAll('h1')) {
    headings.push((heading.textContent ?? '').slice(0, 400).replace(/\s+/gu, ' ').trim());
    if (headings.length === 3) break;
  }
  return headings;
}

function outletInTitle(page: Page, context: TitleContext): FoundValue | undefined {
  const { outlet } = withoutOutlet(page.title.replace(/\s+/gu, ' ').trim(), { ...context, headings: [] });
  return outlet === undefined ? undefined : { value: outlet, text: page.title, source: 'outlet/title' };
}

/** Names of persons; an outlet that signs its own pages is no byline. */
function bylineOf(
  all: readonly Statement[],
  fields: FieldTrust,
  outlet: string | undefined,
): FoundValue | undefined {
  for (const { texts, place } of all) {
    const value = cleanByline(texts, fields);
    if (value && !(outlet !== undefined && sameName(value, outlet)))
      return { value, text: texts.join(', '), source: place.id };
  }
  return undefined;
}

/** An agency that is credited as source, or signs alone or beside a name. */
function agencyOf(
  all: readonly Statement[],
  byline: FoundValue | undefined,
  credits: CreditWords,
): FoundValue | undefined {
  const credited = first(all, (text) => listedAgency(text, credits));
  if (credited || !byline) return credited;
  for (const part of [byline.value, ...byline.value.split(/[,;/|()]|\s(?:and|with|und|et|y|of|for)\s/u)]) {
    const value = listedAgency(part.trim(), credits);
    if (value) return { value, text: byline.text, source: byline.source };
  }
  return undefined;
}

const listedAgency = (text: string, credits: CreditWords): string | undefined =>
  text.length > 0 && text.length <= 60 ? agencyName(text, credits) : undefined;

function absoluteUrl(text: string, base: string | undefined): string | undefined {
  if (text.length > 2_000) return undefined;
  try {
    const { href, protocol } = new URL(text, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

function hostOf(url: string | undefined): string | undefined {
  try {
    return url === undefined ? undefined : new URL(url).host;
  } catch {
    return undefined;
  }
}
