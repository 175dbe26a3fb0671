/** Sentences found by words, the best first. */
import { type ReactNode, useState } from 'react';
import { useAnswer } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { Hit } from '../../api/types.js';
import { Citation, reportOf } from '../../piece/citation.js';
import { Day } from '../../piece/day.js';
import { Marked } from '../../piece/marked.js';
import { Answered } from '../../piece/state.js';
import { NothingFound } from './found.js';

/** The desk gives the best, so many at most: there is no end of a ranking. */
const STEP = 40;
const MOST = 200;

interface HitsProps {
  readonly params: Params;
  readonly only: Hit['in'];
  readonly children: (hit: Hit) => ReactNode;
}

export function Hits({ params, only, children }: HitsProps) {
  const [limit, setLimit] = useState(STEP);
  const query = useAnswer<{ readonly rows: readonly Hit[] }>(
    '/search',
    { ...params, in: only, limit },
    { keep: true },
  );
  return (
    <Answered query={query} what="the reports">
      {({ rows }) =>
        rows.length === 0 ? (
          <NothingFound what={`${only}s`} />
        ) : (
          <>
            <ol>
              {rows.map((hit) => (
                <li key={`${hit.article} ${hit.saying} ${hit.span.start}`}>{children(hit)}</li>
              ))}
            </ol>
            {rows.length === limit && limit < MOST ? (
              <p className="more">
                <button type="button" onClick={() => setLimit(Math.min(limit + 2 * STEP, MOST))}>
                  More {only}s
                </button>
              </p>
            ) : null}
            {rows.length === MOST && (
              <p className="notice">The best {MOST} are shown: more words or a filter find the others.</p>
            )}
          </>
        )
      }
    </Answered>
  );
}

/** The sentence with its words marked. */
export function HitLine({ hit, title }: { readonly hit: Hit; readonly title?: ReactNode }) {
  const { day, sentence, span, marks } = hit;
  const spans = marks.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  return (
    <article className="entry">
      <p className="entry-day">
        {day === undefined ? <span className="day-unknown">Day not told</span> : <Day day={day} />}
      </p>
      <div className="entry-body">
        {title}
        <Citation report={reportOf(hit)}>
          <Marked text={sentence} spans={spans} />
        </Citation>
      </div>
    </article>
  );
}
