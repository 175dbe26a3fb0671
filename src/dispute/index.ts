/**
 * The door of dispute/: what a report says is disputed, under which names, by whom, since when, and what it has led to.
 * All that tells of one dispute is merged. A dispute has two parties that are states, bodies or armed groups, or one
 * state that claims a thing with a name; other quarrels are left out.
 * Log: `dispute/no-parties` where a dispute over something is told of and who disputes it isn't.
 */
import type { LogEntry } from '../log.js';
import { loadStates, type States } from '../place/index.js';
import type { Reader } from '../reader.js';
import { contains, overlaps, type Span } from '../span.js';
import { withAntecedents } from './antecedent.js';
import type { Dispute } from './dispute.js';
import { type Before, type Ground, groundOf } from './ground.js';
import { type Group, merged, sameName } from './merge.js';
import { namingSighting } from './naming.js';
import { nounSighting } from './nouns.js';
import { opponents } from './opponent.js';
import type { Party } from './party.js';
import { type Said, saidOfDisputes } from './predicate.js';
import type { Called, Sighting } from './sighting.js';
import { verbSighting } from './verbs.js';
import { type DisputeWords, loadDisputes as loadWords } from './words.js';

export interface DisputeData {
  readonly words: DisputeWords;
  readonly states: States;
}

/** Reads data/disputes once. @throws Error naming file and entry. */
export const loadDisputes = (): DisputeData => ({ words: loadWords(), states: loadStates() });

export function disputeReader({ words, states }: DisputeData): Reader<Before, Dispute> {
  return (doc, before) => {
    const ground = groundOf(doc, words, states, before);
    const seen = doc.tokens.flatMap((token) =>
      [nounSighting, verbSighting, namingSighting].flatMap((find) => find(ground, token) ?? []),
    );
    const sightings = withAntecedents(ground, seen.slice(0, MAX_SIGHTINGS));
    const said = new Map<Sighting, Said[]>();
    for (const one of saidOfDisputes(ground, sightings)) said.set(one.of, [...(said.get(one.of) ?? []), one]);
    const layer: Dispute[] = [];
    const log: LogEntry[] = [];
    for (const group of merged(ground, sightings)) {
      const about = group.sightings.flatMap((sighting) => said.get(sighting) ?? []);
      complete(ground, group, about);
      const made = disputeOf(ground, group, about, `d${layer.length + 1}`);
      if (isDispute(group)) layer.push(made);
      else if (group.sightings.some(({ sort }) => sort === 'dispute')) log.push(noParties(made));
    }
    return { layer, log };
  };
}

/** A text that tells of more is no report, and comparing them all would take long. */
const MAX_SIGHTINGS = 300;

/** Parties that the words of the dispute don't name: who has another name for it, who is kept from something by it. */
function complete(ground: Ground, { called, parties, sightings }: Group, said: readonly Said[]): void {
  const add = (more: readonly Party[]): void => {
    for (const party of more) if (!parties.has(party.key)) parties.set(party.key, party);
  };
  add(called.flatMap(({ by }) => by ?? []));
  add(sightings.flatMap((sighting) => (sighting.sort === 'name' ? opponents(ground, sighting) : [])));
  if (parties.size < 2) add(said.flatMap((one) => one.parties));
}

/** A name alone makes no dispute; a claim does if it's a state's and on something with a name. */
function isDispute({ sightings, called, parties }: Group): boolean {
  if (parties.size >= 2) return true;
  const [only] = parties.values();
  const isNamed = called.some(({ thing }) => thing.named);
  const told = sightings.some(({ sort }) => sort === 'dispute' || sort === 'claim');
  const rival = called.some(({ by }) => by !== undefined);
  const claimed =
    sightings.some(({ sort }) => sort === 'claim') &&
    ['state', 'government'].includes(only?.actor.kind ?? '');
  return parties.size === 1 && isNamed && told && (rival || claimed);
}

function disputeOf(ground: Ground, group: Group, said: readonly Said[], id: string): Dispute {
  const names = namesOf(ground, group.called);
  const since = said.find((one) => one.since)?.since;
  const best = [...group.sightings].sort((a, b) => weight(b) - weight(a))[0];
  const sentence = ground.doc.sentences[best?.at.sentence ?? 0];
  return {
    id,
    object: {
      names,
      places: ground.before.places
        .filter(({ span }) => names.some((name) => contains(name.span, span) || contains(span, name.span)))
        .map((place) => place.id),
    },
    parties: [...group.parties.values()].map(({ actor }) => actor.id),
    ...(since && { since: since.id }),
    effects: said.flatMap(({ effect }) => effect ?? []).sort((a, b) => a.start - b.start),
    mentions: apart(group.sightings.map(({ mention }) => mention)),
    cite: { start: sentence?.start ?? 0, end: sentence?.end ?? 0 },
    rule: best?.rule ?? '',
  };
}

/** The sentence to cite is the one that names most. */
const weight = ({ things, parties, sort }: Sighting): number =>
  (sort === 'name' ? 0 : 1) +
  2 * things.filter(({ thing }) => thing.named).length +
  parties.length +
  things.length;

/** Each name once; descriptions only where there is no name. */
function namesOf(ground: Ground, called: readonly Called[]): Dispute['object']['names'] {
  const hasName = called.some(({ thing }) => thing.named);
  const kept: Called[] = [];
  for (const one of called) {
    if (hasName && !one.thing.named) continue;
    const same = kept.findIndex((known) => sameName(ground, known.thing, one.thing));
    if (same < 0) kept.push(one);
    else if (one.by && !kept[same]?.by) kept[same] = one;
  }
  return kept.map(({ thing, by }) => ({
    name: thing.name,
    ...(by && { usedBy: by.actor.id }),
    span: thing.span,
  }));
}

function apart(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.filter((span, at) => at === 0 || !overlaps(sorted[at - 1] ?? span, span));
}

const noParties = ({ object, cite, mentions }: Dispute): LogEntry => ({
  code: 'dispute/no-parties',
  stage: 'dispute',
  message: `A dispute over '${object.names[0]?.name ?? 'something'}' is told of, without two parties to it.`,
  span: mentions[0] ?? cite,
});
