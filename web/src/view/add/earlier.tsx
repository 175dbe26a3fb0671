import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import { ask } from '../../api/client.js';
import { Moment } from '../../piece/day.js';
import { routes } from '../../route.js';
import type { Addition } from './addition.js';

const SHOWN = 20;

/** What was added since the desk was started. */
export function Earlier({ shown }: { readonly shown: readonly string[] }) {
  const { data } = useQuery({
    queryKey: ['addition', 'all', shown.join()],
    queryFn: ({ signal }) => ask<{ readonly rows: readonly Addition[] }>('/additions', {}, signal),
  });
  const rows = (data?.rows ?? []).filter(({ id }) => !shown.includes(id)).slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="earlier">
      <h2 id="earlier">Added before</h2>
      <ol className="earlier">
        {rows.map(({ id, what, added, filed, failures }) => (
          <li key={id}>
            <Link href={`${routes.add}?addition=${encodeURIComponent(id)}`}>
              {what === 'pasted' ? 'A pasted text' : what}
            </Link>
            <span className="faint">
              {' '}
              <Moment at={added} />, {counted(filed, 'report')} filed
              {failures > 0 && `, ${failures} could not be read`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
