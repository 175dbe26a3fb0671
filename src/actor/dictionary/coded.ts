/** What a dictionary says of each noun phrase of a report: whose code it bears, and which words it is. */

import { type Tree, treeOf } from '../../language/tree.js';
import type { Scan } from '../../place/index.js';
import { joined, NO_COUNTRY } from './codes.js';
import { holdsOn } from './dates.js';
import type { Entry } from './entries.js';
import type { Dictionary } from './load.js';
import { type Match, matchesOf } from './match.js';
import { type Group, groupsOf, ofWhom, sharesWith } from './phrase.js';

/** One party: a code, and the words that name it. */
export interface Party {
  readonly code: string;
  /** The code of the dictionary's actor alone, without agents. */
  readonly root: string;
  /** As the dictionary has it: the first name of the entry, else the agent's noun. */
  readonly listed: string;
  readonly from: number;
  readonly to: number;
}

export interface Coded {
  /** Word that the phrase is about. */
  readonly head: number;
  /** Words of the phrase that name the actor, from the first match to the last or the head. */
  readonly from: number;
  readonly to: number;
  /** Several where the phrase is of several: "the ambassadors of Tarsovia and Belmark". */
  readonly parties: readonly Party[];
  /** The dictionary knows the head itself; else only what stands before it, and the head must be an actor of ours. */
  readonly known: boolean;
  /** The nouns that agents are, and no actor. */
  readonly bare: boolean;
  readonly matches: readonly Match[];
}

export interface Coder {
  readonly scan: Scan;
  readonly dictionary: Dictionary;
  /** ISO day of the report, where it has one. */
  readonly day?: string;
  /** Words that make an agent one of yesterday: `former`. */
  readonly former: ReadonlySet<string>;
  /** Heads of our own actors' mentions. */
  readonly heads: ReadonlySet<number>;
}

export function codedPhrases(coder: Coder): Coded[] {
  const { scan, dictionary } = coder;
  const tree = treeOf(scan.doc);
  return scan.doc.sentences.flatMap((sentence) => {
    const matches = matchesOf(scan, dictionary, sentence).filter((match) => isSomebody(coder, match));
    return matches.length === 0 ? [] : codedOf(coder, tree, groupsOf(matches, tree, scan.tokens));
  });
}

const isSomebody = ({ day }: Coder, match: Match): boolean =>
  match.is === 'agent' || codesAt(match.entry, day).length > 0;

/** The codes at a date; without one only those that hold always. */
function codesAt({ codings }: Entry, day: string | undefined): readonly string[] {
  const coding = codings.find((each) =>
    each.from === undefined && each.to === undefined ? true : day !== undefined && holdsOn(each, day),
  );
  return coding?.codes ?? [];
}

function codedOf(coder: Coder, tree: Tree, matched: readonly Group[]): Coded[] {
  const groups = [...matched, ...ownNouns(coder, tree, matched)];
  const byHead = new Map(groups.map((group) => [group.head, group]));
  const taken = new Set<Group>();
  const coded: Coded[] = [];
  for (const group of groups) {
    const owners = group.actors.length > 0 ? undefined : ownersBehind(coder, tree, byHead, group);
    for (const owner of owners ?? []) taken.add(owner);
    const shared = group.actors.length > 0 || owners ? undefined : sharedWith(tree, byHead, group);
    coded.push(...phrasesOf(coder, tree, group, owners ?? [], shared));
  }
  const swallowed = new Set([...taken].map(({ head }) => head));
  return coded.filter(({ head }) => !swallowed.has(head));
}

/** Actors of ours that no dictionary knows and one of a dictionary's actors stands behind: "the *leaders* of Tarsovia". */
function ownNouns({ scan, heads }: Coder, tree: Tree, groups: readonly Group[]): Group[] {
  const known = new Set(groups.map(({ head }) => head));
  const nouns = groups.flatMap(({ head, agents }) => {
    const noun = scan.tokens[head]?.head ?? -1;
    const first = agents.length === 0 && heads.has(noun) && !known.has(noun);
    const whose = first ? ofWhom(noun, tree) : [];
    return whose.length === 1 && whose[0]?.index === head ? [noun] : [];
  });
  return nouns.map((head) => ({ head, actors: [], beside: new Set(), agents: [] }));
}

/** The phrases behind "of", when all of them are actors alone. */
function ownersBehind(
  { heads }: Coder,
  tree: Tree,
  byHead: ReadonlyMap<number, Group>,
  group: Group,
): Group[] | undefined {
  if (group.agents.length === 0 && !heads.has(group.head)) return undefined;
  const nouns = ofWhom(group.head, tree);
  const owners = nouns.flatMap(({ index }) => byHead.get(index) ?? []);
  const pure = owners.every(({ head, actors, agents }) => agents.length === 0 && actors.some(covers(head)));
  return owners.length > 0 && owners.length === nouns.length && pure ? owners : undefined;
}

const covers =
  (at: number) =>
  ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    from <= at && at < to;

/** "Danish media and government": what stands before the first of them is said of both. */
function sharedWith(tree: Tree, byHead: ReadonlyMap<number, Group>, { head }: Group): Group | undefined {
  const first = byHead.get(sharesWith(head, tree) ?? -1);
  return first?.agents.some(covers(first.head)) ? first : undefined;
}

function phrasesOf(
  coder: Coder,
  tree: Tree,
  group: Group,
  owners: readonly Group[],
  shared: Group | undefined,
): Coded[] {
  const { head, actors, agents } = group;
  const known = [...actors, ...agents].some(covers(head));
  const lent = shared?.agents.filter((agent) => !covers(shared.head)(agent) && agent.to <= shared.head) ?? [];
  const codes = agentCodes(coder, tree, [...lent, ...agents]);
  const whose = whoseCodes(coder, owners.length > 0 ? owners : [shared ?? group]);
  // A name in front of a noun that nobody knows: "the Tarsovia embassy" is not Tarsovia.
  if (!known && !coder.heads.has(head)) {
    if (agents.length === 0) return actors.map((actor) => alone(coder, actor));
    const last = agents.at(-1);
    if (last !== undefined) return [made(coder, { ...group, head: last.to - 1 }, owners, whose, codes, true)];
  }
  return [made(coder, group, owners, whose, codes, known)];
}

interface Whose {
  readonly code: string;
  readonly listed: string;
  readonly from: number;
  readonly to: number;
}

/** The first actor of a phrase, and those beside it; each behind "of". An entry for several is several. */
function whoseCodes({ day }: Coder, groups: readonly Group[]): Whose[] {
  return groups.flatMap(({ actors, beside }) =>
    actors
      .filter((actor, nth) => nth === 0 || beside.has(actor))
      .flatMap(({ entry, from, to }) =>
        codesAt(entry, day).map((code) => ({ code, listed: entry.names[0] ?? '', from, to })),
      ),
  );
}

interface AgentCodes {
  readonly before: string;
  readonly after: string;
  readonly listed: string;
}

/** Officials of yesterday are ELI, whatever they were. */
function agentCodes({ scan, former }: Coder, tree: Tree, agents: Group['agents']): AgentCodes {
  let before = '';
  let after = '';
  for (const { agent } of agents) {
    if (agent.before) before = joined(before, agent.code);
    else after = joined(after, agent.code);
  }
  const past = agents.some(({ from, to }) => {
    const head = tree.headOf(from, to)?.index ?? to - 1;
    return tree.children(head).some(({ index }) => index < head && former.has(scan.forms[index] ?? ''));
  });
  const listed = agents.map(({ agent }) => agent.names[0] ?? '').join(' ');
  return { before, after: past && after !== '' ? 'ELI' : after, listed };
}

const alone = (coder: Coder, actor: Group['actors'][number]): Coded => {
  const group: Group = { head: actor.to - 1, actors: [actor], beside: new Set(), agents: [] };
  const none = { before: '', after: '', listed: '' };
  return made(coder, group, [], whoseCodes(coder, [group]), none, true);
};

function made(
  { scan }: Coder,
  { head, actors, agents }: Group,
  owners: readonly Group[],
  whose: readonly Whose[],
  { before, after, listed }: AgentCodes,
  known: boolean,
): Coded {
  const behind = owners.flatMap((owner) => owner.actors);
  const matches = [...actors, ...agents, ...behind].sort((a, b) => a.from - b.from);
  const from = Math.min(head, matches[0]?.from ?? head);
  const to = matches.reduce((last, match) => Math.max(last, match.to), head + 1);
  const parties = whose.map(({ code, ...rest }) => ({
    ...rest,
    root: code,
    code: joined(joined(before, code), after),
    listed: `${rest.listed} ${listed}`.trim(),
  }));
  const bare = whose.length === 0;
  if (bare) {
    const code = before === '' ? NO_COUNTRY + after : joined(before, after);
    parties.push({ code, root: '', listed, from, to });
  }
  return { head, from, to: trimmed(scan, from, to), parties, known, bare, matches };
}

/** A possessive mark at the end belongs to no name. */
function trimmed({ tokens }: Scan, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && tokens[end - 1]?.upos === 'PART') end--;
  return end;
}
