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
  /** Prepositions whose complement is a place where a motion word stands before. */
  readonly toward: ReadonlySet<string>;
  /** Lemmas. */
  readonly motion: ReadonlySet<string>;
  /** Lemmas of verbs whose object is a place. */
  readonly object: ReadonlySet<string>;
  /** Nouns that stand before the name of a town: `the capital Bamako`. */
  readonly seat: ReadonlySet<string>;
  readonly modifier: ReadonlySet<string>;
  readonly direction: ReadonlySet<string>;
  /** Names of the gazetteer that stand for no place in English text. */
  readonly not: ReadonlySet<string>;
  /** Names that are places only right behind a preposition. */
  readonly guarded: ReadonlySet<string>;
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
    toward: words('place/motion', 'prepositions'),
    motion: words('place/motion', 'motion'),
    object: words('place/object', 'verbs'),
    seat: words('place/capital', 'nouns'),
    modifier: words('place/modifier', 'words'),
    not: words('place/not', 'words'),
    guarded: words('place/guarded', 'words'),
    particle: words('place/particle', 'words'),
    direction: words('place/direction', 'words'),
    after: kinds('after'),
    before: kinds('before'),
    of: kinds('of'),
    all: [...locatives, ...generics].map(({ id, example }) => ({ id, example })),
  };
}
