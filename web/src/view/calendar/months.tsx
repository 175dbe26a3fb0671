import { monthWords } from '../../../../src/record/dossier/words.js';
import type { CalendarEntry } from '../../api/types.js';
import { DueLine } from './due-line.js';
import { MonthGrid } from './month-grid.js';

interface MonthsProps {
  /** In order. */
  readonly entries: readonly CalendarEntry[];
  readonly today: string;
}

export function Months({ entries, today }: MonthsProps) {
  const months = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const month = entry.when?.from.slice(0, 7) ?? '';
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return (
    <>
      {[...months].map(([month, own]) => (
        <section key={month} className="section calendar-month" aria-labelledby={`month-${month}`}>
          <div className="calendar-head">
            <h2 id={`month-${month}`}>{month === '' ? 'Day not told' : monthWords(month)}</h2>
            {month !== '' && <MonthGrid month={month} entries={own} today={today} />}
          </div>
          <ol>
            {own.map((entry) => (
              <li key={entry.id} id={`due-${entry.id}`}>
                <DueLine due={entry} today={today} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
