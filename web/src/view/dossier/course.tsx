/** The course of events: drawn, and told line by line. */
import { useMemo } from 'react';
import type { DossierPage } from '../../api/types.js';
import { itemsOfDossier, Timeline } from '../../chart/index.js';
import { useNew } from '../../piece/new.js';
import { toHappening } from '../../route.js';
import { EntryLine } from './entry.js';
import { Part } from './part.js';

export function Course({ name, page }: { readonly name: string; readonly page: DossierPage }) {
  const { course, background, today } = page;
  const items = useMemo(() => itemsOfDossier(page), [page]);
  const isNew = useNew(
    name,
    [...course, ...background].map(({ id }) => id),
  );
  return (
    <Part id="course">
      {items.length === 0 ? null : (
        <Timeline
          items={items}
          href={toHappening}
          today={today}
          label={`Timeline: ${page.title}`}
          table={false}
        />
      )}
      {course.length === 0 ? <p className="faint">No news of it in the reports read.</p> : null}
      <ol className="lines">
        {course.map((entry) => (
          <li key={entry.id}>
            <EntryLine entry={entry} isNew={isNew(entry.id)} />
          </li>
        ))}
      </ol>
      {background.length === 0 ? null : (
        <div className="background">
          <h3>Background</h3>
          <p className="kicker">Told as history, not as news.</p>
          <ol className="lines">
            {background.map((entry) => (
              <li key={entry.id}>
                <EntryLine entry={entry} isNew={isNew(entry.id)} isBackground />
              </li>
            ))}
          </ol>
        </div>
      )}
    </Part>
  );
}
