import { Link } from 'wouter';
import { queries } from '../api/answer.js';
import { tell } from '../api/client.js';
import { news } from '../api/news.js';
import { useAbout } from '../api/questions.js';
import { signedOut } from '../api/session.js';
import { routes } from '../route.js';

export function Foot() {
  const isOut = signedOut.use();
  return (
    <footer className="foot">
      <p>Every line cites its sentence. What reports say stays what reports say.</p>
      {isOut ? null : <Facts />}
    </footer>
  );
}

async function signOut(): Promise<void> {
  await tell('DELETE', '/session').catch(() => undefined);
  queries.clear();
  signedOut.set(true);
}

function Facts() {
  const { data } = useAbout();
  const { live } = news.use();
  return (
    <ul>
      <li>
        <Link href={routes.decisions}>Decisions</Link>
      </li>
      <li>
        <a href="/docs">API</a>
      </li>
      {data === undefined ? null : <li>Demarche {data.version}</li>}
      {data === undefined || data.who === 'local' ? null : (
        <li>
          <button type="button" className="quiet" onClick={() => void signOut()}>
            Sign out {data.who}
          </button>
        </li>
      )}
      <li>{live ? 'Live: new reports appear by themselves' : 'Not live: reload to see what is new'}</li>
    </ul>
  );
}
