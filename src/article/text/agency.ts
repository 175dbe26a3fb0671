import type { CreditWords } from './data.js';
import { plain } from './phrases.js';

/**
 * The name an agency is known by: of one in the list, or of a name that ends as agencies' names do, as it
 * stands there. `AP/Reuters` is the first of them.
 */
export function agencyName(words: string, { agencies, agencyEnds }: CreditWords): string | undefined {
  const name = words.replace(/\s+/gu, ' ').trim();
  const listed = agencies.get(plain(name)) ?? agencies.get(plain(name.split(/[/,;]|\sand\s/u)[0] ?? ''));
  if (listed !== undefined) return listed;
  const capitalised = name.split(' ').every((word) => /^(?:\p{Lu}|of$|the$|de$)/u.test(word));
  return capitalised && name.length <= 60 && agencyEnds.find(name) ? name : undefined;
}
