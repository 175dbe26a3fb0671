/**
 * A Reading arranged for people: sections of rows, each with the words it was read from and the sentence
 * around them. The terminal, Markdown and HTML views print this and nothing else.
 */
import type { Actor } from '../actor/actor.js';
import type { Dispute } from '../dispute/dispute.js';
import type { Event, When } from '../event/event.js';
import type { Place } from '../place/place.js';
import { cover, type Span, textOf } from '../span.js';
import type { Statement } from '../speech/statement.js';
import type { Time } from '../time/timex3.js';
import { sentencesOf } from './citation.js';
import type { Reading } from './reading.js';

export type RowKind = 'event' | 'dispute' | 'statement' | 'actor' | 'place' | 'time' | 'note' | 'log';

export interface Row {
  /** `e1`, `s2`, …; notes and log entries are counted `n1`, `l1`. */
  readonly id: string;
  readonly kind: RowKind;
  /** What sort of row: the code of an event, the form of a statement, the kind of an actor. */
  readonly label: string;
  readonly title: string;
  /** What was said, for views that do not print the sentence beside it. */
  readonly words?: string;
  readonly details: readonly string[];
  /** What it was read from. */
  readonly spans: readonly Span[];
  /** The sentence or sentences to check it by; empty when it comes from metadata outside the text. */
  readonly cite: readonly Span[];
  /** Rule of the data files that read it. */
  readonly rule?: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface Outline {
  readonly headline: string;
  /** Outlet, byline, dates, language. */
  readonly masthead: readonly string[];
  readonly dek?: string;
  /** Sections without rows are left out. */
  readonly sections: readonly Section[];
}

export function outlineOf(reading: Reading): Outline {
  const sections: Section[] = [
    { title: 'What happened', rows: reading.events.map((event) => eventRow(reading, event)) },
    { title: 'What it is about', rows: reading.disputes.map((dispute) => disputeRow(reading, dispute)) },
    { title: 'Who said what', rows: reading.statements.map((s) => statementRow(reading, s)) },
    { title: 'Who', rows: reading.actors.map((actor) => actorRow(reading, actor)) },
    { title: 'Where', rows: reading.places.map((place) => placeRow(reading, place)) },
    { title: 'When', rows: reading.times.map((time) => timeRow(reading, time)) },
    { title: 'Noted', rows: reading.notes.map((note, i) => noteRow(reading, note, i)) },
    { title: 'Not read', rows: reading.log.map((entry, i) => logRow(reading, entry, i)) },
  ];
  return {
    headline: reading.article.headline || '(no headline)',
    masthead: masthead(reading.article),
    ...(reading.article.dek ? { dek: reading.article.dek } : {}),
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

function masthead(article: Reading['article']): string[] {
  const { outlet, byline, agency, dateline, published, updated, language } = article;
  return [
    outlet,
    byline,
    agency,
    dateline?.place,
    published && `published ${published.value}`,
    updated && `updated ${updated.value}`,
    language,
  ].filter((part): part is string => part !== undefined && part !== '');
}

function citing(reading: Reading, spans: readonly Span[]): { spans: readonly Span[]; cite: readonly Span[] } {
  const [first] = spans;
  if (first === undefined) return { spans: [], cite: [] };
  return { spans, cite: sentencesOf(reading.sentences, first) };
}

function eventRow(reading: Reading, event: Event): Row {
  const where = reading.places.find(({ id }) => id === event.where);
  const via = reading.statements.find(({ id }) => id === event.via);
  const details = [
    event.status + (event.background ? ', background' : ''),
    event.when && intervalText(event.when),
    where && `in ${where.name}`,
    ...(event.counts ?? []).map(({ of, value }) => `${value} ${of}`),
    via && `in the words of ${speakerName(reading, via)}`,
    event.voucher !== 'own-voice' && via === undefined ? event.voucher : undefined,
    `${Math.round(event.confidence * 100)} %`,
  ];
  return {
    id: event.id,
    kind: 'event',
    label: event.code,
    title: `${participants(reading, event)} — ${textOf(reading.article.text, event.trigger)}`,
    details: details.filter((detail) => detail !== undefined),
    spans: [event.trigger],
    cite: [event.cite],
    rule: event.rule,
  };
}

function participants(reading: Reading, event: Event): string {
  const names = (ids: readonly string[]) => ids.map((id) => actorName(reading, id));
  const actors = names(event.actors);
  const recipients = names(event.recipients);
  if (recipients.length > 0) return `${actors.join(', ') || '(unnamed)'} → ${recipients.join(', ')}`;
  return actors.join(' ↔ ') || '(unnamed)';
}

const actorName = (reading: Reading, id: string): string =>
  reading.actors.find((actor) => actor.id === id)?.name ?? id;

function speakerName(reading: Reading, statement: Statement): string {
  if (statement.speaker !== undefined) return actorName(reading, statement.speaker);
  return statement.source ? textOf(reading.article.text, statement.source) : 'somebody not named';
}

/** `southern Kuril islands / Northern Territories (Japan)`, between whom, since when, and what it has led to. */
function disputeRow(reading: Reading, dispute: Dispute): Row {
  const { text } = reading.article;
  const { object, parties, effects, mentions } = dispute;
  const since = reading.times.find(({ id }) => id === dispute.since);
  const names = object.names.map(({ name, usedBy }) =>
    usedBy === undefined ? name : `${name} (${actorName(reading, usedBy)})`,
  );
  const spans = [...mentions, ...object.names.map(({ span }) => span), ...effects];
  return {
    id: dispute.id,
    kind: 'dispute',
    label: 'dispute',
    title: names.join(' / ') || '(over what is not said)',
    details: [
      parties.map((id) => actorName(reading, id)).join(' ↔ '),
      ...(since ? [`since ${since.text}`] : []),
      ...effects.map((span) => `“${textOf(text, span)}”`),
    ],
    spans: spans.sort((a, b) => a.start - b.start),
    cite: [dispute.cite],
    rule: dispute.rule,
  };
}

function statementRow(reading: Reading, statement: Statement): Row {
  const { text } = reading.article;
  const words = statement.content.map((span) => textOf(text, span)).join(' … ');
  const parts = [...statement.content, ...(statement.cue ? [statement.cue] : [])];
  const whole = parts.reduce(cover);
  return {
    id: statement.id,
    kind: 'statement',
    label: statement.form,
    title: speakerName(reading, statement),
    words,
    details: [
      statement.cue && textOf(text, statement.cue),
      statement.language && `translated, language ${statement.language}`,
    ].filter((detail) => detail !== undefined),
    spans: statement.content,
    cite: sentencesOf(reading.sentences, whole),
    rule: statement.rule,
  };
}

function actorRow(reading: Reading, actor: Actor): Row {
  const roles = actor.roles.map(({ title, of }) => (of ? `${title} (${of})` : title));
  return {
    id: actor.id,
    kind: 'actor',
    label: actor.kind,
    title: actor.name,
    details: [
      ...(actor.country ? [actor.country] : []),
      ...(actor.sectors.length > 0 ? [actor.sectors.join(' ')] : []),
      ...new Set(roles),
      ...(actor.aliases.length > 0 ? [`also ${actor.aliases.join(', ')}`] : []),
    ],
    ...citing(reading, actor.mentions),
  };
}

function placeRow(reading: Reading, place: Place): Row {
  const { country, geonames, lat, lon, dateline } = place;
  return {
    id: place.id,
    kind: 'place',
    label: place.kind,
    title: place.name,
    details: [
      country,
      lat !== undefined && lon !== undefined ? `${lat.toFixed(2)}, ${lon.toFixed(2)}` : undefined,
      geonames !== undefined ? `GeoNames ${geonames}` : undefined,
      dateline ? 'dateline' : undefined,
    ].filter((detail) => detail !== undefined),
    ...citing(reading, [place.span]),
  };
}

function timeRow(reading: Reading, time: Time): Row {
  const interval =
    time.from && time.to
      ? intervalText({ from: time.from, to: time.to, precision: 'interval', basis: '' })
      : undefined;
  return {
    id: time.id,
    kind: 'time',
    label: time.type,
    title: time.text,
    details: [time.value, time.mod, interval === time.value ? undefined : interval].filter(
      (detail) => detail !== undefined,
    ),
    ...citing(reading, [time.span]),
    rule: time.rule,
  };
}

const noteRow = (reading: Reading, note: Reading['notes'][number], index: number): Row => ({
  id: `n${index + 1}`,
  kind: 'note',
  label: note.kind,
  title: note.message,
  details: [],
  ...citing(reading, note.spans),
});

const logRow = (reading: Reading, entry: Reading['log'][number], index: number): Row => ({
  id: `l${index + 1}`,
  kind: 'log',
  label: entry.code,
  title: entry.message,
  details: [],
  ...citing(reading, entry.span ? [entry.span] : []),
});

/** `2016-12-15`, or first and last day: `2016-12-01 – 2016-12-31`. Half-open ends become the last day. */
export function intervalText({ from, to }: When): string {
  const last = dayBefore(to);
  return from === last ? from : `${from} – ${last}`;
}

function dayBefore(day: string): string {
  const sign = day.startsWith('-') ? -1 : 1;
  const [year = 0, month = 1, date = 1] = day
    .slice(sign < 0 ? 1 : 0)
    .split('-')
    .map(Number);
  const instant = new Date(0);
  instant.setUTCFullYear(sign * year, month - 1, date - 1);
  const shown = instant.getUTCFullYear();
  const digits = String(Math.abs(shown)).padStart(4, '0');
  const rest = `${pad(instant.getUTCMonth() + 1)}-${pad(instant.getUTCDate())}`;
  return `${shown < 0 ? '-' : ''}${digits}-${rest}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
