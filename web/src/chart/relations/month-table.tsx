import { useState } from 'react';
import { monthWords } from '../../../../src/record/dossier/words.js';
import { Scroll } from '../scroll.js';
import { type MonthOfTwo, signed } from './marks.js';

/** The same as figures. */
export function MonthTable({
  months,
  caption,
}: {
  readonly months: readonly MonthOfTwo[];
  readonly caption: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <Scroll label={caption}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Cooperation</th>
                <th scope="col">Conflict</th>
                <th scope="col">Happenings</th>
                <th scope="col">Reports read</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, cooperation, conflict, happenings, read }) => (
                <tr key={month}>
                  <th scope="row">{monthWords(month)}</th>
                  <td>{read === 0 ? '–' : signed(cooperation)}</td>
                  <td>{read === 0 ? '–' : signed(conflict)}</td>
                  <td>{happenings}</td>
                  <td>{read ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </details>
  );
}
