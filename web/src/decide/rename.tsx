import { decide } from './decide.js';
import { Dialog, NoteField, noteOf } from './dialog.js';

interface RenameProps {
  /** Its id, or the name of an actor that only one has. */
  readonly subject: string;
  readonly now: string;
  readonly what: 'happening' | 'actor';
  readonly onClose: () => void;
}

export const Rename = ({ subject, now, what, onClose }: RenameProps) => (
  <Dialog
    title={`Rename this ${what}`}
    action="Rename"
    onClose={onClose}
    onDo={async (form) => {
      const value = String(form.get('value') ?? '').trim();
      if (value === '' || value === now) return false;
      const verdict = { kind: 'rename', subjects: [subject], value, ...noteOf(form) } as const;
      return (await decide(verdict, `Renamed to “${value}”.`)) !== undefined;
    }}
  >
    <label>
      Name
      <input name="value" defaultValue={now} required maxLength={300} autoComplete="off" />
    </label>
    <NoteField />
  </Dialog>
);
