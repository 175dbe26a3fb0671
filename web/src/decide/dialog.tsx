/** A question to the reader over the page: the browser keeps the focus in it and gives it back. */
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DialogProps {
  readonly title: string;
  /** On the button that does it. */
  readonly action: string;
  readonly isReady?: boolean;
  readonly onClose: () => void;
  /** Closes when it answers true. */
  readonly onDo: (form: FormData) => Promise<boolean>;
  readonly children: ReactNode;
}

export function Dialog({ title, action, isReady = true, onClose, onDo, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const name = useId();
  useEffect(() => {
    const node = dialog.current;
    if (node !== null && !node.open) node.showModal();
  }, []);
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const isDone = await onDo(form);
    setBusy(false);
    // The browser gives the focus back, and tells that it is closed.
    if (isDone) dialog.current?.close();
  }
  return (
    <dialog ref={dialog} aria-labelledby={name} onClose={onClose}>
      <form className="form" onSubmit={(event) => void onSubmit(event)}>
        <h2 id={name}>{title}</h2>
        {children}
        <p className="acts">
          <button type="submit" className="primary" disabled={isBusy || !isReady}>
            {action}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Leave it
          </button>
        </p>
      </form>
    </dialog>
  );
}

/** Why: kept with the decision. */
export const NoteField = () => (
  <label>
    Why (kept with the decision, may be left empty)
    <input name="note" maxLength={500} autoComplete="off" />
  </label>
);

export const noteOf = (form: FormData): { note?: string } => {
  const note = String(form.get('note') ?? '').trim();
  return note === '' ? {} : { note };
};
