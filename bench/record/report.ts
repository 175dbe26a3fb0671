/** Generated reports as rows: texts of our own words, each event and statement with its sentence and place in the text. */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { countriesOf, namedIn } from '../../src/record/filing/party.js';
import { dayText, type Told } from '../../src/record/merge/happening/telling.js';
import type { ArticleTable, NamingTable, Party, StatementTable } from '../../src/record/store/tables.js';
import type { Random } from './random.js';
import { type Draft, daysOf, phrase, type Story } from './story.js';
import type { Vocabulary } from './vocabulary.js';

export interface Telling {
  readonly story: Story;
  readonly draft: Draft;
}

export interface Report {
  readonly article: Omit<Selectable<ArticleTable>, 'reading' | 'filed'> & { readonly reading: string };
  readonly events: readonly { readonly story: Story; readonly row: Told }[];
  readonly statements: readonly { readonly story: Story; readonly row: Selectable<StatementTable> }[];
  readonly namings: readonly Selectable<NamingTable>[];
}

/** Sentences of a text, with where each begins and ends. */
class Text {
  text = '';
  readonly sentences: { start: number; end: number }[] = [];
  add(sentence: string): { start: number; end: number } {
    const start = this.text === '' ? 0 : this.text.length + 1;
    this.text = this.text === '' ? sentence : `${this.text} ${sentence}`;
    const span = { start, end: start + sentence.length };
    this.sentences.push(span);
    return span;
  }
}

/** @param number Of the report among all: its id is made from it. @param verbs What stands between two parties, by act. */
export function reportOf(
  number: number,
  tellings: readonly Telling[],
  random: Random,
  words: Vocabulary,
  verbs: (code: string, type: string) => string,
): Report {
  const id = createHash('sha256').update(`report ${number}`).digest('hex').slice(0, 20);
  const { outlet, day } = (tellings[0] as Telling).draft;
  const published = dayText(day);
  const text = new Text();
  const events: { story: Story; row: Told }[] = [];
  const statements: { story: Story; row: Selectable<StatementTable> }[] = [];
  const origin = { id, outlet, published };
  for (const telling of tellings) {
    events.push({ story: telling.story, row: eventRow(origin, text, telling, random, words, verbs) });
    const { said } = telling.story;
    if (said !== undefined && random.chance(0.8))
      statements.push({ story: telling.story, row: statementRow(origin, text, said, published) });
    for (let filler = 1 + random.below(2); filler > 0; filler--)
      text.add(sentenceCase(phrase(random, words, 10 + random.below(14))));
  }
  const [first] = events;
  const namings = namingsOf(id, tellings);
  return {
    article: {
      id,
      url: `https://${outlet.toLowerCase().replace(' ', '-')}.example/${id}`,
      outlet,
      agency: null,
      headline: (first?.row.sentence ?? '').slice(0, 80),
      language: 'en',
      published,
      updated: null,
      day: published,
      origin: 'generated',
      text: text.text,
      reading: JSON.stringify({ sentences: text.sentences }),
      made: 'generated',
      sketch: [],
      lineage: id,
      correction: false,
      superseded: null,
      named: namedIn(namings.map(({ form }) => form)),
    },
    events,
    statements,
    namings,
  };
}

interface Origin {
  readonly id: string;
  readonly outlet: string;
  readonly published: string;
}

const named = ({ title, name }: Party): string => (title === undefined ? name : `${title} ${name}`);
const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function eventRow(
  { id, outlet, published }: Origin,
  text: Text,
  { story, draft }: Telling,
  random: Random,
  words: Vocabulary,
  verbs: (code: string, type: string) => string,
): Told {
  const { act, town, actors, recipients } = story;
  const subject = named(actors[0] as Party);
  const verb = verbs(act.code, act.type);
  const counts = story.counts.map(({ of, value }) => ({ of, value: value + draft.off }));
  const sentence = sentenceCase(
    [
      `${subject} ${verb}`,
      ...recipients.map(named),
      ...(town === undefined ? [] : [`in ${town.name}`]),
      ...counts.map(({ of, value }) => `with ${value} ${of}`),
      story.topic,
      phrase(random, words, 4),
    ].join(' '),
  );
  const { start, end } = text.add(sentence);
  const when = daysOf(story, draft.off);
  const trigger = start + subject.length + 1;
  return {
    id: `${id}-e${trigger}`,
    article: id,
    type: act.type,
    code: act.code,
    mode: act.mode,
    contexts: [],
    cameo: act.cameo,
    plover: act.plover,
    goldstein: act.goldstein,
    status: story.status,
    background: story.background,
    from: when?.from ?? null,
    to: when?.to ?? null,
    precision: when === undefined ? null : story.precision,
    basis: when === undefined ? null : 'time',
    actors,
    recipients,
    place: town?.name ?? null,
    geonames: town?.geonames ?? null,
    lat: town?.lat ?? null,
    lon: town?.lon ?? null,
    country: town?.country ?? null,
    counts,
    trigger_start: trigger,
    trigger_end: trigger + verb.length,
    cite_start: start,
    cite_end: end,
    sentence,
    headline: false,
    statement: null,
    voucher: 'own-voice',
    rule: 'generated',
    confidence: 0.5 + random.below(50) / 100,
    happening: null,
    rejected: false,
    corrected: null,
    day: published,
    outlet,
    lineage: id,
    correction: false,
    superseded: null,
  };
}

function statementRow(
  { id }: Origin,
  text: Text,
  { speaker, content }: NonNullable<Story['said']>,
  published: string,
): Selectable<StatementTable> {
  const sentence = `“${content},” ${named(speaker)} said.`;
  const { start, end } = text.add(sentence);
  return {
    id: `${id}-s${start + 1}`,
    article: id,
    form: 'direct',
    speakers: [speaker],
    content,
    content_start: start + 1,
    content_end: start + 1 + content.length,
    sentence,
    cite_start: start,
    cite_end: end,
    from: published,
    to: dayText(Math.round(Date.parse(`${published}T00:00:00Z`) / 86_400_000) + 1),
    language: null,
    countries: countriesOf([speaker]),
    who: [speaker.form],
    wording: null,
    saying: null,
    rejected: false,
  };
}

function namingsOf(article: string, tellings: readonly Telling[]): Selectable<NamingTable>[] {
  const found = new Map<string, Selectable<NamingTable>>();
  for (const { form, name, sectors, title } of tellings.flatMap(({ story }) => [
    ...story.actors,
    ...story.recipients,
  ])) {
    found.set(form, {
      article,
      form,
      mentions: (found.get(form)?.mentions ?? 0) + 1,
      name,
      sectors: [...sectors],
      common: false,
      roles: title === undefined ? [] : [{ title, of: '' }],
    });
  }
  return [...found.values()];
}
