/** What the dossier is about, what it stands on, and ways to take it along. */
import { counted, dayWords } from '../../../../src/record/dossier/words.js';
import { addressOf } from '../../api/client.js';
import type { DossierPage } from '../../api/types.js';
import { PageTitle } from '../../shell/title.js';

export function Head({ name, page }: { readonly name: string; readonly page: DossierPage }) {
  const address = (format: string) => addressOf(`/dossiers/${encodeURIComponent(name)}`, { format });
  return (
    <header className="dossier-head">
      <PageTitle>{page.title}</PageTitle>
      {page.about === undefined ? null : <p className="lead">{page.about.trim()}</p>}
      <p className="kicker">{groundOf(page)}</p>
      <p className="acts">
        <button type="button" onClick={() => print()}>
          Print
        </button>
        <a className="button" href={address('markdown')} download={`${name}.md`}>
          Markdown
        </a>
        <a className="button" href={address('html')} download={`${name}.html`}>
          HTML
        </a>
      </p>
    </header>
  );
}

function groundOf({ reports, lineages, sources, since, today }: DossierPage): string {
  const days = sources.flatMap((group) => group.reports.flatMap(({ day }) => day ?? [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  const copies =
    lineages === reports ? 'none of which copies another' : `${lineages} if copies are counted once`;
  return [
    `From ${counted(reports, 'report')}, ${copies}`,
    ...(first === undefined || last === undefined
      ? []
      : [`, printed ${dayWords(first)} to ${dayWords(last)}`]),
    '. ',
    ...(since === undefined ? [] : [`Nothing before ${dayWords(since)} is told. `]),
    `As of ${dayWords(today)}.`,
  ].join('');
}
