/** What a person may decide: it is kept as their decision and can be undone. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { counted } from '../../../../src/record/dossier/words.js';
import type { OneHappening } from '../../api/types.js';
import { useMayWrite } from '../../decide/decide.js';
import { Merge } from '../../decide/merge.js';
import { Reject } from '../../decide/reject.js';
import { Rename } from '../../decide/rename.js';
import { routes, toReport } from '../../route.js';
import { Split } from './split.js';

type Act = 'rename' | 'merge' | 'split' | 'reject';

export function Acts({ one: { happening } }: { readonly one: OneHappening }) {
  const mayWrite = useMayWrite();
  const [act, setAct] = useState<Act>();
  const [, go] = useLocation();
  if (!mayWrite) return null;
  const { id, title, when, evidence = [], cite } = happening;
  const standing = evidence.filter(({ rejected }) => !rejected);
  const close = () => setAct(undefined);
  return (
    <section className="section no-print" aria-labelledby="acts-title">
      <h2 id="acts-title">Is it wrong?</h2>
      <p className="kicker">
        What you decide here stays yours: it is kept as a <Link href={routes.decisions}>decision</Link> over
        what was read, holds when reports are read again, and can be undone.
      </p>
      <p className="acts">
        <button type="button" onClick={() => setAct('rename')}>
          Rename
        </button>
        <button type="button" onClick={() => setAct('merge')}>
          Merge with …
        </button>
        {standing.length > 1 ? (
          <button type="button" onClick={() => setAct('split')}>
            Take a report’s event out
          </button>
        ) : null}
        <button type="button" onClick={() => setAct('reject')}>
          Throw out
        </button>
      </p>
      {act === 'rename' ? <Rename subject={id} now={title} what="happening" onClose={close} /> : null}
      {act === 'merge' ? (
        <Merge
          what="happening"
          subject={id}
          own={[id]}
          title={title}
          begin={wordsOf(happening)}
          {...(when === undefined ? {} : { when })}
          onClose={close}
        />
      ) : null}
      {act === 'split' ? <Split evidence={standing} onClose={close} /> : null}
      {act === 'reject' ? (
        <Reject
          subjects={[id]}
          what={`this happening, told by ${counted(happening.reports, 'report')}`}
          sentence={happening.sentence}
          onClose={close}
          onDone={() => go(cite === undefined ? routes.decisions : toReport(cite.article, cite.span))}
        />
      ) : null}
    </section>
  );
}

/** Names of the parties, any of them: what the other telling of it most likely has in common. */
const wordsOf = ({ actors, recipients }: OneHappening['happening']): string =>
  [...actors, ...recipients].map(({ name }) => name.split(' ').at(-1) ?? name).join(' or ');
