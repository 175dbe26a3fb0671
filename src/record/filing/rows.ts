/** A Reading as rows of the record: a pure function of it. */
import type { Insertable, Selectable } from 'kysely';
import type { Reading } from '../../reading/reading.js';
import type { Span } from '../../span.js';
import type {
  ArticleTable,
  DisputeTable,
  EventTable,
  FormTable,
  NamingTable,
  RoleTable,
  StatementTable,
} from '../store/tables.js';
import type { IsCorrection } from './corrections.js';
import { articleKey, nodeId, unique } from './ids.js';
import { countriesOf, formOf, namedIn, type Parties, partiesOf } from './party.js';
import { sketchOf } from './shingles.js';

export interface Rows {
  readonly article: Insertable<ArticleTable>;
  readonly events: readonly Insertable<EventTable>[];
  readonly statements: readonly Insertable<StatementTable>[];
  readonly disputes: readonly Insertable<DisputeTable>[];
  readonly forms: readonly Insertable<FormTable>[];
  readonly namings: readonly Pick<Insertable<NamingTable>, 'article' | 'form' | 'mentions'>[];
  readonly roles: readonly Insertable<RoleTable>[];
}

/** What an article says of itself, as its events and statements are merged by it. */
export type Printed = Pick<
  Selectable<ArticleTable>,
  'day' | 'outlet' | 'lineage' | 'correction' | 'superseded'
>;

export const printedOf = ({ article }: Pick<Rows, 'article'>): Printed => ({
  day: article.day ?? null,
  outlet: article.outlet ?? null,
  lineage: article.lineage ?? null,
  correction: article.correction,
  superseded: article.superseded ?? null,
});

export function rowsOf(reading: Reading, isCorrection: IsCorrection): Rows {
  const article = articleKey(reading.article.id);
  const parties = partiesOf(reading);
  const ids = idsOf(reading);
  const statements = new Map(reading.statements.map(({ id }, at) => [id, ids.statements[at] ?? '']));
  const names = namesOf(reading, article);
  return {
    article: {
      ...articleRow(reading, isCorrection),
      named: namedIn(names.namings.map(({ form }) => form)),
    },
    events: reading.events.map((event, at) =>
      eventRow(reading, parties, event, ids.events[at] ?? '', statements),
    ),
    statements: reading.statements.map((statement, at) =>
      statementRow(reading, parties, statement, ids.statements[at] ?? ''),
    ),
    disputes: reading.disputes.map((dispute, at) => disputeRow(reading, dispute, ids.disputes[at] ?? '')),
    ...names,
  };
}

/** The ids that the record gives to what a Reading holds, in its order. */
export function idsOf({ article, statements, events, disputes }: Reading) {
  const key = articleKey(article.id);
  const once = unique();
  return {
    statements: statements.map(({ content }) => once(nodeId(key, 's', content[0] ?? { start: 0, end: 0 }))),
    events: events.map(({ trigger }) => once(nodeId(key, 'e', trigger))),
    disputes: disputes.map(({ cite }) => once(nodeId(key, 'd', cite))),
  };
}

/** The versions that made a Reading, as one text. */
export const versionsOf = ({ program, model, data }: Reading['made']): string =>
  `${program} · ${model} · ${data}`;

const publishedOf = ({ published, dateline }: Reading['article']): string | null =>
  published?.value ?? dateline?.date?.value ?? null;

/** Where the report states one to the day. */
const dayOf = (article: Reading['article']): string | null =>
  DAY.exec(publishedOf(article) ?? '')?.[0] ?? DAY.exec(article.updated?.value ?? '')?.[0] ?? null;

const DAY = /^\d{4}-\d{2}-\d{2}/u;

function articleRow({ article, ...rest }: Reading, isCorrection: IsCorrection): Insertable<ArticleTable> {
  const published = publishedOf(article);
  return {
    id: articleKey(article.id),
    url: article.url ?? null,
    outlet: article.outlet ?? null,
    agency: article.agency ?? null,
    headline: article.headline,
    language: article.language,
    published,
    updated: article.updated?.value ?? null,
    day: dayOf(article),
    origin: article.from,
    text: article.text,
    reading: JSON.stringify({ article, ...rest }),
    made: versionsOf(rest.made),
    sketch: sketchOf(bodyOf(article)),
    lineage: null,
    correction: isCorrection(article),
    superseded: null,
  };
}

/** What copies are told by: headlines and bylines are each outlet's own. */
const bodyOf = ({ text, paragraphs }: Reading['article']): string =>
  paragraphs
    .filter(({ kind }) => kind === 'body')
    .map(({ span }) => text.slice(span.start, span.end))
    .join('\n');

function eventRow(
  reading: Reading,
  parties: Parties,
  event: Reading['events'][number],
  id: string,
  statements: ReadonlyMap<string, string>,
): Insertable<EventTable> {
  const place = reading.places.find((each) => each.id === event.where);
  return {
    id,
    article: articleKey(reading.article.id),
    type: event.type,
    code: event.code,
    mode: event.mode ?? null,
    contexts: event.contexts,
    cameo: event.cameo ?? null,
    plover: event.intensity.plover,
    goldstein: event.intensity.goldstein ?? null,
    status: event.status,
    background: event.background,
    from: event.when?.from ?? null,
    to: event.when?.to ?? null,
    precision: event.when?.precision ?? null,
    basis: event.when?.basis.replace(/:.*$/u, '') ?? null,
    actors: JSON.stringify(parties(event.actors)),
    recipients: JSON.stringify(parties(event.recipients)),
    place: place?.name ?? null,
    geonames: place?.geonames ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    country: place?.country ?? null,
    counts: JSON.stringify((event.counts ?? []).map(({ of, value }) => ({ of, value }))),
    trigger_start: event.trigger.start,
    trigger_end: event.trigger.end,
    ...cited(reading, event.cite),
    headline: isInHeadline(reading.article, event.trigger),
    statement: event.via === undefined ? null : (statements.get(event.via) ?? null),
    voucher: event.voucher,
    rule: event.rule,
    // As many digits as the database keeps.
    confidence: Number(event.confidence.toPrecision(6)),
    happening: null,
    rejected: false,
    corrected: null,
  };
}

const isInHeadline = ({ paragraphs }: Reading['article'], { start }: Span): boolean =>
  paragraphs.some(({ kind, span }) => kind === 'headline' && span.start <= start && start < span.end);

const cited = ({ article }: Reading, cite: Span) => ({
  cite_start: cite.start,
  cite_end: cite.end,
  sentence: inOneLine(article.text.slice(cite.start, cite.end)),
});

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function statementRow(
  reading: Reading,
  parties: Parties,
  statement: Reading['statements'][number],
  id: string,
): Insertable<StatementTable> {
  const speakers = parties(
    statement.speakers ?? (statement.speaker === undefined ? [] : [statement.speaker]),
  );
  const first = statement.content[0] ?? { start: 0, end: 0 };
  const last = statement.content.at(-1) ?? first;
  const { article, sentences, times } = reading;
  const cite = sentences.find(({ start, end }) => start <= first.start && first.start < end) ?? first;
  const { said } = statement;
  const when = typeof said === 'string' ? times.find((time) => time.id === said) : said;
  return {
    id,
    article: articleKey(article.id),
    form: statement.form,
    speakers: JSON.stringify(speakers),
    content: inOneLine(statement.content.map(({ start, end }) => article.text.slice(start, end)).join(' ')),
    content_start: first.start,
    content_end: last.end,
    ...cited(reading, cite),
    from: when?.from ?? null,
    to: when?.to ?? null,
    language: statement.language ?? null,
    countries: countriesOf(speakers),
    who: speakers.map(({ form }) => form),
    saying: null,
  };
}

function disputeRow(
  reading: Reading,
  dispute: Reading['disputes'][number],
  id: string,
): Insertable<DisputeTable> {
  const byId = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const party = (actor: string): string => {
    const found = byId.get(actor);
    return found === undefined ? '' : (found.country ?? found.name);
  };
  const places = dispute.object.places.flatMap(
    (place) => reading.places.find((each) => each.id === place)?.geonames ?? [],
  );
  return {
    id,
    article: articleKey(reading.article.id),
    parties: [...new Set(dispute.parties.map(party).filter((name) => name !== ''))].sort(),
    names: JSON.stringify(
      dispute.object.names.map(({ name, usedBy }) => ({
        name,
        ...(usedBy === undefined ? {} : { usedBy: party(usedBy) }),
      })),
    ),
    places: [...new Set(places)],
    ...cited(reading, dispute.cite),
    since: reading.times.find(({ id: time }) => time === dispute.since)?.from ?? null,
    effects: dispute.effects.map(({ start, end }) => inOneLine(reading.article.text.slice(start, end))),
    quarrel: null,
  };
}

function namesOf(reading: Reading, article: string): Pick<Rows, 'forms' | 'namings' | 'roles'> {
  const day = dayOf(reading.article);
  const forms = new Map<string, Insertable<FormTable>>();
  const namings = new Map<string, Rows['namings'][number]>();
  const roles = new Map<string, Insertable<RoleTable>>();
  for (const actor of reading.actors) {
    if (actor.members !== undefined || actor.kind === 'unknown') continue;
    const form = formOf(actor);
    const kind = form.startsWith('state|') ? 'state' : actor.kind;
    const { name, country = null, sectors } = actor;
    forms.set(form, { id: form, kind, name, country, sectors, reports: 1, actor: null });
    const mentions = (namings.get(form)?.mentions ?? 0) + actor.mentions.length;
    namings.set(form, { article, form, mentions });
    for (const { title, of = '' } of actor.roles) {
      roles.set(`${form}\n${title}\n${of}`, { form, title, of, first_day: day, last_day: day, reports: 1 });
    }
  }
  return { forms: [...forms.values()], namings: [...namings.values()], roles: [...roles.values()] };
}
