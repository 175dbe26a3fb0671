/** Nothing found, and what to do about it. */

import { Link } from 'wouter';
import { useAbout } from '../../api/questions.js';
import { Empty } from '../../piece/state.js';
import { routes } from '../../route.js';

export function NothingFound({ what }: { readonly what: string }) {
  const { data } = useAbout();
  if (data?.counts.reports === 0) {
    return (
      <Empty title="The record is empty">
        <p>
          <Link href={routes.add}>Add a report</Link>, and what it tells is found here.
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={`No ${what} found`}>
      <p>Fewer words find more, and so does a filter taken off.</p>
    </Empty>
  );
}
