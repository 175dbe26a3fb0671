import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { counted } from '../../../../src/record/dossier/words.js';
import { searchOf, tell } from '../../api/client.js';
import type { Addition } from './addition.js';
import { batchesOf, formOf, sizeWords } from './batches.js';
import { type Chosen, chosenOf, droppedOf } from './dropped.js';
import { SaidOfReport, valuesOf, Wrong } from './field.js';
import { useSend } from './use-send.js';

export function Files({ onAdded }: { readonly onAdded: (ids: readonly string[]) => void }) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [sent, setSent] = useState(0);
  // The browser's fields are emptied by making them anew.
  const [turn, setTurn] = useState(0);
  const { isBusy, problem, problemOf, send } = useSend();
  const clear = () => {
    setChosen([]);
    setTurn((before) => before + 1);
  };
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = valuesOf(event.currentTarget, ['outlet', 'published']);
    void send(async () => {
      const ids: string[] = [];
      for (const batch of batchesOf(chosen)) {
        const { id } = await tell<Addition>('POST', `/reports${searchOf(said)}`, formOf(batch));
        ids.push(id);
        setSent((before) => before + batch.length);
      }
      clear();
      onAdded(ids);
    }).finally(() => setSent(0));
  };
  return (
    <form className="add-form" onSubmit={add}>
      <Choose key={turn} onChosen={setChosen} />
      {chosen.length > 0 && <List chosen={chosen} onClear={clear} />}
      <SaidOfReport problemOf={problemOf} />
      <Wrong message={problem?.message} />
      <p className="acts">
        <button type="submit" className="primary" disabled={isBusy || chosen.length === 0}>
          {isBusy
            ? `Sending: ${sent} of ${chosen.length}`
            : chosen.length === 0
              ? 'Add files'
              : `Add ${counted(chosen.length, 'file')}`}
        </button>
      </p>
    </form>
  );
}

/** Drop them, or choose them with the dialogs of the system: keyboard and fingers have no drop. */
function Choose({ onChosen }: { readonly onChosen: (chosen: readonly Chosen[]) => void }) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const hint = useId();
  const over = (change: number) => (event: DragEvent) => {
    event.preventDefault();
    depth.current = Math.max(depth.current + change, 0);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    void droppedOf(event.dataTransfer).then(onChosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen with the two fields in it.
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragEnter={over(1)}
      onDragLeave={over(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <p id={hint}>Drop files or a folder here, or choose them.</p>
      <div className="drop-choices">
        <label>
          Files
          <input
            type="file"
            multiple
            aria-describedby={hint}
            onChange={(event) => onChosen(chosenOf(event.currentTarget.files))}
          />
        </label>
        <label>
          A folder
          <input
            type="file"
            multiple
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            aria-describedby={hint}
            onChange={(event) => onChosen(chosenOf(event.currentTarget.files))}
          />
        </label>
      </div>
      <p className="hint">
        Pages, texts, Markdown, mails, feeds, JSON lines, WARC archives; packed with gzip or not.
      </p>
    </div>
  );
}

const SHOWN = 8;

function List({ chosen, onClear }: { readonly chosen: readonly Chosen[]; readonly onClear: () => void }) {
  const bytes = chosen.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <div className="chosen" role="status">
      <p>
        {counted(chosen.length, 'file')}, {sizeWords(bytes)}{' '}
        <button type="button" className="quiet" onClick={onClear}>
          Take off
        </button>
      </p>
      <ul>
        {chosen.slice(0, SHOWN).map(({ name, file }) => (
          <li key={name}>
            {name} <span className="faint">{sizeWords(file.size)}</span>
          </li>
        ))}
        {chosen.length > SHOWN && <li className="faint">and {chosen.length - SHOWN} more</li>}
      </ul>
    </div>
  );
}
