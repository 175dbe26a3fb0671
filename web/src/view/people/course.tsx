import { useMemo } from 'react';
import { useAnswer } from '../../api/answer.js';
import type { ActorOfRecord, Happening, Page } from '../../api/types.js';
import { itemsOfHappenings, Timeline } from '../../chart/index.js';
import { toHappening } from '../../route.js';

const MOST = 1000;

/** The latest happenings in time. */
export function Course({ actor }: { readonly actor: ActorOfRecord }) {
  const { data } = useAnswer<Page<Happening>>('/happenings', { actor: actor.id, limit: MOST });
  const items = useMemo(() => itemsOfHappenings(data?.rows ?? []), [data]);
  if (items.length < 3) return null;
  return (
    <section className="section" aria-labelledby="actor-course">
      <h2 id="actor-course">In time</h2>
      {data?.next !== undefined && <p className="kicker">The latest {MOST} happenings.</p>}
      <Timeline items={items} href={toHappening} label={`Happenings with ${actor.name}`} />
    </section>
  );
}
