/** Days in words, with the precision that reports gave and no more. */
import { dayWords, whenWords } from '../../../src/record/dossier/words.js';

export interface When {
  readonly from: string;
  /** Half open. */
  readonly to: string;
  readonly precision?: string;
}

interface DayTextProps {
  readonly when?: When | undefined;
  /** First printed: told where no report gives the day. */
  readonly printed?: string | undefined;
}

export function DayText({ when, printed }: DayTextProps) {
  if (when !== undefined) return <time dateTime={machineDay(when)}>{whenWords(when)}</time>;
  if (printed === undefined) return <span className="day-unknown">Day not told</span>;
  return (
    <span className="day-unknown">
      Printed <time dateTime={printed}>{dayWords(printed)}</time>, day not told
    </span>
  );
}

/** One day. */
export const Day = ({ day }: { readonly day: string }) => <time dateTime={day}>{dayWords(day)}</time>;

/** `datetime` takes a day, month or year, no intervals. */
function machineDay({ from, to, precision }: When): string {
  if (precision === 'month') return from.slice(0, 7);
  if (precision === 'year') return from.slice(0, 4);
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 1 ? from : from.slice(0, days <= 31 ? 7 : 4);
}

/** A moment of the record (ISO 8601), in the reader's zone. */
export function Moment({ at }: { readonly at: string }) {
  const moment = new Date(at);
  const text = Number.isNaN(moment.getTime())
    ? at
    : moment.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return <time dateTime={at}>{text}</time>;
}
