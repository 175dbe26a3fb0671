/** A dossier from the record alone: the standing question of a file, answered with citations. */

import { given } from '../ask/happening.js';
import type { Side } from '../ask/wanted.js';
import type { Db } from '../store/database.js';
import { citesOf } from './cites.js';
import { countryName } from './country-name.js';
import { courseOf } from './course.js';
import { disagreementsOf } from './disagreements.js';
import { dueOf } from './due.js';
import type { DossierFile } from './file.js';
import { type Gathered, gather } from './gather.js';
import { namesOf, namingBy } from './names.js';
import type { DossierPage } from './page.js';
import { voicesOf } from './people.js';
import { loadStances } from './positions.js';
import { relationsOf } from './relations.js';
import { saidOf } from './said.js';
import { sourcesOf } from './sources.js';
import type { StatementRow } from './statements.js';

export interface DossierOptions {
  /** Days from this one on are still to come. The record asks no clock. */
  readonly today: string;
}

/** @throws AskError where a name of the file may be several. */
export async function dossierPage(
  db: Db,
  file: DossierFile,
  { today }: DossierOptions,
): Promise<DossierPage> {
  const gathered = await gather(db, file, today);
  const { happenings, articles, disputes, statements, contradictions, due, read, wanted } = gathered;
  const cites = citesOf(articles);
  const stances = loadStances();
  const voices = voicesOf(gathered, cites.lineageOf);
  const disagreements = disagreementsOf(contradictions, happenings, cites);
  const sides = wanted.sides.map((side, at) => ({ side, name: sideName(side, file.parties[at]) }));
  const sources = sourcesOf(articles, cites);
  const words = { happenings, statements: spokenOf(gathered, file) };
  const said = sides.map(({ side, name }) => ({
    party: name,
    items: saidOf(
      { side, others: wanted.sides.filter((other) => other !== side) },
      words,
      voices,
      stances,
      cites,
    ),
  }));
  return {
    title: file.title,
    ...given('about', file.about),
    ...given('since', file.since),
    today,
    reports: articles.length,
    lineages: sources.length,
    names: namesOf(file, disputes, statements, countryName, cites),
    parties: sides.map(({ side, name }) => ({ name, people: voices.peopleOf(side) })),
    ...courseOf(gathered, disagreements, cites),
    said: said.filter(({ items }) => items.length > 0),
    relations: relationsOf(
      happenings.map(({ intensity, ...rest }) => ({ ...rest, ...given('goldstein', intensity.goldstein) })),
      read,
      wanted.sides.flatMap((side) => ('country' in side ? [side.country] : [])),
      articles.flatMap(({ day }) => day ?? []),
    ),
    due: dueOf(due, happenings, cites),
    disagreements,
    sources,
  };
}

/** Statements of the time: not what a report recalls, not the mere naming of the thing. */
function spokenOf({ statements, events }: Gathered, { object }: DossierFile): StatementRow[] {
  const key = ({ article, sentence }: { article: string; sentence: string }): string =>
    `${article} ${sentence}`;
  const [recalled, current] = [true, false].map(
    (background) => new Set(events.filter((each) => each.background === background).map(key)),
  );
  const isNaming = namingBy(object.names);
  return statements.filter(
    (each) => (!recalled?.has(key(each)) || current?.has(key(each))) && isNaming(each) === undefined,
  );
}

const sideName = (side: Side, written = ''): string =>
  'country' in side ? countryName(side.country) : written;
