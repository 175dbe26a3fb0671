/** The desk asks for a key: it is changed for a cookie that scripts cannot read. */
import { type FormEvent, useState } from 'react';
import { outOfDate } from '../api/answer.js';
import { tell } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { signedOut } from '../api/session.js';
import { PageTitle } from './title.js';

export function SignIn() {
  const [failed, setFailed] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = String(new FormData(event.currentTarget).get('key') ?? '').trim();
    setBusy(true);
    setFailed(undefined);
    try {
      await tell('POST', '/session', { key });
      signedOut.set(false);
      await outOfDate();
    } catch (error) {
      const isWrong = error instanceof Problem && error.status === 401;
      setFailed(isWrong ? 'The desk does not know this key.' : (error as Error).message);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="folio narrow">
      <PageTitle>Sign in</PageTitle>
      <p>This desk is open to those who have a key. Whoever runs it makes one with “demarche keys add”.</p>
      <form className="form" onSubmit={(event) => void onSubmit(event)}>
        <label>
          Key
          <input
            name="key"
            type="password"
            autoComplete="current-password"
            required
            aria-invalid={failed !== undefined}
            aria-describedby="sign-in-failed"
          />
        </label>
        <p id="sign-in-failed" className="wrong" role="alert">
          {failed}
        </p>
        <button type="submit" disabled={isBusy}>
          Sign in
        </button>
      </form>
    </div>
  );
}
