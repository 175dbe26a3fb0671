/** Reports by number, and sentences with the report they stand in. */
import type { Evidence } from '../ask/cite.js';
import { given } from '../ask/happening.js';
import { type ArticleRow, lineageOf, outletOf } from './articles.js';
import type { Cite, Quote } from './page.js';

export interface Cites {
  of(article: string): Cite;
  lineageOf(article: string): string;
}

/** @param articles In the order of their numbers. */
export function citesOf(articles: readonly ArticleRow[]): Cites {
  const byId = new Map(
    articles.map((row, at) => {
      const cite: Cite = {
        number: at + 1,
        outlet: outletOf(row),
        ...given('day', row.day),
        ...given('url', row.url),
      };
      return [row.id, { cite, lineage: lineageOf(row) }] as const;
    }),
  );
  return {
    of: (article) => byId.get(article)?.cite ?? { number: 0, outlet: article },
    lineageOf: (article) => byId.get(article)?.lineage ?? article,
  };
}

/** @param all Events of the same happening: copies of the report that tell it are named with the quote. */
export function quoteOf(
  { sentence, article }: Told,
  cites: Cites,
  all: readonly { readonly article: string }[] = [],
): Quote {
  const lineage = cites.lineageOf(article);
  const copies = all.filter((each) => each.article !== article && cites.lineageOf(each.article) === lineage);
  return {
    text: sentence,
    cite: cites.of(article),
    ...(copies.length === 0
      ? {}
      : { copies: [...new Set(copies.map((each) => each.article))].map(cites.of) }),
  };
}

type Told = Pick<Evidence, 'sentence' | 'article'>;

/** One a lineage, the first that stands; those of lineages in `without` left out. */
export function onePerLineage<Row extends { readonly article: string }>(
  rows: readonly Row[],
  cites: Cites,
  without: readonly string[] = [],
): Row[] {
  const seen = new Set(without);
  return rows.filter(({ article }) => {
    const lineage = cites.lineageOf(article);
    if (seen.has(lineage)) return false;
    seen.add(lineage);
    return true;
  });
}
