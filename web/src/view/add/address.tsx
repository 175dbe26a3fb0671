import { type FormEvent, useState } from 'react';
import { tell } from '../../api/client.js';
import type { Addition } from './addition.js';
import { Field, SaidOfReport, valuesOf, Wrong } from './field.js';
import { useSend } from './use-send.js';

/** One page, or a feed of which all that is new is read. */
export function AddressForm({ onAdded }: { readonly onAdded: (ids: readonly string[]) => void }) {
  const [isFeed, setFeed] = useState(false);
  const { isBusy, problem, problemOf, send } = useSend();
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { url = '', ...said } = valuesOf(event.currentTarget, ['url', 'outlet', 'published']);
    void send(async () => {
      const { id } = await tell<Addition>('POST', '/reports', isFeed ? { feed: url } : { url, ...said });
      onAdded([id]);
    });
  };
  return (
    <form className="add-form" onSubmit={add}>
      <fieldset className="add-choice">
        <legend className="visually-hidden">What stands there</legend>
        <label>
          <input type="radio" name="what" checked={!isFeed} onChange={() => setFeed(false)} /> A report
        </label>
        <label>
          <input type="radio" name="what" checked={isFeed} onChange={() => setFeed(true)} /> A feed: all that
          is new in it
        </label>
      </fieldset>
      <Field
        name="url"
        label={isFeed ? 'Address of the feed' : 'Address of the report'}
        type="url"
        isRequired
        hint="The desk fetches it, and keeps to what robots.txt allows."
        problem={problemOf('url') ?? problemOf('feed')}
      />
      {!isFeed && <SaidOfReport problemOf={problemOf} />}
      <Wrong message={problem?.message} />
      <p className="acts">
        <button type="submit" className="primary" disabled={isBusy}>
          {isFeed ? 'Add what is new' : 'Add to the record'}
        </button>
      </p>
    </form>
  );
}
