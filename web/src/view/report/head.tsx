/** Where the report comes from. */
import { Link } from 'wouter';
import { dayWords, monthWords } from '../../../../src/record/dossier/words.js';
import type { OneReport } from '../../api/types.js';
import { toReport } from '../../route.js';
import { PageTitle } from '../../shell/title.js';
import { languageName } from './detail/statement.js';

export function Head({ one: { report, reading } }: { readonly one: OneReport }) {
  const { outlet, agency, headline, published, url, superseded, correction } = report;
  // It stands large in the text itself, with its marks.
  const hasHeadline = reading.article.paragraphs.some(({ kind }) => kind === 'headline');
  const { byline, dateline, updated, language } = reading.article;
  return (
    <header className="report-head">
      <div className={hasHeadline ? 'visually-hidden' : undefined}>
        <PageTitle title={headline}>{headline || 'A report without a headline'}</PageTitle>
      </div>
      <p className="kicker">
        {[
          outlet,
          byline,
          agency !== outlet && agency,
          dateline?.place,
          language === 'en' ? undefined : languageName(language),
        ]
          .filter((part) => typeof part === 'string' && part !== '')
          .join(' · ')}
        {published === undefined ? '' : ' · '}
        {published === undefined ? null : <Stamp value={published} />}
        {updated === undefined ? null : (
          <>
            , updated <Stamp value={updated.value} />
          </>
        )}
      </p>
      {correction ? <p className="notice">It says of itself that it corrects an earlier report.</p> : null}
      {superseded === undefined ? null : (
        <p className="notice wrong">
          A later version of this page <Link href={toReport(superseded)}>was read</Link>; the record goes by
          that.
        </p>
      )}
      {isWebAddress(url) ? (
        <p className="kicker">
          <a href={url} rel="noreferrer noopener external" target="_blank">
            {url}
          </a>
        </p>
      ) : null}
    </header>
  );
}

/** With the precision that was stated, in the zone that was stated: `2016-12-03T15:27+03:00`. */
function Stamp({ value }: { readonly value: string }) {
  const [day = '', time] = value.split('T');
  const words = day.length === 10 ? dayWords(day) : day.length === 7 ? monthWords(day) : day;
  const clock = time?.replace(/^(\d\d:\d\d)(?::[\d.]+)?(.*)$/u, (_, at: string, zone: string) =>
    zone === 'Z' ? `${at} UTC` : zone === '' ? at : `${at} UTC${zone}`,
  );
  return <time dateTime={value}>{clock === undefined ? words : `${words}, ${clock}`}</time>;
}

/** Addresses come from reports: none but those of the web becomes a link. */
const isWebAddress = (url: string | undefined): url is string => /^https?:\/\//iu.test(url ?? '');
