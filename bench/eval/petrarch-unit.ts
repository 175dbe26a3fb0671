/**
 * PETRARCH's validation sentences, one at a time, each with the events that it must give.
 *
 * petr2-gsr, real countries, our own tables: an expected event is right when one of ours has its root code (the first two
 * digits of CAMEO) and both of its actors. petr-unit, invented countries, read with the set's own dictionaries by the way
 * that `--actors` goes: an expected event is right when one of ours has both of its actors, whatever its code, for its codes
 * are of another scheme.
 *
 * An actor is right when its code is the same, letter for letter: the dictionary's, else one made of country and sector as
 * `cameo.yaml` says. `---` is an actor that is not there, `---GOV` one of no country. Of a joint act each pair of parties is
 * one expected event, of a joint act without recipient (a meeting, a pact) both directions are given. Beside it the lenient figure: the first three letters are the
 * same, and the agent where both have one. A sentence without an expected event is right when we give none. Left out are
 * the sentences with `error` (refused for reasons of another program) and actors given in quotation marks (the words of
 * somebody unknown, an option of that program). Nothing of these sentences is in our tables or tests: measure only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../src/actor/actor.js';
import { loadCodes, NO_COUNTRY } from '../../src/actor/dictionary/codes.js';
import type { Event } from '../../src/event/event.js';
import { createReader, type Reader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';
import type { Corpus, Row } from './row.js';

interface Expected {
  readonly source: string;
  readonly target: string;
  readonly code: string;
}

interface Sentence {
  readonly id: string;
  readonly suite: 'petr-unit' | 'petr2-gsr';
  readonly date: string;
  readonly text: string;
  readonly events: readonly Expected[];
  readonly error?: string;
}

/** One pair of parties of an event that we read. */
interface Given {
  readonly source: string;
  readonly target: string;
  readonly root: string;
}

const codes = loadCodes();

/** Where there is nobody. */
const NOBODY = NO_COUNTRY;

const codeOf = (actor: Actor): string => actor.code ?? codes.write(actor) ?? NOBODY;

/** Members of a group stand for it, and each of its states. */
function codesOf(ids: readonly string[], actors: ReadonlyMap<string, Actor>): string[] {
  const found = ids.flatMap((id) => {
    const actor = actors.get(id);
    if (actor === undefined) return [];
    if (actor.members !== undefined)
      return codesOf(actor.members, new Map([...actors].filter(([each]) => each !== id)));
    const { countries = [] } = actor;
    return countries.length > 0 ? countries.map((country) => codeOf({ ...actor, country })) : [codeOf(actor)];
  });
  return found.length > 0 ? [...new Set(found)] : [NOBODY];
}

/** Types whose actors, with no recipient, act on each other. */
const JOINT: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'ASSAULT']);

function givenOf({ type, actors, recipients, cameo }: Event, all: ReadonlyMap<string, Actor>): Given[] {
  const root = cameo?.slice(0, 2) ?? '';
  const sources = codesOf(actors, all);
  const joint = recipients.length === 0 && sources.length > 1 && JOINT.has(type);
  const targets = joint ? sources : codesOf(recipients, all);
  return sources.flatMap((source) =>
    targets.flatMap((target) => (source === target && targets === sources ? [] : [{ source, target, root }])),
  );
}

const strict = (want: string, have: string): boolean => want === have;

/** `USAGOV` for `USA`, `RUSGOV` for `RUSGOVMIL`; never `RUSMIL` for `RUSGOV`. */
function lenient(want: string, have: string): boolean {
  if (want.slice(0, 3) !== have.slice(0, 3)) return false;
  return want.length <= 3 || have.length <= 3 || want.slice(3).includes(have.slice(3, 6));
}

type Same = (want: string, have: string) => boolean;

const isRight = (want: Expected, given: readonly Given[], same: Same, withCode: boolean): boolean =>
  given.some(
    ({ source, target, root }) =>
      same(want.source, source) && same(want.target, target) && (!withCode || want.code.slice(0, 2) === root),
  );

async function readingOf(reader: Reader, { date, text }: Sentence): Promise<Reading> {
  const published = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? { published: date } : {};
  for await (const outcome of reader.read(text, published)) {
    if (outcome.ok) return outcome.reading;
    throw new Error(outcome.error.message);
  }
  throw new Error('no report in the text');
}

interface Counts {
  events: number;
  strict: number;
  lenient: number;
  root: number;
  silent: number;
  none: number;
}

async function measure(
  sentences: readonly Sentence[],
  reader: Reader,
  withCode: boolean,
): Promise<{ readonly counts: Counts; readonly misses: string[] }> {
  const counts: Counts = { events: 0, strict: 0, lenient: 0, root: 0, silent: 0, none: 0 };
  const misses: string[] = [];
  for (const sentence of sentences) {
    const { events, actors } = await readingOf(reader, sentence);
    const all = new Map(actors.map((actor) => [actor.id, actor]));
    const given = events.flatMap((event) => givenOf(event, all));
    if (sentence.events.length === 0) {
      counts.none++;
      if (given.length === 0) counts.silent++;
    }
    for (const want of sentence.events) {
      counts.events++;
      if (given.some(({ root }) => root === want.code.slice(0, 2))) counts.root++;
      if (isRight(want, given, lenient, withCode)) counts.lenient++;
      if (isRight(want, given, strict, withCode)) counts.strict++;
      else misses.push(missOf(sentence, want, given));
    }
  }
  return { counts, misses };
}

const missOf = ({ id }: Sentence, { source, target, code }: Expected, given: readonly Given[]): string =>
  `${id}: ${source} > ${target} ${code}; given: ${given.map((each) => `${each.source} > ${each.target} ${each.root}`).join(', ') || 'nothing'}`;

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

/** Bounds are for the figure that issue 4 names. */
const SUITES = [
  { suite: 'petr2-gsr', withCode: true, what: 'root code and both actors', bounds: { floor: 0.5, aim: 0.7 } },
  { suite: 'petr-unit', withCode: false, what: 'both actors', bounds: { floor: 0.55 } },
] as const;

export const petrarchUnit: Corpus = {
  name: 'events/petrarch-unit',
  folder: 'events',
  async evaluate(path) {
    const sentences = readFileSync(join(path, 'petrarch-unit.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Sentence)
      .filter(({ error }) => error === undefined)
      .map((sentence) => ({ ...sentence, events: sentence.events.filter(isOfCodes) }));
    const dictionaries = ['actors', 'agents'].map((sort) =>
      join(path, 'petrarch-dictionaries', `PETR.Validate.${sort}.txt`),
    );
    const rows: Row[] = [];
    for (const { suite, withCode, what, bounds } of SUITES) {
      const reader = createReader(withCode ? {} : { actors: dictionaries });
      const own = sentences.filter((sentence) => sentence.suite === suite);
      const { counts, misses } = await measure(own, reader, withCode);
      if (process.env.DEMARCHE_MISSES) process.stderr.write(`${misses.join('\n')}\n`);
      const corpus = `events/${suite}`;
      const { events: n } = counts;
      rows.push(
        { corpus, measure: what, value: share(counts.strict, n), n, ...bounds },
        { corpus, measure: `${what}, lenient`, value: share(counts.lenient, n), n },
        ...(withCode ? [{ corpus, measure: 'root code', value: share(counts.root, n), n }] : []),
        {
          corpus,
          measure: 'nothing where nothing is',
          value: share(counts.silent, counts.none),
          n: counts.none,
        },
      );
    }
    return rows;
  },
};

const isOfCodes = ({ source, target }: Expected): boolean => !source.includes('"') && !target.includes('"');
