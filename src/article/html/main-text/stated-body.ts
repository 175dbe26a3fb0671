/** The text that a page states as its article's in JSON-LD: for pages whose text a script builds. */
import { jsonLdOf } from '../metadata/json-ld.js';
import type { Page } from '../page.js';
import { normalised } from './blocks.js';

/** Shorter ones are excerpts. */
const LEAST = 500;

/** Lines of the longest `articleBody`; none where it is short or breaks off. */
export function statedBody(page: Page): string[] {
  const bodies = jsonLdOf(page).nodes.map(({ properties }) => properties.articleBody);
  const longest = bodies
    .filter((body) => typeof body === 'string')
    .reduce((best, body) => (body.length > best.length ? body : best), '')
    .trimEnd();
  if (longest.length < LEAST || /(?:…|\.\.\.|\[…\])$/u.test(longest.slice(-5))) return [];
  return withoutTags(longest)
    .split(/\n+/u)
    .map(normalised)
    .filter((line) => line !== '');
}

/** Some publishers put their HTML there. Nothing is escaped again: this is text, not markup. */
const withoutTags = (text: string): string =>
  text.includes('</')
    ? text.replaceAll(/<(?:\/p|br\s{0,3}\/?)>/giu, '\n').replaceAll(/<[a-z/][^<>]{0,500}>/giu, '')
    : text;
