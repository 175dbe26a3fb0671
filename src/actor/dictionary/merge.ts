/** The actor layer with what a dictionary says put in: its codes on our actors, and the actors that only it knows. */
import type { Doc, Name, Token } from '../../language/doc.js';
import { feature, treeOf } from '../../language/tree.js';
import type { Scan } from '../../place/index.js';
import type { Span } from '../../span.js';
import type { Actor } from '../actor.js';
import type { Lexicon } from '../lexicon.js';
import { type Coded, codedPhrases, type Party } from './coded.js';
import { NO_COUNTRY, unitsOf } from './codes.js';
import type { Dictionary } from './load.js';

interface Data {
  readonly dictionary: Dictionary;
  readonly lexicon: Lexicon;
}

interface Setting extends Data {
  readonly scan: Scan;
  /** By each of their words. */
  readonly names: ReadonlyMap<number, Name>;
}

/** Half-open range of words. */
interface Words {
  from: number;
  to: number;
}

interface Draft {
  actor: Actor;
  readonly mentions: Words[];
  /** Actors that it is a group of. */
  members: Draft[];
}

/** Without a dictionary the layer as it is. */
export function withDictionary(actors: readonly Actor[], scan: Scan, data: Data): readonly Actor[] {
  const { dictionary, lexicon } = data;
  if (dictionary.actors.size + dictionary.agents.size === 0) return actors;
  const setting = { scan, names: namesByWord(scan.doc.names), ...data };
  const drafts = draftsOf(actors, scan.tokens);
  const headed = byHead(drafts, scan);
  const day = scan.doc.article.published?.value.slice(0, 10);
  const { former } = lexicon;
  const coder = {
    scan,
    dictionary,
    former,
    heads: new Set(headed.keys()),
    ...(day !== undefined && { day }),
  };
  const phrases = codedPhrases(coder);
  const cast = new Cast(setting);
  const ours = new Set<Words>();
  for (const coded of phrases) {
    const own = headed.get(coded.head);
    if (own === undefined && !coded.known) continue;
    if (own === undefined || coded.parties.length > 1) cast.add(coded);
    else {
      ours.add(own.mention);
      widen(own, coded, setting);
      const [party] = coded.parties;
      if (party !== undefined) own.draft.actor = marked(own.draft.actor, party, coded, setting);
    }
  }
  dropUnder(drafts, phrases, ours);
  return numbered([...drafts.filter(({ mentions }) => mentions.length > 0), ...cast.drafts], scan);
}

function namesByWord(names: readonly Name[]): Map<number, Name> {
  const map = new Map<number, Name>();
  for (const name of names) for (let at = name.from; at < name.to; at++) map.set(at, name);
  return map;
}

/** One walk over words and each mention. */
function draftsOf(actors: readonly Actor[], tokens: readonly Token[]): Draft[] {
  const starts = new Map(tokens.map(({ start, index }) => [start, index]));
  const ends = new Map(tokens.map(({ end, index }) => [end, index + 1]));
  const drafts = new Map<string, Draft>();
  for (const actor of actors) {
    const mentions = actor.mentions.flatMap(({ start, end }) => {
      const from = starts.get(start);
      const to = ends.get(end);
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    drafts.set(actor.id, { actor, mentions, members: [] });
  }
  for (const draft of drafts.values())
    draft.members = (draft.actor.members ?? []).flatMap((id) => drafts.get(id) ?? []);
  return [...drafts.values()];
}

interface Own {
  readonly draft: Draft;
  readonly mention: Words;
}

/** Who is named by the phrase with this head: of several mentions the longest. */
function byHead(drafts: readonly Draft[], { doc }: Scan): Map<number, Own> {
  const tree = treeOf(doc);
  const found = new Map<number, Own>();
  for (const draft of drafts) {
    for (const mention of draft.mentions) {
      const head = tree.headOf(mention.from, mention.to)?.index ?? mention.to - 1;
      const other = found.get(head);
      if (other === undefined || lengthOf(other.mention) < lengthOf(mention))
        found.set(head, { draft, mention });
    }
  }
  return found;
}

/** Whose they are belongs to the mention, "Belmark *soldiers*", save where it's a person's name. */
function widen({ draft, mention }: Own, { head, from, to }: Coded, { scan, names }: Setting): void {
  if (names.get(head)?.type === 'PERSON' || from > mention.from || to < mention.to) return;
  mention.from = from;
  mention.to = to;
  if (draft.mentions.length === 1) draft.actor = { ...draft.actor, name: textOf(scan.doc, mention) };
}

function textOf({ text, tokens }: Doc, words: Words): string {
  const { start, end } = spanOf(tokens, words);
  return text.slice(start, end).replaceAll(/\s+/gu, ' ');
}

const lengthOf = ({ from, to }: Words): number => to - from;

/** The dictionary wins where its words are: our mentions that touch them go, save those that took its code. */
function dropUnder(drafts: readonly Draft[], phrases: readonly Coded[], ours: ReadonlySet<Words>): void {
  const covered = new Set<number>();
  for (const { matches } of phrases)
    for (const { from, to } of matches) for (let at = from; at < to; at++) covered.add(at);
  for (const { mentions } of drafts) {
    const kept = mentions.filter((mention) => ours.has(mention) || !touches(mention, covered));
    mentions.splice(0, mentions.length, ...kept);
  }
}

function touches({ from, to }: Words, covered: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (covered.has(at)) return true;
  return false;
}

/** Our actor with the dictionary's code, country and sectors; where it says none, ours stay. */
function marked(actor: Actor, party: Party, { bare }: Coded, { dictionary }: Setting): Actor {
  if (actor.code !== undefined) return actor;
  const { codes } = dictionary;
  const read = codes.read(party.code);
  const [own] = actor.kind === 'state' || actor.kind === 'people' ? [] : actor.sectors;
  const country = bare ? actor.country : (read.country ?? actor.country);
  const agent = read.sectors.length === 0 && own !== undefined && unitsOf(party.code).length === 1;
  const code = bare && country !== undefined ? party.code.replace(NO_COUNTRY, country) : party.code;
  const sectors = read.sectors.length > 0 ? [...read.sectors] : actor.sectors;
  return {
    ...actor,
    ...(country !== undefined && { country }),
    sectors,
    code: agent ? code + codes.agentOf(own) : code,
  };
}

/** Whom only the dictionary knows: the same words and code are the same actor. */
class Cast {
  readonly #setting: Setting;
  readonly #known = new Map<string, Draft>();
  readonly drafts: Draft[] = [];

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  add(coded: Coded): void {
    const { parties } = coded;
    const [only] = parties;
    if (parties.length === 1 && only !== undefined) {
      this.#party(coded, only, { from: coded.from, to: coded.to });
      return;
    }
    const members = parties.map((party) => this.#party(coded, party, { from: party.from, to: party.to }));
    const actor = { ...this.#actor(coded, coded), kind: 'group' as const };
    this.drafts.push({ actor, mentions: [{ from: coded.from, to: coded.to }], members });
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

function numbered(drafts: readonly Draft[], { doc }: Scan): Actor[] {
  const placed = drafts
    .map((draft) => ({
      draft,
      mentions: draft.mentions
        .map((words) => spanOf(doc.tokens, words))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    }))
    .sort((a, b) => byPlace(a, b) || b.draft.members.length - a.draft.members.length);
  const ids = new Map(placed.map(({ draft }, nth) => [draft, `a${nth + 1}`]));
  return placed.map(({ draft, mentions }) => {
    const { members: _, ...actor } = draft.actor;
    const members = draft.members.flatMap((member) => ids.get(member) ?? []);
    return { ...actor, id: ids.get(draft) ?? '', mentions, ...(members.length > 0 && { members }) };
  });
}

/** By the first mention; where two begin with the same word, the longer, so that a group comes before its members. */
function byPlace(a: Placed, b: Placed): number {
  const [first] = a.mentions;
  const [second] = b.mentions;
  return (first?.start ?? 0) - (second?.start ?? 0) || (second?.end ?? 0) - (first?.end ?? 0);
}

interface Placed {
  readonly mentions: readonly Span[];
}

const spanOf = (tokens: readonly Token[], { from, to }: Words): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});
