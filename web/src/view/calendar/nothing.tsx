import { Link } from 'wouter';
import { useAddress } from '../../filter/asked.js';
import { Nothing } from '../../piece/listed.js';
import { toCalendar } from './days.js';

export function NothingDue({ isPast }: { readonly isPast: boolean }) {
  const { asked } = useAddress();
  if (isPast) {
    return (
      <Nothing title="Nothing was due">
        No report that this leaves tells of a plan whose day has passed.
      </Nothing>
    );
  }
  return (
    <Nothing title="Nothing is due from today on">
      No report that this leaves tells of a plan with a day to come.{' '}
      <Link href={toCalendar({ ...asked, show: 'past' })}>What was due, and what came of it</Link>
    </Nothing>
  );
}
