/**
 * The word lists that tell a place from another use of its name: data/places/locatives.yaml, common-words.yaml
 * and generics.yaml.
 */
import { z } from 'zod';
import { checkedData } from '../data-file.js';
import type { Place } from './place.js';

const Words = z.array(z.string()).optional();
const Example = z.strictObject({ text: z.string(), place: z.string() });
const RuleId = z.string().regex(/^place\/[a-z-]+$/);

const LocativesFile = z.array(
  z.strictObject({
    id: RuleId,
    prepositions: Words,
    motion: Words,
    verbs: Words,
    nouns: Words,
    words: Words,
    example: Example,
  }),
);

const GenericsFile = z.array(
  z.strictObject({
    id: RuleId,
    kind: z.enum(['city', 'region', 'physical', 'facility']),
    after: Words,
    before: Words,
    of: Words,
    example: Example,
  }),
);

export type PlaceRule = { readonly id: string; readonly example: z.infer<typeof Example> };

export interface PlaceRules {
  /** Prepositions whose complement is a place. */
  readonly at: ReadonlySet<string>;
  /** Lemmas: with them `in` and `at` tell what somebody thinks of. */
  readonly opinion: ReadonlySet<string>;
  /** Prepositions whose complement is a place where a motion word governs it. */
  readonly toward: ReadonlySet<string>;
  /** Lemmas. */
  readonly motion: ReadonlySet<string>;
  /** Lemmas of nouns: what is from a place. */
  readonly origin: ReadonlySet<string>;
  /** Lemmas of nouns: what is of a place. */
  readonly within: ReadonlySet<string>;
  /** Lemmas of nouns: two places touch there. */
  readonly border: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
  /** Lemmas: what is done on or against ground. */
  readonly onto: ReadonlySet<string>;
  /** Lemmas of verbs whose object is a place. */
  readonly object: ReadonlySet<string>;
  /** Lemmas of verbs for what befalls a town or region, not a state. */
  readonly befall: ReadonlySet<string>;
  /** Lemmas of verbs whose subject is ground. */
  readonly subject: ReadonlySet<string>;
  /** Lemmas of verbs that give another name. */
  readonly called: ReadonlySet<string>;
  /** Behind the hyphen: `based`. */
  readonly joined: ReadonlySet<string>;
  /** Lemmas of nouns for what is there or happens there. */
  readonly thing: ReadonlySet<string>;
  /** Those that of a town tell where, and of a state who. */
  readonly gathering: ReadonlySet<string>;
  /** Last or first words of facilities with names of their own. */
  readonly venue: ReadonlySet<string>;
  /** Lemmas of nouns for who belongs to a facility: a professor at a university tells no place. */
  readonly post: ReadonlySet<string>;
  /** Nouns that stand before the name of a town: `the capital Bamako`. */
  readonly seat: ReadonlySet<string>;
  readonly modifier: ReadonlySet<string>;
  readonly direction: ReadonlySet<string>;
  /** Names of the gazetteer that stand for no place in English text. */
  readonly not: ReadonlySet<string>;
  /** Between the words of a person's name. */
  readonly particle: ReadonlySet<string>;
  /** `X island`, `Mount X`, `the city of X`: lower-case noun to kind. */
  readonly after: ReadonlyMap<string, Place['kind']>;
  readonly before: ReadonlyMap<string, Place['kind']>;
  readonly of: ReadonlyMap<string, Place['kind']>;
  /** All rules with their examples. */
  readonly all: readonly PlaceRule[];
}

/** @throws Error when a file doesn't have the shape that its head describes. */
export function loadPlaceRules(): PlaceRules {
  const locatives = ['locatives.yaml', 'common-words.yaml'].flatMap((file) =>
    checkedData('places', file, LocativesFile),
  );
  const generics = checkedData('places', 'generics.yaml', GenericsFile);
  const words = (id: string, list: 'prepositions' | 'motion' | 'verbs' | 'nouns' | 'words') => {
    const found = locatives.find((rule) => rule.id === id)?.[list];
    if (found === undefined) throw new Error(`data/places: ${id} has no list '${list}'.`);
    return new Set(found);
  };
  const kinds = (list: 'after' | 'before' | 'of') =>
    new Map(generics.flatMap((rule) => (rule[list] ?? []).map((noun) => [noun, rule.kind] as const)));
  return {
    at: words('place/at', 'prepositions'),
    opinion: words('place/opinion', 'nouns'),
    toward: words('place/motion', 'prepositions'),
    motion: words('place/motion', 'motion'),
    origin: words('place/origin', 'nouns'),
    within: words('place/of', 'nouns'),
    border: words('place/border', 'nouns'),
    on: words('place/on', 'prepositions'),
    onto: words('place/on', 'nouns'),
    object: words('place/object', 'verbs'),
    befall: words('place/befall', 'verbs'),
    subject: words('place/subject', 'verbs'),
    called: words('place/called', 'verbs'),
    joined: words('place/joined', 'words'),
    thing: words('place/thing', 'nouns'),
    gathering: words('place/gathering', 'nouns'),
    venue: words('place/venue', 'words'),
    post: words('place/post', 'nouns'),
    seat: words('place/capital', 'nouns'),
    modifier: words('place/modifier', 'words'),
    direction: words('place/direction', 'words'),
    not: words('place/not', 'words'),
    particle: words('place/particle', 'words'),
    after: kinds('after'),
    before: kinds('before'),
    of: kinds('of'),
    all: [...locatives, ...generics].map(({ id, example }) => ({ id, example })),
  };
}
