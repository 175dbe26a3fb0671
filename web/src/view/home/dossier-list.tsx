/** Dossiers there are, and those that the record holds enough for. */
import { Link } from 'wouter';
import { counted, listed } from '../../../../src/record/dossier/words.js';
import { useAbout, useSuggestions } from '../../api/questions.js';
import type { DossierLine } from '../../api/types.js';
import { Day } from '../../piece/day.js';
import { routes, toDossier } from '../../route.js';
import { PageTitle } from '../../shell/title.js';
import { countryName } from '../../words/country.js';
import { Latest } from './latest.js';
import { Suggestions } from './suggestions.js';
import './home.css';

export function DossierList({ dossiers }: { readonly dossiers: readonly DossierLine[] }) {
  const about = useAbout();
  const isEmpty = about.data !== undefined && Object.values(about.data.counts).every((count) => count === 0);
  // Whether anything is there to ask for is not known before: an empty record would be asked in vain.
  const isKnown = !about.isPending;
  const suggestions = useSuggestions(isKnown && !isEmpty);
  if (dossiers.length === 0 && !isKnown) return null;
  if (dossiers.length === 0 && isEmpty) return <Beginning />;
  return (
    <div className="folio home">
      <header>
        <PageTitle>{dossiers.length === 0 ? 'The record' : 'Dossiers'}</PageTitle>
        {dossiers.length === 0 ? (
          <p className="lead">
            No dossier stands beside this record. A dossier is a standing question: the parties, what they are
            at odds over, and the words that tell of it, in a small file. See what the record holds enough
            for.
          </p>
        ) : null}
      </header>
      {dossiers.length === 0 ? null : (
        <ol className="dossiers">
          {dossiers.map(({ name, title, about: words, parties, since, damaged }) => (
            <li key={name}>
              <h2>{damaged === undefined ? <Link href={toDossier(name)}>{title}</Link> : title}</h2>
              {damaged === undefined ? null : (
                <p className="wrong small">Its file cannot be read: {damaged}</p>
              )}
              {words === undefined ? null : <p>{words.trim()}</p>}
              <p className="kicker">
                {listed(parties.map(countryName))}
                {since === undefined ? null : (
                  <>
                    , since <Day day={since} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Suggestions query={suggestions} kept={dossiers} />
      {isKnown && <Latest />}
      {about.data === undefined ? null : <p className="kicker">{factsOf(about.data.counts)}</p>}
    </div>
  );
}

const factsOf = (counts: Readonly<Record<string, number>>): string =>
  `The record holds ${listed(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => (count === 1 ? `1 ${what.replace(/s$/u, '')}` : counted(count, what, what))),
  )}.`;

const Beginning = () => (
  <div className="folio narrow">
    <PageTitle>Nothing has been read yet</PageTitle>
    <p className="lead">
      Demarche reads news reports about international affairs and keeps the record: who did what to whom, who
      said what, when, where and on whose word. Every line cites its sentence.
    </p>
    <p>
      Begin with a report: paste its text, drop files or a folder, or give the address of a page or a feed.
      Nothing leaves this machine but requests to the addresses that you give.
    </p>
    <p>
      <Link className="button" href={routes.add}>
        Add reports
      </Link>
    </p>
    <p className="kicker">Or from the command line: demarche add FOLDER</p>
  </div>
);
