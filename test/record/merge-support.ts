/** Articles, statements, names and disputes of invented outlets, as rows that can be merged. */
import type { Insertable } from 'kysely';
import type { Names } from '../../src/record/merge/actor/named.js';
import type { Db } from '../../src/record/store/database.js';
import type { ArticleTable, DisputeTable, Party, StatementTable } from '../../src/record/store/tables.js';

/** `a1` as a key of 20 letters. */
export const key = (id: string): string => id.padEnd(20, '.');

export interface Report {
  readonly id: string;
  readonly day?: string;
  readonly lineage?: string;
  readonly superseded?: string;
}

export const articleRow = ({ id, day, lineage, superseded }: Report): Insertable<ArticleTable> => ({
  id: key(id),
  headline: '',
  language: 'en',
  day: day ?? null,
  origin: `${id}.txt`,
  text: '',
  reading: '{}',
  made: 'test',
  sketch: [],
  lineage: key(lineage ?? id),
  correction: false,
  superseded: superseded === undefined ? null : key(superseded),
});

export async function addArticles(db: Db, reports: readonly Report[]): Promise<void> {
  if (reports.length > 0) await db.insertInto('article').values(reports.map(articleRow)).execute();
}

/** `person|Sergei Lavrov|RUS` with the name as written; `state|RUS`. */
export function party(written: string, title?: string): Party {
  const [kind = '', name = '', country = ''] = written.split('|');
  const form = formOf(written);
  const isState = kind === 'state';
  return {
    kind,
    name: isState ? `the state ${name}` : name,
    ...(isState ? { country: name } : country === '' ? {} : { country }),
    ...(title === undefined ? {} : { title }),
    sectors: [],
    form,
  };
}

export const formOf = (written: string): string => {
  const [kind = '', name = '', country = ''] = written.split('|');
  if (kind === 'state') return `state|${name}`;
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.’']/gu, '');
  return `${kind}|${plain}|${country}`;
};

/** What an article names: each as in `party`, with its roles. */
export function names(
  article: string,
  written: Readonly<Record<string, readonly string[]>>,
  day?: string,
): Names {
  const entries = Object.entries(written).map(([each, titles]) => ({ each, form: formOf(each), titles }));
  return {
    forms: entries.map(({ each, form }) => {
      const [kind = '', name = '', country = ''] = each.split('|');
      return { id: form, kind, name, country: country || null, sectors: ['GOV'], reports: 1, actor: null };
    }),
    namings: entries.map(({ form }) => ({ article: key(article), form, mentions: 1 })),
    roles: entries.flatMap(({ form, titles }) =>
      titles.map((title) => ({
        form,
        title,
        of: '',
        first_day: day ?? null,
        last_day: day ?? null,
        reports: 1,
      })),
    ),
  };
}

/** All of `items` in another order that depends on `seed` alone. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed * 2654435761 + 1;
  const next = (): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export const cutEvery = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** What a report quotes. */
export interface Said {
  readonly id: string;
  readonly by: string;
  readonly title?: string;
  readonly form?: 'direct' | 'indirect' | 'mixed';
  readonly content: string;
  readonly from?: string;
  readonly to?: string;
}

export function statementRow(article: string, said: Said): Insertable<StatementTable> {
  const speakers = said.by === '' ? [] : said.by.split(' & ').map((each) => party(each, said.title));
  return {
    id: `${key(article)}-s${said.id}`,
    article: key(article),
    form: said.form ?? 'direct',
    speakers: JSON.stringify(speakers),
    content: said.content,
    content_start: 0,
    content_end: 1,
    sentence: said.content,
    cite_start: 0,
    cite_end: 1,
    from: said.from ?? null,
    to: said.to ?? null,
    language: null,
    countries: speakers.flatMap(({ country }) => country ?? []),
    who: speakers.map(({ form }) => form),
    saying: null,
  };
}

/** What a report tells of a dispute: `Kurils=RUS` is Russia's name for it. */
export interface Row {
  readonly id: string;
  readonly parties: readonly string[];
  readonly names?: readonly string[];
  readonly places?: readonly number[];
  readonly since?: string;
}

export const disputeRow = (article: string, row: Row): Insertable<DisputeTable> => ({
  id: `${key(article)}-d${row.id}`,
  article: key(article),
  parties: [...row.parties],
  names: JSON.stringify(
    (row.names ?? []).map((each) => {
      const [name = '', usedBy] = each.split('=');
      return { name, ...(usedBy === undefined ? {} : { usedBy }) };
    }),
  ),
  places: [...(row.places ?? [])],
  sentence: '',
  cite_start: 0,
  cite_end: 1,
  since: row.since ?? null,
  effects: [],
  quarrel: null,
});
