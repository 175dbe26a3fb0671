/** Reports by number, and sentences with the report they stand in. */
import type { Span } from '../../span.js';
import type { Evidence } from '../ask/cite.js';
import { given } from '../ask/happening.js';
import { type ArticleRow, lineageOf, outletOf } from './articles.js';
import type { Cite, Quote } from './page.js';

export interface Cites {
  /** @param span Of the sentence that is cited. */
  of(article: string, span?: Span): Cite;
  lineageOf(article: string): string;
}

/** @param articles In the order of their numbers. */
export function citesOf(articles: readonly ArticleRow[]): Cites {
  const byId = new Map(
    articles.map((row, at) => {
      const cite: Cite = {
        number: at + 1,
        article: row.id,
        outlet: outletOf(row),
        ...given('day', row.day),
        ...given('url', row.url),
      };
      return [row.id, { cite, lineage: lineageOf(row) }] as const;
    }),
  );
  return {
    of: (article, span) => ({
      ...(byId.get(article)?.cite ?? { number: 0, article, outlet: article }),
      ...given('span', span),
    }),
    lineageOf: (article) => byId.get(article)?.lineage ?? article,
  };
}

/** @param all Events of the same happening: copies of the report that tell it are named with the quote. */
export function quoteOf(
  { sentence, article, span }: Told,
  cites: Cites,
  all: readonly Pick<Evidence, 'article' | 'span'>[] = [],
): Quote {
  const lineage = cites.lineageOf(article);
  const copies = all.filter((each) => each.article !== article && cites.lineageOf(each.article) === lineage);
  return {
    text: sentence,
    cite: cites.of(article, span),
    ...(copies.length === 0 ? {} : { copies: citesEach(copies, cites) }),
  };
}

/** Each report once, at its first sentence. */
export function citesEach(rows: readonly Pick<Evidence, 'article' | 'span'>[], cites: Cites): Cite[] {
  const first = new Map([...rows].reverse().map(({ article, span }) => [article, span]));
  return [...new Set(rows.map(({ article }) => article))].map((article) =>
    cites.of(article, first.get(article)),
  );
}

type Told = Pick<Evidence, 'sentence' | 'article'> & { readonly span?: Span };

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
