/** Rows of a record, written straight into its tables: two islands' quarrel as three invented outlets tell it. */
import type { Insertable } from 'kysely';
import type { Db } from '../../src/record/store/database.js';
import type {
  ArticleTable,
  EventTable,
  HappeningTable,
  Party,
  SayingTable,
  StatementTable,
} from '../../src/record/store/tables.js';

/** 20 hex digits. */
export const key = (name: string): string => Buffer.from(name).toString('hex').padEnd(20, '0').slice(0, 20);

export const state = (country: string, name: string): Party => ({
  kind: 'state',
  name,
  country,
  sectors: [],
  form: `state|${country}`,
});

export const person = (name: string, country: string, title?: string): Party => ({
  kind: 'person',
  name,
  country,
  ...(title === undefined ? {} : { title }),
  sectors: ['GOV'],
  form: `person|${name.toLowerCase()}|${country}`,
});

export const article = (
  name: string,
  {
    sentences = [],
    ...given
  }: Partial<Insertable<ArticleTable>> & { readonly sentences?: readonly string[] } = {},
): Insertable<ArticleTable> => {
  const text = sentences.join(' ');
  let at = 0;
  const spans = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return { start, end: at };
  });
  return {
    id: key(name),
    url: `https://${name}.example/report`,
    outlet: name,
    agency: null,
    headline: `Report of ${name}`,
    language: 'en',
    published: null,
    updated: null,
    day: null,
    origin: name,
    text,
    reading: JSON.stringify({ sentences: spans }),
    made: 'test',
    filed: '2016-12-20T10:00:00.000Z',
    sketch: [],
    lineage: key(name),
    correction: false,
    superseded: null,
    ...given,
  };
};

export interface Told {
  readonly name: string;
  readonly type?: string;
  readonly code?: string;
  readonly cameo?: string | null;
  readonly status?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly precision?: string | null;
  readonly actors?: readonly Party[];
  readonly recipients?: readonly Party[];
  readonly place?: string | null;
  readonly geonames?: number | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly country?: string | null;
  readonly title?: string;
  readonly sentence?: string;
  readonly background?: boolean;
  readonly contradictions?: number;
  /** Articles that tell it, the best first. */
  readonly by: readonly string[];
  readonly sources?: number;
  readonly firstDay?: string | null;
}

export const eventId = (name: string, by: string): string => `${key(by)}-e${name.length}`;

/** That of its first event behind an `h`, as the record has it. */
export const happeningId = (name: string, by: string): string => `h${eventId(name, by)}`;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A happening with an event in each article that tells it. @returns its id */
export async function tell(db: Db, told: Told): Promise<string> {
  const row = happeningRow(told);
  await db.insertInto('happening').values(row).execute();
  for (const name of told.by)
    await db
      .insertInto('event')
      .values(eventRow(told, row, name))
      .execute();
  return row.id;
}

function happeningRow(told: Told): Insertable<HappeningTable> {
  const { type = 'CONSULT', actors = [], recipients = [], from = null, by } = told;
  const parties = [...actors, ...recipients];
  const countries = [...new Set(parties.flatMap(({ country }) => country ?? []))];
  const dyads = actors.flatMap((actor) => recipients.map((each) => `${actor.country}>${each.country}`));
  const id = happeningId(told.name, by[0] ?? '');
  return {
    id,
    type,
    code: told.code ?? type,
    mode: null,
    contexts: ['diplomatic'],
    cameo: told.cameo ?? null,
    plover: 2.5,
    goldstein: told.cameo == null ? null : 1,
    status: told.status ?? 'occurred',
    background: told.background ?? false,
    from,
    to: told.to ?? (from === null ? null : dayAfter(from)),
    precision: from === null ? null : (told.precision ?? 'day'),
    actors: JSON.stringify(actors),
    recipients: JSON.stringify(recipients),
    place: told.place ?? null,
    geonames: told.geonames ?? null,
    lat: told.lat ?? null,
    lon: told.lon ?? null,
    country: told.country ?? null,
    counts: '[]',
    countries,
    dyads,
    who: parties.map(({ form }) => form),
    title: told.title ?? told.name,
    sentence: told.sentence ?? `${told.name}.`,
    best: eventId(told.name, by[0] ?? ''),
    reports: by.length,
    sources: told.sources ?? by.length,
    first_day: told.firstDay === undefined ? from : told.firstDay,
    first_article: key(by[0] ?? ''),
    claimed_from: from,
    claimed_to: from === null ? null : dayAfter(from),
    claimed_places: told.place == null ? [] : [told.place],
    contradictions: told.contradictions ?? 0,
    confidence: 0.75,
  };
}

function eventRow(told: Told, row: Insertable<HappeningTable>, by: string): Insertable<EventTable> {
  const sentence = told.sentence ?? `${told.name}.`;
  return {
    id: eventId(told.name, by),
    article: key(by),
    type: row.type,
    code: row.code,
    mode: null,
    headline: false,
    contexts: [],
    cameo: row.cameo,
    plover: 2.5,
    goldstein: null,
    status: row.status,
    background: false,
    from: row.from,
    to: row.to,
    precision: row.precision,
    basis: null,
    actors: row.actors,
    recipients: row.recipients,
    place: row.place,
    geonames: row.geonames,
    lat: row.lat,
    lon: row.lon,
    country: row.country,
    counts: '[]',
    trigger_start: 0,
    trigger_end: 4,
    cite_start: 0,
    cite_end: sentence.length,
    sentence,
    statement: null,
    voucher: 'own-voice',
    rule: 'event/test',
    confidence: 0.75,
    happening: row.id,
    rejected: false,
    corrected: null,
  };
}

/** A saying with a wording in each article that carries it. @returns its id */
export async function say(
  db: Db,
  said: {
    readonly speaker: Party;
    readonly from: string | null;
    readonly wordings: readonly { readonly by: string; readonly content: string; readonly start: number }[];
  },
): Promise<string> {
  const { speaker, from, wordings } = said;
  const [first] = wordings;
  const id = `${key(first?.by ?? '')}-s${first?.start}`;
  const to = from === null ? null : dayAfter(from);
  const who = {
    countries: [speaker.country ?? ''],
    who: [speaker.form],
    speakers: JSON.stringify([speaker]),
  };
  const row: Insertable<SayingTable> = {
    id,
    form: 'direct',
    content: first?.content ?? '',
    from,
    to,
    best: id,
    wordings: new Set(wordings.map(({ content }) => content)).size,
    reports: wordings.length,
    sources: wordings.length,
    first_day: from,
    ...who,
  };
  await db.insertInto('saying').values(row).execute();
  for (const { by, content, start } of wordings) {
    const statement: Insertable<StatementTable> = {
      id: `${key(by)}-s${start}`,
      article: key(by),
      form: 'direct',
      content,
      content_start: start,
      content_end: start + content.length,
      sentence: content,
      cite_start: start,
      cite_end: start + content.length,
      from,
      to,
      language: null,
      saying: id,
      ...who,
    };
    await db.insertInto('statement').values(statement).execute();
  }
  return id;
}

/** An actor with the forms of its name. */
export async function name(db: Db, actor: Party, forms: readonly Party[], reports = 1): Promise<void> {
  const aliases = forms.map((form) => form.name).filter((each) => each !== actor.name);
  const { form: id, kind, country = null, sectors } = actor;
  await db
    .insertInto('actor')
    .values({ id, kind, name: actor.name, country, sectors: [...sectors], aliases, reports })
    .execute();
  await db
    .insertInto('form')
    .values(
      forms.map((form) => ({
        id: form.form,
        kind: form.kind,
        name: form.name,
        country: form.country ?? null,
        sectors: [...form.sectors],
        reports,
        actor: id,
      })),
    )
    .execute();
}
