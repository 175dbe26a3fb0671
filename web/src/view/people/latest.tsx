import { Link } from 'wouter';
import { useAnswer } from '../../api/answer.js';
import type { ActorOfRecord, Happening, Page, Saying } from '../../api/types.js';
import { HappeningLine } from '../../piece/happening-line.js';
import { SayingLine } from '../../piece/saying-line.js';
import { Answered } from '../../piece/state.js';
import { toSearch } from '../../route.js';

const SHOWN = 5;

/** What was said last, and what happened last. */
export function Latest({ actor }: { readonly actor: ActorOfRecord }) {
  const params = { actor: actor.id, limit: SHOWN };
  const said = useAnswer<Page<Saying>>('/statements', params);
  const done = useAnswer<Page<Happening>>('/happenings', params);
  return (
    <>
      <section className="section" aria-labelledby="said">
        <h2 id="said">Latest statements</h2>
        <Answered query={said} what="what was said">
          {({ rows, next }) => (
            <>
              {rows.length === 0 && <p className="faint">No report carries words of {actor.name}.</p>}
              <ol>
                {rows.map((saying) => (
                  <li key={saying.id}>
                    <SayingLine saying={saying} />
                  </li>
                ))}
              </ol>
              {next !== undefined && (
                <p className="more">
                  <Link href={toSearch({ actor: actor.id, in: 'statements' })}>All statements</Link>
                </p>
              )}
            </>
          )}
        </Answered>
      </section>
      <section className="section" aria-labelledby="done">
        <h2 id="done">Latest happenings</h2>
        <Answered query={done} what="what happened">
          {({ rows, next }) => (
            <>
              {rows.length === 0 && (
                <p className="faint">No report tells of a happening with {actor.name}.</p>
              )}
              <ol>
                {rows.map((happening) => (
                  <li key={happening.id}>
                    <HappeningLine happening={happening} />
                  </li>
                ))}
              </ol>
              {next !== undefined && (
                <p className="more">
                  <Link href={toSearch({ actor: actor.id })}>All happenings</Link>
                </p>
              )}
            </>
          )}
        </Answered>
      </section>
    </>
  );
}
