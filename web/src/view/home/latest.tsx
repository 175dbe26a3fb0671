/** The newest happenings, of whatever dossier. */
import { Link } from 'wouter';
import { rowsOf, usePages } from '../../api/answer.js';
import type { Happening } from '../../api/types.js';
import { HappeningLine } from '../../piece/happening-line.js';
import { useNew } from '../../piece/new.js';
import { toSearch } from '../../route.js';

export function Latest() {
  const pages = usePages<Happening>('/happenings', { limit: 12, background: false });
  const rows = rowsOf(pages.data);
  const isNew = useNew('latest', pages.data === undefined ? undefined : rows.map(({ id }) => id));
  const [first] = pages.data?.pages ?? [];
  if (first === undefined || first.rows.length === 0) return null;
  return (
    <section className="section">
      <h2>Latest</h2>
      <ol className="lines">
        {first.rows.map((row) => (
          <li key={row.id}>
            <HappeningLine happening={row} isNew={isNew(row.id)} />
          </li>
        ))}
      </ol>
      <p className="more">
        <Link href={toSearch()}>Everything that happened</Link>
      </p>
    </section>
  );
}
