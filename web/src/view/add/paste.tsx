import { type FormEvent, useRef, useState } from 'react';
import { tell } from '../../api/client.js';
import type { Reading } from '../../api/types.js';
import type { Addition, Failure } from './addition.js';
import { Field, SaidOfReport, valuesOf, Wrong } from './field.js';
import { ReadingShown } from './reading.js';
import { useSend } from './use-send.js';

interface Read {
  readonly readings: readonly Reading[];
  readonly errors: readonly (Omit<Failure, 'origin'> & { readonly from: string })[];
}

const names = ['text', 'headline', 'outlet', 'published'];

export function Paste({ onAdded }: { readonly onAdded: (ids: readonly string[]) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { isBusy, problem, problemOf, send } = useSend();
  const [read, setRead] = useState<Read>();
  const given = () =>
    form.current === null || !form.current.reportValidity() ? undefined : valuesOf(form.current, names);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const report = given();
    if (report === undefined) return;
    void send(async () => {
      const { id } = await tell<Addition>('POST', '/reports', report);
      setRead(undefined);
      form.current?.reset();
      onAdded([id]);
    });
  };
  const look = () => {
    const report = given();
    if (report !== undefined) void send(async () => setRead(await tell<Read>('POST', '/read', report)));
  };
  return (
    <>
      <form ref={form} className="add-form" onSubmit={add}>
        <Field name="text" label="Text of the report" rows={12} isRequired problem={problemOf('text')} />
        <Field name="headline" label="Headline" problem={problemOf('headline')} />
        <SaidOfReport problemOf={problemOf} />
        <Wrong message={problem?.message} />
        <p className="acts">
          <button type="submit" className="primary" disabled={isBusy}>
            Add to the record
          </button>
          <button type="button" disabled={isBusy} onClick={look}>
            Only read it
          </button>
        </p>
      </form>
      {read !== undefined && <OnlyRead read={read} />}
    </>
  );
}

function OnlyRead({ read: { readings, errors } }: { readonly read: Read }) {
  return (
    <section className="section" aria-labelledby="only-read" aria-live="polite">
      <h2 id="only-read">What it says</h2>
      <p className="kicker">Read only: nothing of it is in the record.</p>
      {errors.map(({ code, message }) => (
        <p key={`${code} ${message}`} className="wrong">
          {message}
        </p>
      ))}
      {readings.map((reading) => (
        <ReadingShown key={reading.article.id} reading={reading} />
      ))}
    </section>
  );
}
