/** What arrived while the page was open. */
import { Link } from 'wouter';
import { counted } from '../../../src/record/dossier/words.js';
import { forgetFiled, news } from '../api/news.js';
import { routes, toReport } from '../route.js';

const SHOWN = 2;

export function NewsLine() {
  const { filed } = news.use();
  return (
    <div className="news-line" role="status">
      {filed.length === 0 ? null : (
        <p>
          <strong>{counted(filed.length, 'new report')}</strong>
          {filed.slice(0, SHOWN).map(({ id, headline, outlet }) => (
            <span key={id} className="news-item">
              <Link href={toReport(id)}>{headline}</Link>
              {outlet === undefined ? null : <span className="faint"> {outlet}</span>}
            </span>
          ))}
          {filed.length > SHOWN ? <Link href={routes.reports}>all</Link> : null}
          <button type="button" className="quiet" onClick={forgetFiled}>
            Hide
          </button>
        </p>
      )}
    </div>
  );
}
