import { useState } from 'react';
import type { Evidence } from '../../api/types.js';
import { decide } from '../../decide/decide.js';
import { Dialog, NoteField, noteOf } from '../../decide/dialog.js';

/** Some of its events are another happening. */
export function Split({
  evidence,
  onClose,
}: {
  readonly evidence: readonly Evidence[];
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (event: string) =>
    setChosen((before) =>
      before.includes(event) ? before.filter((each) => each !== event) : [...before, event],
    );
  return (
    <Dialog
      title="Take out what tells of something else"
      action="Take out"
      isReady={chosen.length > 0 && chosen.length < evidence.length}
      onClose={onClose}
      onDo={async (form) => {
        const verdict = { kind: 'split', subjects: chosen, ...noteOf(form) } as const;
        return (await decide(verdict, 'Taken out: it is a happening of its own now.')) !== undefined;
      }}
    >
      <fieldset className="choices">
        <legend>What is taken out stays together. At least one must stay.</legend>
        {evidence.map(({ event, sentence, outlet, headline }) => (
          <label key={event}>
            <input type="checkbox" checked={chosen.includes(event)} onChange={() => toggle(event)} />
            <span>
              “{sentence}” <span className="faint">{outlet ?? headline}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <NoteField />
    </Dialog>
  );
}
