/** What a report says is in dispute and between whom, as it compares with other reports'. */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { checkedData } from '../../../data-file.js';
import { foldedName } from '../../filing/party.js';
import type { DisputeTable, MatterTable } from '../../store/tables.js';
import { byText } from '../grouped.js';

export type Matter = Omit<Selectable<MatterTable>, 'quarrel'>;
export type DisputeRow = Selectable<DisputeTable>;

const GENERIC = '~';

let loaded: ReadonlySet<string> | undefined;

/** Loaded once. @throws Error naming file and entry. */
function loadGeneric(): ReadonlySet<string> {
  const schema = z.strictObject({ generic: z.array(z.string()) });
  loaded ??= new Set(checkedData('record', 'quarrels.yaml', schema).generic);
  return loaded;
}

/** Reports that say the same have one matter; one that says too little to be found again has its own. */
export function matterOf({
  id,
  parties,
  names,
  places,
}: Pick<DisputeRow, 'id' | 'parties' | 'names' | 'places'>): Matter {
  const facts = {
    parties: unique(parties),
    names: unique(names.map(({ name }) => nameKey(name))),
    places: [...new Set(places)].sort((a, b) => a - b),
  };
  const isOwn = facts.names.some(isName) || facts.places.length > 0;
  const isTold =
    facts.parties.length > 1 ? isOwn || facts.names.length > 0 : facts.parties.length === 1 && isOwn;
  const text = JSON.stringify([facts, isTold ? '' : id]);
  return { id: `m${createHash('sha256').update(text).digest('hex').slice(0, 20)}`, ...facts };
}

/** `the Kuril Islands` is `kuril islands`; `the border` is `~border`. */
export function nameKey(name: string): string {
  const own = name
    .match(/[\p{L}\p{N}]+/gu)
    ?.some((word) => /^\p{Lu}/u.test(word) && !loadGeneric().has(word.toLowerCase()));
  const key = foldedName(name).replace(/^(?:the|disputed) /u, '');
  return own ? key : `${GENERIC}${key}`;
}

const isName = (key: string): boolean => !key.startsWith(GENERIC);

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort(byText);

export const matterMarks = ({ names, places }: Matter): string[] => [
  ...names.map((name) => `matter:${name}`),
  ...places.map((place) => `matter:#${place}`),
];

/** One quarrel whoever else is in it; or perhaps, if there is no other that it may be. */
const STRONG = 2;
const WEAK = 1;
const NONE = -9;

/** By what they have in common and whether one's parties are among the other's. */
export function weighMatters(a: Matter, b: Matter): number {
  const [few, many] = a.parties.length <= b.parties.length ? [a, b] : [b, a];
  if (few.parties.length === 0 || !few.parties.every((party) => many.parties.includes(party))) return NONE;
  const common = a.names.filter((name) => b.names.includes(name));
  const isEqual = few.parties.length === many.parties.length;
  if (common.some(isName) || a.places.some((place) => b.places.includes(place))) {
    return isEqual || few.parties.length > 1 ? STRONG : WEAK;
  }
  return common.length > 0 && isEqual && few.parties.length > 1 ? STRONG : NONE;
}

/**
 * Matters that strong ties hold together are one quarrel. Where reports name one party only, they join the one quarrel that it is
 * in over that object; where there are two such, they stand apart.
 */
export function splitMatters(matters: readonly Matter[]): Matter[][] {
  const sorted = [...matters].sort((a, b) => byText(a.id, b.id));
  const parts = tied(sorted);
  const several = parts.filter(([first]) => (first?.parties.length ?? 0) > 1);
  const joined = new Map<Matter[], Matter[]>(several.map((part) => [part, [...part]]));
  const alone: Matter[][] = [];
  for (const part of parts) {
    if (joined.has(part)) continue;
    const fitting = several.filter((other) =>
      part.some((a) => other.some((b) => weighMatters(a, b) === WEAK)),
    );
    const [one] = fitting;
    if (fitting.length === 1 && one !== undefined) joined.get(one)?.push(...part);
    else alone.push(part);
  }
  return [...joined.values(), ...alone];
}

function tied(matters: readonly Matter[]): Matter[][] {
  const left = new Set(matters);
  const parts: Matter[][] = [];
  for (const start of matters) {
    if (!left.delete(start)) continue;
    const part = [start];
    for (const matter of part) {
      for (const other of left) {
        if (weighMatters(matter, other) !== STRONG) continue;
        left.delete(other);
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts;
}
