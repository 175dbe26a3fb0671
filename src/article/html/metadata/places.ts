/** What the places of a page say for one field, in order of trust. */
import type { Page, PageElement } from '../page.js';
import type { Place } from './data.js';
import { type JsonLdNode, stringsOf } from './json-ld.js';
import type { MetaTags } from './meta-tags.js';

/** One thing that a page says of itself. */
export interface FoundValue {
  /** Clean. */
  readonly value: string;
  /** As it stands in the page. */
  readonly text: string;
  /** The place: an id of data/article/metadata-*.yaml. */
  readonly source: string;
}

export interface Statement {
  readonly texts: readonly string[];
  readonly place: Place;
}

/** Where a page can be asked. */
export interface Sources {
  readonly page: Page;
  /** Of the article itself; undefined if the page has none. */
  readonly article: JsonLdNode | undefined;
  /** Nodes by `@id`, for authors and publishers that are named elsewhere. */
  readonly byId: ReadonlyMap<string, JsonLdNode>;
  readonly tags: MetaTags;
  /** Microdata and RDFa: property in lower case to the elements that carry it. */
  readonly properties: ReadonlyMap<string, readonly PageElement[]>;
}

const LONGEST = 2_000;
const MAX_ELEMENTS = 2_000;

export function statements(places: readonly Place[], sources: Sources): Statement[] {
  return places.flatMap((place) => {
    const texts = textsAt(place, sources)
      .map((text) =>
        text
          .slice(0, LONGEST)
          .replace(/[\s\u00a0]+/gu, ' ')
          .trim(),
      )
      .filter((text) => text !== '');
    return texts.length > 0 ? [{ texts, place }] : [];
  });
}

function textsAt(place: Place, { page, article, byId, tags, properties }: Sources): string[] {
  for (const name of place['json-ld'] ?? []) {
    const texts = article ? namesIn(article.properties[name], byId) : [];
    if (texts.length > 0) return texts;
  }
  for (const name of place.itemprop ?? []) {
    const texts = (properties.get(name) ?? []).map(propertyText).filter((text) => text.trim() !== '');
    if (texts.length > 0) return texts;
  }
  for (const name of place.meta ?? []) {
    const texts = tags.get(name);
    if (texts) return [...texts];
  }
  const element = place.element === undefined ? null : page.querySelector(place.element);
  if (!element) return [];
  return [
    place.attribute === undefined
      ? (element.textContent ?? '')
      : (element.getAttribute(place.attribute) ?? ''),
  ];
}

/** Strings, and names of nodes; a node that is only an `@id` is looked up. */
function namesIn(value: unknown, byId: ReadonlyMap<string, JsonLdNode>): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((item) => namesIn(item, byId));
  if (typeof value === 'object' && value !== null && !('name' in value) && '@id' in value) {
    const node = typeof value['@id'] === 'string' ? byId.get(value['@id']) : undefined;
    return node && 'name' in node.properties ? stringsOf(node.properties.name) : stringsOf(value['@id']);
  }
  return stringsOf(value);
}

function propertyText(element: PageElement): string {
  const named = element.querySelector('[itemprop="name"], [property$="name"]');
  const holder = named ?? element;
  return holder.getAttribute('content') ?? holder.textContent ?? '';
}

/** Properties of the article; those inside comments and related pages are not its own. */
export function propertiesOf(page: Page): Map<string, PageElement[]> {
  const properties = new Map<string, PageElement[]>();
  let seen = 0;
  for (const element of page.body.querySelectorAll('[itemprop], [property]')) {
    if (++seen > MAX_ELEMENTS) break;
    const names = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
    if (
      element.closest(
        '[itemprop~="comment"], [itemtype$="/Comment"], [itemtype$="/UserComments"], aside, nav, footer',
      )
    )
      continue;
    for (const name of names.toLowerCase().split(/\s+/)) {
      const bare = name.replace(/^(?:schema|dc|dcterms|rnews|og):/, '');
      if (bare === '') continue;
      const same = properties.get(bare);
      if (same) same.push(element);
      else properties.set(bare, [element]);
    }
  }
  return properties;
}
