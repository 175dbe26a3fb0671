import { useId, useState } from 'react';
import { addressOf, type Params } from '../../api/client.js';

/** The address that a calendar program takes, narrowed as the page is. */
export function Subscribe({ params }: { readonly params: Params }) {
  const id = useId();
  const [said, setSaid] = useState('');
  const address = new URL(addressOf('/calendar.ics', params), location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Copied.');
    } catch {
      // No clipboard on a page that is not secure: the address stands there to be marked.
      (document.getElementById(id) as HTMLInputElement | null)?.select();
      setSaid('Marked: copy it with Ctrl+C.');
    }
  };
  return (
    <details className="fold subscribe">
      <summary>Subscribe</summary>
      <p className="hint">
        A calendar program that takes this address shows what is due, narrowed as this page is, and keeps it
        up to date.
      </p>
      <label htmlFor={id}>Address (iCalendar)</label>
      <input id={id} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      <p className="acts">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <a className="button" href={address.replace(/^https?:/u, 'webcal:')}>
          Open in calendar
        </a>
        <a className="button" href={address} download>
          Save file
        </a>
      </p>
      <p className="hint" role="status">
        {said}
      </p>
    </details>
  );
}
