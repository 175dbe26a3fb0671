import { decide } from './decide.js';
import { Dialog, NoteField, noteOf } from './dialog.js';

interface RejectProps {
  readonly subjects: readonly string[];
  /** `this event`, `this happening, told by 3 reports` */
  readonly what: string;
  /** The sentence it was read from. */
  readonly sentence?: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

export const Reject = ({ subjects, what, sentence, onClose, onDone }: RejectProps) => (
  <Dialog
    title={`Throw out ${what}?`}
    action="Throw out"
    onClose={onClose}
    onDo={async (form) => {
      const verdict = { kind: 'reject', subjects, ...noteOf(form) } as const;
      return (await decide(verdict, `Thrown out: ${what}.`, { leave: onDone })) !== undefined;
    }}
  >
    {sentence === undefined ? null : <blockquote dir="auto">“{sentence}”</blockquote>}
    <p>The report stays as it is. The record no longer counts what was read there, until this is undone.</p>
    <NoteField />
  </Dialog>
);
