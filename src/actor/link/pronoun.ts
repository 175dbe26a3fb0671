/**
 * Whom a pronoun stands for. Candidates are those named in the same sentence and the two before it; number, gender
 * and syntax rule some out; of the rest the one who stands out is taken, when nobody else comes near.
 */
import type { Token } from '../../language/doc.js';
import { hasRelation, relation } from '../../language/tree.js';
import type { Around, Of, Pronoun } from '../find/index.js';
import { bound } from './binding.js';
import type { Cast, Member } from './cast.js';
import { type Discourse, distinct, type Named, type Ranked, weightOf } from './discourse.js';
import { nameOf, together } from './pair.js';

/** The best must stand out so much more than the next. */
const LEAD = 1.1;
/** What it adds to be the one who spoke. */
const SPEAKING = 0.5;
/** What it adds to a possessor to be the one who does what is done. */
const DOING = 0.3;
/** Less is nobody. */
const LEAST = 0.25;

type Pro = Of<'pronoun'>;

export interface Setting {
  readonly around: Around;
  readonly cast: Cast;
  readonly discourse: Discourse;
  /** Heads of all mentions: other nouns are things. */
  readonly heads: ReadonlySet<number>;
  /** Subject of the main clause that follows, for `In his speech, Soto said`. */
  readonly settled: (head: number) => Member | undefined;
}

export function referentOf(setting: Setting, mention: Pro): Member | undefined {
  const { around, discourse } = setting;
  const token = around.scan.tokens[mention.head];
  if (token === undefined) return undefined;
  const { pronoun } = mention;
  const { barred, verb, doers } = bound(around.tree, token, pronoun.reflexive);
  if (pronoun.reflexive) return subjectOf(setting, verb, pronoun);
  if (mention.quoted && pronoun.as !== 'he' && pronoun.as !== 'she') return undefined;
  const speakers = mention.quoted ? speakersAround(setting, token) : new Set<Member>();
  const passes = ({ member, mention: other }: Named): boolean =>
    agrees(member, pronoun) && !barred.has(other.head) && !speakers.has(member);
  const told = toldTo(setting, token);
  const says = saysSomething(around, token);
  const isIts = pronoun.as === 'it' && pronoun.possessive;
  // Who has spoken goes on speaking; `Peru thanked Chile and recalled its envoy`: whose it is that recalls him.
  const worth = (named: Named): number =>
    named.weight + (says && named.says ? SPEAKING : 0) + (isIts && doers.has(named.mention.head) ? DOING : 0);
  const ranked = discourse.ranked(passes, worth).filter(({ member }) => !isBarred(setting, member, barred));
  if (pronoun.as === 'they') return they(setting, mention, token, ranked, barred);
  return pick(setting, mention, token, withAhead(setting, mention, token, ranked), told);
}

/** It is the subject of a verb of saying. */
export function saysSomething({ scan, tables }: Around, token: Token): boolean {
  return hasRelation(token, 'nsubj') && tables.lexicon.speaking.has(scan.tokens[token.head]?.lemma ?? '');
}

/** One of those whose other mention is barred can't be meant by way of this one. */
const isBarred = ({ settled }: Setting, member: Member, barred: ReadonlySet<number>): boolean =>
  [...barred].some((head) => settled(head) === member);

function agrees(member: Member, { as }: Pronoun): boolean {
  if (as === 'he' || as === 'she') return member.kind === 'person' && (member.gender ?? as) === as;
  const several = member.plural === true;
  if (as === 'they') return several || (member.kind !== 'person' && member.kind !== 'state');
  return member.kind !== 'person' && member.kind !== 'people' && !several;
}

function pick(
  setting: Setting,
  mention: Pro,
  token: Token,
  ranked: readonly Ranked[],
  told: ReadonlySet<Member>,
): Member | undefined {
  const [best, next] = ranked;
  if (best === undefined || best.value < LEAST) return undefined;
  // `Lis told Novak that he …`: either.
  if (next !== undefined && told.has(best.member) && told.has(next.member)) return undefined;
  if (next !== undefined && best.value < next.value * LEAD) return undefined;
  if (mention.pronoun.as === 'it' && best.value < thing(setting, token, 'Sing') * LEAD) return undefined;
  return best.member;
}

/** How much the thing stands out that `it` or `they` may stand for as well. */
function thing({ around, heads, discourse }: Setting, token: Token, number: string): number {
  const { scan } = around;
  // Only somebody says or wants something.
  const verb = scan.tokens[token.head]?.lemma ?? '';
  if (hasRelation(token, 'nsubj') && around.tables.lexicon.minded.has(verb)) return 0;
  const sentence = scan.doc.sentences[token.sentence];
  const previous = scan.doc.sentences[token.sentence - 1];
  const inner = discourse.sentence(0).length > 0 || previous === undefined;
  let most = 0;
  const from = Math.max((inner ? sentence : previous)?.from ?? 0, token.index - 60);
  for (let at = from; at < token.index; at++) {
    const other = scan.tokens[at];
    if (other?.upos !== 'NOUN' || scan.timed[at] || heads.has(at)) continue;
    if (!other.feats.includes(`Number=${number}`) || hasRelation(other, 'compound', 'flat')) continue;
    const here = other.sentence === token.sentence ? 1 : 0.5;
    most = Math.max(most, weightOf(scan.tokens, at) * here);
  }
  return most;
}

/** A group that was named, or those who stand side by side as the subject before. */
function they(
  setting: Setting,
  mention: Pro,
  token: Token,
  ranked: readonly Ranked[],
  barred: ReadonlySet<number>,
): Member | undefined {
  const things = thing(setting, token, 'Plur');
  const several = ranked.filter(({ member }) => member.plural === true);
  const bodies = ranked.filter(({ member }) => member.plural !== true);
  const joined = sideBySide(setting, barred);
  const [best, next] = several;
  if (joined !== undefined) {
    const clash = best !== undefined && best.member !== joined && best.value * LEAD > 1;
    return clash || things > 0 ? undefined : joined;
  }
  if (best !== undefined) {
    if (best.value < LEAST || best.value < things * LEAD) return undefined;
    return next !== undefined && best.value < next.value * LEAD ? undefined : best.member;
  }
  // `The army said they …`
  const [body, other] = bodies;
  if (body === undefined || other !== undefined || things > 0 || !mention.pronoun.possessive)
    return undefined;
  return body.member.kind === 'group' || body.member.kind === 'military' ? body.member : undefined;
}

/** `Lis and Novak said they …` */
function sideBySide(setting: Setting, barred: ReadonlySet<number>): Member | undefined {
  const { around, discourse, cast } = setting;
  for (const back of [0, 1]) {
    const named = discourse
      .sentence(back)
      .filter(({ mention }) => !barred.has(mention.head) && mention.is !== 'pronoun');
    if (named.length === 0) continue;
    const lists = named.filter(({ mention }) => {
      const token = around.scan.tokens[mention.head];
      return (
        token !== undefined && hasRelation(token, 'nsubj') && around.tree.conjuncts(token.index).length > 1
      );
    });
    const [first] = lists;
    if (first === undefined || lists.length > 1) return undefined;
    const heads = around.tree.conjuncts(first.mention.head).map(({ index }) => index);
    const members = distinct(named.filter(({ mention }) => heads.includes(mention.head)));
    if (members.length !== heads.length || members.length > 6) return undefined;
    const names = members.map((member) => nameOf(member) || nameOfState(setting, member));
    return together(cast, members, names);
  }
  return undefined;
}

const nameOfState = ({ around: { tables } }: Setting, { kind, country }: Member): string =>
  kind === 'state' || kind === 'government' ? (tables.states.nameOf.get(country ?? '') ?? '') : '';

/** Who tells and who is told, of what the pronoun stands in. */
function toldTo(setting: Setting, token: Token): ReadonlySet<Member> {
  const { around, settled } = setting;
  for (const above of around.tree.ancestors(token.index)) {
    if (!hasRelation(above, 'ccomp', 'xcomp')) continue;
    const parties = around.tree.childrenBy(above.head, 'nsubj', 'obj', 'iobj');
    const members = parties.flatMap(({ index }) => settled(index) ?? []);
    if (members.length > 1) return new Set(members);
  }
  return new Set();
}

/** Who says the quotation around the word, as far as its own sentence tells. */
function speakersAround(setting: Setting, token: Token): ReadonlySet<Member> {
  const { around, settled, discourse } = setting;
  const speakers = new Set<Member>();
  for (const above of around.tree.ancestors(token.index)) {
    if (!around.tables.lexicon.speaking.has(above.lemma)) continue;
    for (const { index } of around.tree.childrenBy(above.index, 'nsubj')) {
      const speaker = settled(index);
      if (speaker) speakers.add(speaker);
    }
  }
  // A quotation that its sentence gives to nobody: the one who spoke before may go on.
  if (speakers.size === 0)
    for (const { member, weight } of discourse.sentence(1)) if (weight === 1) speakers.add(member);
  return speakers;
}

/** `himself`: the subject of the clause. */
function subjectOf(
  { around, settled }: Setting,
  verb: Token | undefined,
  pronoun: Pronoun,
): Member | undefined {
  for (let at = verb, step = 0; at !== undefined && step < 5; step++) {
    const [subject] = around.tree.childrenBy(at.index, 'nsubj');
    if (subject !== undefined) {
      const member = settled(subject.index);
      return member !== undefined && agrees(member, pronoun) ? member : undefined;
    }
    at = hasRelation(at, 'xcomp', 'conj', 'advcl') ? around.scan.tokens[at.head] : undefined;
  }
  return undefined;
}

/** The subject to come stands out as one that has come. */
function withAhead(
  setting: Setting,
  mention: Pro,
  token: Token,
  ranked: readonly Ranked[],
): readonly Ranked[] {
  const coming = ahead(setting, mention, token);
  if (coming === undefined) return ranked;
  const before = ranked.find(({ member }) => member === coming)?.value ?? 0;
  const rest = ranked.filter(({ member }) => member !== coming);
  return [{ member: coming, value: before + 1 }, ...rest].sort((a, b) => b.value - a.value);
}

/** `In his speech, Soto said …`: a pronoun in a phrase before the subject. */
function ahead(setting: Setting, { pronoun }: Pro, token: Token): Member | undefined {
  const { around, settled } = setting;
  for (const above of [token, ...around.tree.ancestors(token.index)]) {
    if (relation(above) !== 'obl' && relation(above) !== 'advcl') continue;
    const [subject] = around.tree.childrenBy(above.head, 'nsubj');
    if (subject === undefined || subject.index < above.index || subject.index < token.index) continue;
    const member = settled(subject.index);
    return member !== undefined && agrees(member, pronoun) ? member : undefined;
  }
  return undefined;
}
