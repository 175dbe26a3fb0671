/** Throw out what was read wrong; or take that back, where it is thrown out already. */
import { useState } from 'react';
import { useDecisions } from '../../api/questions.js';
import { undo, useMayWrite } from '../../decide/decide.js';
import { Reject } from '../../decide/reject.js';

interface RejectButtonProps {
  /** In the record. */
  readonly id: string;
  readonly isRejected: boolean;
  /** Where it stands, as decisions name it. */
  readonly anchor: {
    readonly table: 'event' | 'statement';
    readonly article: string;
    readonly start: number;
  };
  readonly what: string;
  readonly sentence: string;
}

export function RejectButton({ id, isRejected, anchor, what, sentence }: RejectButtonProps) {
  const mayWrite = useMayWrite();
  const [isAsked, setAsked] = useState(false);
  if (!mayWrite) return null;
  if (isRejected) return <TakeBack anchor={anchor} />;
  return (
    <p className="acts">
      <button type="button" onClick={() => setAsked(true)}>
        Throw out
      </button>
      {isAsked ? (
        <Reject subjects={[id]} what={what} sentence={sentence} onClose={() => setAsked(false)} />
      ) : null}
    </p>
  );
}

function TakeBack({ anchor }: Pick<RejectButtonProps, 'anchor'>) {
  const { data } = useDecisions();
  const decision = data?.rows.find(
    ({ kind, undone, subjects }) =>
      kind === 'reject' &&
      undone === null &&
      subjects.some(
        (subject) =>
          subject.table === anchor.table &&
          'article' in subject &&
          subject.article === anchor.article &&
          subject.start === anchor.start,
      ),
  );
  if (decision === undefined) return null;
  return (
    <p className="acts">
      <button type="button" onClick={() => void undo(decision.id)}>
        Take it back in
      </button>
      <span className="faint small">
        thrown out by {decision.author}
        {decision.note === null ? '' : `: ${decision.note}`}
      </span>
    </p>
  );
}
