import type { CalendarEntry } from '../../api/types.js';
import { weeksOf } from './days.js';

interface MonthGridProps {
  readonly month: string;
  readonly entries: readonly CalendarEntry[];
  readonly today: string;
}

const DAY = 86_400_000;
/** What goes on longer is not of single days. */
const LONGEST = 10;

/** The month as a sheet of a wall calendar: beside the list that says the same. */
export function MonthGrid({ month, entries, today }: MonthGridProps) {
  const days = new Set(entries.flatMap(({ when }) => daysOf(when)));
  return (
    <table className="month-grid" aria-hidden="true">
      <tbody>
        {weeksOf(month).map((week, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month do not move.
          <tr key={at}>
            {week.map((day, weekday) => {
              const name = day === undefined ? undefined : `${month}-${String(day).padStart(2, '0')}`;
              const marks = [
                name !== undefined && days.has(name) ? 'due' : '',
                name === today ? 'today' : '',
              ];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do days of a week.
                <td key={weekday} className={marks.join(' ').trim()}>
                  {day}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function daysOf(when: CalendarEntry['when']): string[] {
  if (when === undefined) return [];
  const from = Date.parse(when.from);
  const length = (Date.parse(when.to) - from) / DAY;
  if (length > LONGEST) return [];
  return Array.from({ length }, (_, at) => new Date(from + at * DAY).toISOString().slice(0, 10));
}
