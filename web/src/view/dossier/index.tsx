/** A dossier: a standing question, and what the record says on it. */
import { useDossier } from '../../api/questions.js';
import type { DossierPage } from '../../api/types.js';
import { Answered } from '../../piece/state.js';
import { Contents } from './contents.js';
import { Course } from './course.js';
import { Disagreements } from './disagreements.js';
import { DueList } from './due.js';
import { Head } from './head.js';
import { Names } from './names.js';
import { Parties } from './parties.js';
import { RelationsOf } from './relations.js';
import { SaidBySide } from './said.js';
import { SourceList } from './sources.js';
import './dossier.css';

export default function Dossier({ name }: { readonly name: string }) {
  const query = useDossier(name);
  return (
    <Answered query={query} what="the dossier">
      {(page) => <Page name={name} page={page} />}
    </Answered>
  );
}

const Page = ({ name, page }: { readonly name: string; readonly page: DossierPage }) => (
  <article className="folio dossier">
    <Head name={name} page={page} />
    <Contents page={page} />
    <div className="dossier-text">
      <Course name={name} page={page} />
      <RelationsOf relations={page.relations} />
      <Parties parties={page.parties} />
      <SaidBySide said={page.said} />
      <DueList due={page.due} today={page.today} />
      <Disagreements disagreements={page.disagreements} />
      <Names names={page.names} />
      <SourceList sources={page.sources} />
    </div>
  </article>
);
