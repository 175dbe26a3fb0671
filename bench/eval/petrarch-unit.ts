/**
 * PETRARCH's validation sentences, one at a time, each with the events that it must give.
 *
 * petr2-gsr, real countries, our own tables: an expected event is right when one of ours has its root code (the first two
 * digits of CAMEO) and both of its actors. petr-unit, invented countries, read with the set's own dictionaries by the way
 * that `--actors` goes: an expected event is right when one of ours has both of its actors, whatever its code, for its codes
 * are of another scheme.
 *
 * When is an actor right? In petr-unit when its code is the same, letter for letter. In petr2-gsr as far as codes are made
 * of country and agent: the country (or sort of body, for IGO, NGO and the like) is the same, and so is the first agent, or
 * neither has one; a town, faith or body that a code goes on to name (PSEGZA, EGYOPPMUS) is no part of that. A code is made
 * of our actor's country and first sector as data/actors/cameo.yaml says; CAMEO's OPP is also right for our CVL, since PLOVER
 * has activists and protesters there. `---` is an actor that is not there, `---GOV` one of no country. Beside it: "letter for
 * letter"; "agent where both have one", where a code without agent fits any of its country; and "country alone".
 *
 * Of joint parties each pair is given; of a meeting or visit both directions, since CAMEO writes it twice (042 and 043);
 * likewise of another joint act without recipient, such as a pact.
 *
 * A sentence without an expected event is right when we give none with both parties: the set's coder drops the others
 * unless told not to (`require_dyad`). Left out are the sentences with `error` (refused for reasons of another program) and
 * actors in quotation marks (the words of somebody unknown, an option of that program).
 * Nothing of these sentences is in our tables or tests: measure only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../src/actor/actor.js';
import { loadCodes, NO_COUNTRY, unitsOf } from '../../src/actor/dictionary/codes.js';
import type { Event } from '../../src/event/event.js';
import { createReader, type Reader } from '../../src/reading/index.js';
import type { Reading } from '../../src/reading/reading.js';
import type { Bounds, Corpus, Row } from './row.js';

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
  const both = type === 'CONSULT' && recipients.length > 0;
  const pairs = sources.flatMap((source) => targets.map((target) => ({ source, target, root })));
  const turned = both ? pairs.map(({ source, target }) => ({ source: target, target: source, root })) : [];
  return [...pairs, ...turned].filter(({ source, target }) => !joint || source !== target);
}

const isDyad = ({ source, target }: Given): boolean => source !== NOBODY && target !== NOBODY;

type Same = (want: string, have: string) => boolean;

const letters: Same = (want, have) => want === have;

/** The same country or sort of body, and the same first agent. */
const parts: Same = (want, have) => whoOf(want) === whoOf(have) && isAgent(agentOf(want), agentOf(have));

/** A code without an agent fits any of its country. */
const loose: Same = (want, have) =>
  whoOf(want) === whoOf(have) &&
  (agentOf(want) === '' || agentOf(have) === '' || isAgent(agentOf(want), agentOf(have)));

const country: Same = (want, have) => whoOf(want) === whoOf(have);

const isAgent = (want: string, have: string): boolean => want === have || (want === 'OPP' && have === 'CVL');

const whoOf = (code: string): string => code.slice(0, 3);

/** As a PLOVER sector; of a body that is no state, nothing. */
function agentOf(code: string): string {
  if (codes.read(code).body) return '';
  const rest = unitsOf(code).slice(1);
  return rest.flatMap((unit) => codes.read(NOBODY + unit).sectors)[0] ?? '';
}

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
  right: number;
  letters: number;
  loose: number;
  country: number;
  root: number;
  silent: number;
  none: number;
}

async function measure(sentences: readonly Sentence[], reader: Reader, { same, withCode }: Suite) {
  const counts: Counts = {
    events: 0,
    right: 0,
    letters: 0,
    loose: 0,
    country: 0,
    root: 0,
    silent: 0,
    none: 0,
  };
  const misses: string[] = [];
  for (const sentence of sentences) {
    const { events, actors } = await readingOf(reader, sentence);
    const all = new Map(actors.map((actor) => [actor.id, actor]));
    const given = events.flatMap((event) => givenOf(event, all));
    if (sentence.events.length === 0) {
      counts.none++;
      if (!given.some(isDyad)) counts.silent++;
    }
    for (const want of sentence.events) {
      counts.events++;
      if (given.some(({ root }) => root === want.code.slice(0, 2))) counts.root++;
      if (isRight(want, given, country, withCode)) counts.country++;
      if (isRight(want, given, loose, withCode)) counts.loose++;
      if (isRight(want, given, letters, withCode)) counts.letters++;
      if (isRight(want, given, same, withCode)) counts.right++;
      else misses.push(missOf(sentence, want, given));
    }
  }
  return { counts, misses };
}

const missOf = ({ id }: Sentence, { source, target, code }: Expected, given: readonly Given[]): string =>
  `${id}: ${source} > ${target} ${code}; given: ${given.map((each) => `${each.source} > ${each.target} ${each.root}`).join(', ') || 'nothing'}`;

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

interface Suite {
  readonly suite: Sentence['suite'];
  readonly same: Same;
  readonly withCode: boolean;
  readonly what: string;
  /** Of the figure that issue 4 names. */
  readonly bounds: Bounds;
}

const SUITES: readonly Suite[] = [
  {
    suite: 'petr2-gsr',
    same: parts,
    withCode: true,
    what: 'root code and both actors',
    bounds: { floor: 0.5, aim: 0.7 },
  },
  { suite: 'petr-unit', same: letters, withCode: false, what: 'both actors', bounds: { floor: 0.55 } },
];

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
    for (const suite of SUITES) {
      const reader = createReader(suite.withCode ? {} : { actors: dictionaries });
      const own = sentences.filter((sentence) => sentence.suite === suite.suite);
      const { counts, misses } = await measure(own, reader, suite);
      if (process.env.DEMARCHE_MISSES) process.stderr.write(`${misses.join('\n')}\n`);
      rows.push(...rowsOf(suite, counts));
    }
    return rows;
  },
};

function rowsOf({ suite, withCode, what, bounds }: Suite, counts: Counts): Row[] {
  const row = (measure: string, count: number, n: number): Row => ({
    corpus: `events/${suite}`,
    measure,
    value: share(count, n),
    n,
  });
  const { events, none } = counts;
  return [
    { ...row(what, counts.right, events), ...bounds },
    ...(withCode ? [row(`${what}, letter for letter`, counts.letters, events)] : []),
    row(`${what}, agent where both have one`, counts.loose, events),
    row(`${what}, country alone`, counts.country, events),
    ...(withCode ? [row('root code', counts.root, events)] : []),
    row('nothing where nothing is', counts.silent, none),
  ];
}

const isOfCodes = ({ source, target }: Expected): boolean => !source.includes('"') && !target.includes('"');
