/** Where the words of a dictionary stand in a sentence. */
import type { Sentence } from '../../language/doc.js';
import { isCapital, lowerAt, type Scan } from '../../place/index.js';
import type { Found } from '../../place/phrases.js';
import type { Agent } from './agents.js';
import type { Entry } from './entries.js';
import type { Dictionary } from './load.js';

export type Match = { readonly from: number; readonly to: number } & (
  | { readonly is: 'actor'; readonly entry: Entry }
  | { readonly is: 'agent'; readonly agent: Agent }
);

/** From left to right, the longest at each word; an actor before an agent of the same words. */
export function matchesOf(scan: Scan, dictionary: Dictionary, sentence: Sentence): Match[] {
  const matches: Match[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    const match = scan.timed[at] ? undefined : matchAt(scan, dictionary, sentence, at);
    if (match !== undefined) matches.push(match);
    at = match?.to ?? at + 1;
  }
  return matches;
}

function matchAt(
  scan: Scan,
  { actors, agents }: Dictionary,
  sentence: Sentence,
  at: number,
): Match | undefined {
  const actor = named(scan, actors.longestAt(scan.lower, at, sentence.to));
  const agent = noun(scan, agents.longestAt(scan.lower, at, sentence.to));
  if (actor !== undefined && (agent === undefined || actor.to >= agent.to))
    return { is: 'actor', from: at, to: actor.to, entry: actor.value };
  return agent && { is: 'agent', from: at, to: agent.to, agent: agent.value };
}

/** Dictionaries are in capitals alone: `TURKEY` is a country where the report writes it as a name. */
function named<V>(scan: Scan, found: Found<V> | undefined): Found<V> | undefined {
  if (found === undefined) return undefined;
  for (let at = found.from; at < found.to; at++) {
    const upos = scan.tokens[at]?.upos ?? 'X';
    if (isCapital(scan, at) && lowerAt(scan, at) !== 'the' && !NO_NAME.has(upos)) return found;
  }
  return undefined;
}

/** `police` in "to police the strait" is no agent. */
function noun<V>(scan: Scan, found: Found<V> | undefined): Found<V> | undefined {
  return found && !NO_NAME.has(scan.tokens[found.to - 1]?.upos ?? 'X') ? found : undefined;
}

const NO_NAME: ReadonlySet<string> = new Set([
  'VERB',
  'AUX',
  'PRON',
  'DET',
  'ADP',
  'ADV',
  'CCONJ',
  'SCONJ',
  'PART',
]);
