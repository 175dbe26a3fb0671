/** `<meta>` elements by name: `name`, `property`, `itemprop` and `http-equiv` alike, in lower case. */
import type { Page } from '../page.js';

export type MetaTags = ReadonlyMap<string, readonly string[]>;

const MAX_TAGS = 1_000;
const MAX_CONTENT = 5_000;

export function metaTagsOf(page: Page): MetaTags {
  const tags = new Map<string, string[]>();
  let seen = 0;
  for (const element of page.querySelectorAll('meta[content]')) {
    if (++seen > MAX_TAGS) break;
    const content = (element.getAttribute('content') ?? '').trim();
    if (content === '' || content.length > MAX_CONTENT) continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      // A microdata property belongs to its item; those outside the head are read with their place.
      if (!name || (attribute === 'itemprop' && element.parentElement?.localName !== 'head')) continue;
      const contents = tags.get(name);
      if (contents) contents.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}
