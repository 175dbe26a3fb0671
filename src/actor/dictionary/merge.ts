/** The actor layer with what a dictionary says put in: its codes on our actors, and the actors that only it knows. */
import type { Scan } from '../../place/index.js';
import type { Actor } from '../actor.js';
import { Cast, type Data, namesByWord, type Setting } from './cast.js';
import { type Coded, codedPhrases, type Party } from './coded.js';
import { NO_COUNTRY, unitsOf } from './codes.js';
import { byHead, type Draft, draftsOf, numbered, type Own, textOf, type Words } from './draft.js';

/** Without a dictionary the layer as it is. */
export function withDictionary(actors: readonly Actor[], scan: Scan, data: Data): readonly Actor[] {
  const { dictionary, lexicon } = data;
  if (dictionary.actors.size + dictionary.agents.size === 0) return actors;
  const setting = { scan, names: namesByWord(scan.doc.names), ...data };
  const drafts = draftsOf(actors, scan.tokens);
  const headed = byHead(drafts, scan.doc);
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
  const taken = new Map<number, Draft>();
  for (const coded of phrases) {
    const own = headed.get(coded.head);
    if (own === undefined && !coded.known) continue;
    const isTold = coded.known && own !== undefined && isMereName(own.draft.actor);
    if (own === undefined || isTold || coded.parties.length > 1) {
      const draft = cast.add(coded);
      if (draft !== undefined) taken.set(coded.head, draft);
    } else {
      ours.add(own.mention);
      widen(own, coded, setting);
      const [party] = coded.parties;
      if (party !== undefined) own.draft.actor = marked(own.draft.actor, party, coded, setting);
    }
  }
  dropUnder(drafts, phrases, ours);
  followNames(headed, taken, scan);
  return numbered([...drafts.filter(({ mentions }) => mentions.length > 0), ...cast.drafts], scan.doc);
}

/** Of whom we know nothing but the name, and so not what they are: the dictionary does. */
const isMereName = ({ kind, roles, sectors, country }: Actor): boolean =>
  (kind === 'person' || kind === 'organization') &&
  roles.length + sectors.length === 0 &&
  country === undefined;

/** Whose they are belongs to the mention, "Belmark *soldiers*", save where it's a person's name. */
function widen({ draft, mention }: Own, { head, from, to }: Coded, { scan, names }: Setting): void {
  const bare = scan.tokens[mention.from]?.upos === 'DET' ? mention.from + 1 : mention.from;
  if (names.get(head)?.type === 'PERSON' || from > bare || to < mention.to) return;
  mention.from = Math.min(from, mention.from);
  mention.to = to;
  const name = { from: Math.min(from, bare), to };
  if (draft.mentions.length === 1) draft.actor = { ...draft.actor, name: textOf(scan.doc, name) };
}

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

/** Pronouns go with the name that the dictionary took: of whom nothing else is left. */
function followNames(
  headed: ReadonlyMap<number, Own>,
  taken: ReadonlyMap<number, Draft>,
  { tokens }: Scan,
): void {
  for (const [head, to] of taken) {
    const from = headed.get(head)?.draft;
    if (from === undefined || !from.mentions.every((words) => tokens[words.from]?.upos === 'PRON')) continue;
    to.mentions.push(...from.mentions.splice(0));
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
