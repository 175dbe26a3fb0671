/** Actors that only the dictionary knows. */
import type { Name } from '../../language/doc.js';
import { feature } from '../../language/tree.js';
import type { Scan } from '../../place/index.js';
import type { Actor } from '../actor.js';
import type { Lexicon } from '../lexicon.js';
import type { Coded, Party } from './coded.js';
import { unitsOf } from './codes.js';
import { type Draft, textOf, type Words } from './draft.js';
import type { Dictionary } from './load.js';

export interface Data {
  readonly dictionary: Dictionary;
  readonly lexicon: Lexicon;
}

export interface Setting extends Data {
  readonly scan: Scan;
  /** By each of their words. */
  readonly names: ReadonlyMap<number, Name>;
}

export function namesByWord(names: readonly Name[]): Map<number, Name> {
  const map = new Map<number, Name>();
  for (const name of names) for (let at = name.from; at < name.to; at++) map.set(at, name);
  return map;
}

/** The same words and code are the same actor. */
export class Cast {
  readonly #setting: Setting;
  readonly #known = new Map<string, Draft>();
  readonly drafts: Draft[] = [];

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** The one actor that the words name; of several nobody. */
  add(coded: Coded): Draft | undefined {
    const { parties } = coded;
    const [only] = parties;
    if (parties.length === 1 && only !== undefined) {
      return this.#party(coded, only, { from: coded.from, to: coded.to });
    }
    const members = parties.map((party) => this.#party(coded, party, { from: party.from, to: party.to }));
    const actor = { ...this.#actor(coded, coded), kind: 'group' as const };
    this.drafts.push({ actor, mentions: [{ from: coded.from, to: coded.to }], members });
    return undefined;
  }

  #party(coded: Coded, party: Party, words: Words): Draft {
    const { code, listed } = party;
    // Somebody without a country is another one each time: "officials".
    const key = coded.bare ? `${coded.from}` : `${code} ${listed}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      known.mentions.push(words);
      return known;
    }
    const read = this.#setting.dictionary.codes.read(code);
    const draft: Draft = {
      actor: {
        ...this.#actor(coded, words),
        ...(read.country !== undefined && { country: read.country }),
        sectors: [...read.sectors],
        code,
      },
      mentions: [words],
      members: [],
    };
    this.#known.set(key, draft);
    this.drafts.push(draft);
    return draft;
  }

  #actor(coded: Coded, words: Words): Actor {
    const { doc } = this.#setting.scan;
    const name = textOf(doc, words);
    return {
      id: '',
      kind: kindOf(coded, this.#setting),
      name,
      sectors: [],
      roles: [],
      mentions: [],
      aliases: [],
    };
  }
}

/** A code of three letters alone is a state's, as CAMEO has it; a person's says what they are. */
function kindOf(
  { head, parties, matches }: Coded,
  { scan, dictionary, lexicon, names }: Setting,
): Actor['kind'] {
  const code = parties[0]?.code ?? '';
  const name = names.get(head);
  if (name?.type === 'PERSON' && (code.length > 3 || name.to - name.from > 1)) return 'person';
  if (dictionary.codes.read(code).body) return 'organization';
  if (code.length === 3) return 'state';
  const agent = matches.find((match) => match.is === 'agent' && match.from <= head && head < match.to);
  if (agent === undefined) return KINDS.get(unitsOf(code)[1] ?? '') ?? 'group';
  const token = scan.tokens[head];
  const noun = scan.forms.slice(agent.from, agent.to).join(' ');
  const kind = ownKind(noun, lexicon) ?? ownKind(token?.lemma.toLowerCase() ?? '', lexicon) ?? 'group';
  return kind === 'person' && token && feature(token, 'Number') === 'Plur' ? 'group' : kind;
}

/** What our own tables say that a noun is. */
function ownKind(noun: string, { groups, titles }: Lexicon): Actor['kind'] | undefined {
  const title = titles.get(noun);
  return groups.get(noun)?.kind ?? (title && (title.plural ? 'group' : 'person'));
}

/** By the unit behind the country, of an actor that the dictionary names. */
const KINDS: ReadonlyMap<string, Actor['kind']> = new Map([
  ['GOV', 'government'],
  ['MIL', 'military'],
]);
