import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { counted, listed } from '../../../../src/record/dossier/words.js';
import { outOfDate } from '../../api/answer.js';
import { tell } from '../../api/client.js';
import { Failed, Loading } from '../../piece/state.js';
import { toReport } from '../../route.js';
import { type Addition, isOver, together, useAdditions } from './addition.js';
import { Failures } from './failures.js';
import { FiledReading } from './filed.js';

interface ProgressProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

export function Progress({ ids, onClose }: ProgressProps) {
  const all = useAdditions(ids);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const known = all.flatMap(({ data }) => data ?? []);
  const addition = together(known);
  const over = addition !== undefined && known.length === ids.length && known.every(isOver);
  useEffect(() => {
    // What was filed is on other views too, whether the event stream is there or not.
    if (over) void outOfDate();
  }, [over]);
  const error = all.find((each) => each.error !== null)?.error;
  return (
    <section className="progress" aria-labelledby="progress">
      <h2 id="progress" ref={heading} tabIndex={-1}>
        {over ? (addition.state === 'stopped' ? 'Stopped' : 'Read') : 'Reading'}
      </h2>
      {addition === undefined && (error ? <Failed error={error} /> : <Loading what="how far it is" />)}
      {addition !== undefined && <Standing addition={addition} over={over} />}
      <p className="acts">
        {!over && addition !== undefined && (
          <button
            type="button"
            onClick={() => void Promise.all(ids.map((id) => tell('DELETE', `/additions/${id}`)))}
          >
            Stop
          </button>
        )}
        {(over || error) && (
          <button type="button" onClick={onClose}>
            Close
          </button>
        )}
      </p>
    </section>
  );
}

function Standing({ addition, over }: { readonly addition: Addition; readonly over: boolean }) {
  const { total, done, reports, failed, failures, error, state } = addition;
  const [only] = reports;
  // What was read is not in the record before it is filed.
  const isFiled = addition.filed + addition.known > 0;
  return (
    <>
      {!over && (
        <progress
          aria-label="How far it is"
          {...(total === undefined ? {} : { value: done, max: Math.max(total, 1) })}
        />
      )}
      <p role="status">
        {wordsOf(addition)}
        {state === 'stopped' && ' Stopped before its end; what was filed stays.'}
      </p>
      {error !== undefined && <p className="wrong">{error.message}</p>}
      <Failures failed={failed} all={failures} />
      {over && isFiled && reports.length === 1 && only !== undefined && <FiledReading id={only.id} />}
      {isFiled && reports.length > 1 && (
        <ul className="added">
          {reports.map(({ id, headline }) => (
            <li key={id}>
              <Link href={toReport(id)}>{headline || `Without a headline (${id.slice(0, 8)})`}</Link>
            </li>
          ))}
        </ul>
      )}
      {addition.read > reports.length && (
        <p className="faint">and {counted(addition.read - reports.length, 'report')} more</p>
      )}
    </>
  );
}

function wordsOf({ total, done, filed, known, failures, state }: Addition): string {
  if (state === 'waiting') return 'Waits for what was given before.';
  const parts = [
    ...(total !== undefined && total > 1 ? [`${done} of ${total}`] : []),
    `${filed} filed`,
    ...(known > 0 ? [`${known} known before`] : []),
    ...(failures > 0 ? [`${failures} could not be read`] : []),
  ];
  return `${listed(parts)}.`;
}
