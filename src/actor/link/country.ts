/**
 * Which state `the country` is: the one that was spoken of last, but none that the sentence sets against it. Peru has its
 * embassy to another country than Peru, and what Peru does to the country it does to another.
 */
import { hasRelation } from '../../language/tree.js';
import { type Around, type Of, prepositionOf } from '../find/index.js';
import { standingOf } from '../standing.js';
import { bound } from './binding.js';
import type { Cast, Member } from './cast.js';
import { saysSomething } from './pronoun.js';
import type { Spoken, SpokenOf } from './spoken.js';

export interface Standpoint {
  readonly around: Around;
  readonly cast: Cast;
  readonly spoken: Spoken;
  /** Whose mention hangs on a word. */
  readonly settled: (head: number) => Member | undefined;
}

/** So many sentences back a state is still the country. */
const REACH = 2;
/** Where another is spoken of so much oftener, the one named last isn't what the report is about. */
const OUTDONE = 3;

export function countryMeant(standpoint: Standpoint, mention: Of<'country'>): Member | undefined {
  const { cast, spoken } = standpoint;
  const barred = barredFrom(standpoint, mention);
  const [here, ...before] = [0, ...Array(REACH).keys()].map((_, back) =>
    spoken.inSentence(mention.sentence - back).filter(({ country }) => !barred.has(country)),
  );
  const near = here?.filter((each) => each.named && !speaks(standpoint, each)) ?? [];
  // `Peru says the country …` may mean Peru, and whom Peru speaks of; so may `the Peruvian president says …`.
  const nearest =
    near.length > 0 ? near : [...(here ?? []), ...(before.find(({ length }) => length > 0) ?? [])];
  const [country, second] = new Set(nearest.map((each) => each.country));
  if (country === undefined || second !== undefined) return undefined;
  if (spoken.most >= spoken.count(country) * OUTDONE) return undefined;
  return cast.keyed(`state ${country}`, () => ({ kind: 'state', country, sectors: [] }));
}

function speaks({ around }: Standpoint, { head }: SpokenOf): boolean {
  const token = around.scan.tokens[head];
  return token !== undefined && saysSomething(around, token);
}

/** The states that do something to it or have it done to them with it, and whose the noun is that it hangs on. */
function barredFrom(standpoint: Standpoint, { head, leaves }: Of<'country'>): ReadonlySet<string> {
  const { around, settled } = standpoint;
  const { scan, tree } = around;
  const token = scan.tokens[head];
  if (token === undefined) return new Set();
  const owners: number[] = [];
  const heads = leaves || hasRelation(token, 'nmod:poss') ? [] : [...bound(tree, token, false).barred];
  for (let at = token; hasRelation(at, 'nmod') && at.deprel !== 'nmod:poss'; ) {
    const above = scan.tokens[at.head];
    if (above === undefined || prepositionOf(around, at) === 'of') break;
    heads.push(...tree.childrenBy(above.index, 'nmod:poss', 'amod').map(({ index }) => index));
    owners.push(above.index);
    at = above;
  }
  const states = heads.flatMap((each) => stateAt(settled(each)) ?? []);
  return new Set([...states, ...owners.flatMap((each) => ofState(settled(each)) ?? [])]);
}

/** `Its ambassador to the country`: the ambassador's state. */
const ofState = (member: Member | undefined): string | undefined =>
  member === undefined || member.kind === 'state' ? undefined : standingOf(member).country;

const stateAt = (member: Member | undefined): string | undefined =>
  member?.kind === 'state' || member?.kind === 'government' ? member.country : undefined;
