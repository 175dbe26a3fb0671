/** Every report that the page stands on, by lineage. */
import { given } from '../ask/happening.js';
import { grouped } from '../merge/grouped.js';
import { type ArticleRow, lineageOf } from './articles.js';
import type { Cites } from './cites.js';
import type { SourceGroup, SourceReport } from './page.js';

/** In the order of their first reports. */
export function sourcesOf(articles: readonly ArticleRow[], cites: Cites): SourceGroup[] {
  const known = new Set(articles.map(({ id }) => id));
  return [...grouped(articles, lineageOf).values()].map((rows) => ({
    ...given('agency', rows.find(({ agency }) => agency !== null)?.agency),
    reports: rows.map(
      (row): SourceReport => ({
        ...cites.of(row.id),
        headline: row.headline,
        origin: row.origin,
        correction: row.correction,
        ...given(
          'replacedBy',
          row.superseded !== null && known.has(row.superseded) ? cites.of(row.superseded).number : undefined,
        ),
      }),
    ),
  }));
}
