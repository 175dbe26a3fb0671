/** Day or month first: what the numbers of `03/04/2016` mean. */
import { numericAt } from './calendar-date.js';
import { intlLocale, languageOf } from './names.js';
import type { Token } from './token.js';

export type Order = 'dmy' | 'mdy';

const orders = new Map<string, Order | undefined>();

/** The order that `Intl` knows for a locale; absent where the year stands first. */
function intlOrder(locale: string): Order | undefined {
  if (orders.has(locale)) return orders.get(locale);
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year')
    .join(' ');
  const order = parts === 'day month year' ? 'dmy' : parts === 'month day year' ? 'mdy' : undefined;
  orders.set(locale, order);
  return order;
}

/**
 * English without a region may be of either order. Elsewhere a language has one order (the few regions that
 * differ, such as Spanish in Puerto Rico, say so in the page's locale).
 */
export function localeOrder(language: string | undefined): Order | undefined {
  const locale = language === undefined ? undefined : intlLocale(language);
  if (!locale) return undefined;
  if (languageOf(locale) === 'en' && !/-[a-z]{2}$/i.test(locale)) return undefined;
  return intlOrder(locale);
}

/** A date of the same text with the same marks that can be read in one way only shows the order of all. */
function byNeighbours(tokens: readonly Token[], mark: string): Order | undefined {
  const seen = new Set<Order>();
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== 'number') continue;
    const found = numericAt(tokens, at);
    if (found?.mark !== mark) continue;
    if (found.first > 12 && found.second <= 12) seen.add('dmy');
    if (found.second > 12 && found.first <= 12) seen.add('mdy');
  }
  const [only] = seen;
  return seen.size === 1 ? only : undefined;
}

export function makeOrder(
  tokens: readonly Token[],
  language: string | undefined,
): (mark: string) => Order | undefined {
  const known = new Map<string, Order | undefined>();
  return (mark) => {
    if (!known.has(mark)) {
      const stated = localeOrder(language);
      // Dots are day first in every language that writes the year last.
      const dots =
        mark === '.' && stated === undefined && (!language || languageOf(language) !== 'en')
          ? 'dmy'
          : undefined;
      known.set(mark, byNeighbours(tokens, mark) ?? stated ?? dots);
    }
    return known.get(mark);
  };
}
