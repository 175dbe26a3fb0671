/**
 * PLOVER's gold records, one coded event a text: is its type among those that we code, and does an event of that type have
 * the gold countries too? Types of the record's older draft are mapped as plover.md, section 11, says. A report without a floor.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../src/actor/actor.js';
import type { Article } from '../../src/article/article.js';
import type { Event } from '../../src/event/event.js';
import { eventReader, loadEvents } from '../../src/event/index.js';
import { beforeOf, loadGround } from '../../src/reading/layers.js';
import type { Corpus, Row } from './row.js';

interface Party {
  readonly code?: string;
}

export interface GoldRecord {
  readonly id: string;
  readonly date: string;
  readonly event: string;
  readonly text: string;
  readonly source?: readonly Party[];
  /** A list, empty text, or missing. */
  readonly target?: readonly Party[] | string;
}

const RENAMED: Readonly<Record<string, string>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};

/** Codes of the file that are no ISO codes. */
const COUNTRY: Readonly<Record<string, string>> = { JAP: 'JPN', ITL: 'ITA' };
/** International bodies: matched by kind, since our actors have no country for them. */
const INTERNATIONAL = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC']);

const goldCountries = (parties: GoldRecord['target']): Set<string> =>
  new Set(
    (Array.isArray(parties) ? parties : []).flatMap(({ code }: Party) =>
      code === undefined ? [] : [INTERNATIONAL.has(code) ? 'INT' : (COUNTRY[code] ?? code)],
    ),
  );

function countries(ids: readonly string[], actors: ReadonlyMap<string, Actor>): Set<string> {
  return new Set(
    ids.flatMap((id) => {
      const actor = actors.get(id);
      if (!actor) return [];
      // "Hungarian and Romanian officials" are of both.
      if (actor.countries !== undefined) return actor.countries;
      if (actor.country !== undefined) return [actor.country];
      // `The French and German foreign ministers`
      if (actor.countries !== undefined) return actor.countries;
      return actor.sectors.some((sector) => INTERNATIONAL.has(sector)) ? ['INT'] : [];
    }),
  );
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));

/** Source and target each right; where either side codes a joint act without a direction, all parties together. */
function rightCountries(gold: GoldRecord, event: Event, actors: ReadonlyMap<string, Actor>): boolean {
  const source = goldCountries(gold.source);
  const target = goldCountries(gold.target);
  const actor = countries(event.actors, actors);
  const recipient = countries(event.recipients, actors);
  if (recipient.size === 0 && target.size > 0 && event.actors.length > 1)
    return same(actor, new Set([...source, ...target]));
  if (target.size === 0 && source.size > 1) return same(new Set([...actor, ...recipient]), source);
  return same(actor, source) && (target.size === 0 || same(recipient, target));
}

/** Type and countries. */
export const isRight = (gold: GoldRecord, event: Event, actors: ReadonlyMap<string, Actor>): boolean =>
  hasType(gold, event) && rightCountries(gold, event, actors);

const hasType = (gold: GoldRecord, { code }: Event): boolean =>
  code.split('-')[0] === (RENAMED[gold.event] ?? gold.event);

export const readRecords = (folder: string): GoldRecord[] =>
  JSON.parse(readFileSync(join(folder, 'plover-gsr.json'), 'utf8')) as GoldRecord[];

export const recordArticle = ({ id, date, text }: GoldRecord): Article => ({
  id,
  from: id,
  headline: '',
  language: 'en',
  published: { value: date, text: date },
  text,
  paragraphs: [{ kind: 'body', span: { start: 0, end: text.length } }],
});

export const ploverGsr: Corpus = {
  name: 'events/plover-gsr',
  folder: 'events',
  async evaluate(path) {
    const records = readRecords(path);
    const read = makeRead();
    let type = 0;
    let placed = 0;
    let given = 0;
    let right = 0;
    for (const gold of records) {
      const { events, actors } = await read(gold);
      const matching = events.filter((event) => hasType(gold, event));
      if (matching.length > 0) type++;
      if (matching.some((event) => rightCountries(gold, event, actors))) placed++;
      given += events.length;
      right += matching.length;
    }
    return rows(records.length, given, { type, placed, right });
  },
};

function rows(
  records: number,
  given: number,
  counts: { type: number; placed: number; right: number },
): Row[] {
  const corpus = ploverGsr.name;
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
  return [
    { corpus, measure: 'type right', value: share(counts.type, records), n: records, floor: 0.65, aim: 0.78 },
    {
      corpus,
      measure: 'type and countries right',
      value: share(counts.placed, records),
      n: records,
      floor: 0.48,
      aim: 0.62,
    },
    {
      corpus,
      measure: 'events given that have the type',
      value: share(counts.right, given),
      n: given,
      floor: 0.55,
      aim: 0.7,
    },
  ];
}

function makeRead() {
  const groundOf = loadGround();
  const events = eventReader(loadEvents());
  return async (record: GoldRecord) => {
    const ground = await groundOf(recordArticle(record));
    return {
      events: events(ground.doc, beforeOf(ground)).layer,
      actors: new Map(ground.actors.layer.map((actor) => [actor.id, actor])),
    };
  };
}
