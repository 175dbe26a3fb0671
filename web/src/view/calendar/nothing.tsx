import { Link } from 'wouter';
import { useAbout } from '../../api/questions.js';
import { useAddress } from '../../filter/asked.js';
import { Empty } from '../../piece/state.js';
import { routes } from '../../route.js';
import { toCalendar } from './days.js';

export function Nothing({ isPast }: { readonly isPast: boolean }) {
  const { asked } = useAddress();
  const { data } = useAbout();
  if (data?.counts.reports === 0) {
    return (
      <Empty title="The record is empty">
        <p>
          <Link href={routes.add}>Add a report</Link>, and what it says is to happen stands here.
        </p>
      </Empty>
    );
  }
  if (isPast) {
    return (
      <Empty title="Nothing was due">
        <p>No report that this leaves tells of a plan whose day has passed.</p>
      </Empty>
    );
  }
  return (
    <Empty title="Nothing is due from today on">
      <p>
        No report that this leaves tells of a plan with a day to come.{' '}
        <Link href={toCalendar({ ...asked, show: 'past' })}>What was due, and what came of it</Link>
      </p>
    </Empty>
  );
}
