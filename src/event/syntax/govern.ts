/** What a word hangs on, nearest first, up to the main clause: the verbs, nouns and conjunctions that decide whether the act is real. */
import type { Token } from '../../language/doc.js';
import { hasRelation, relation } from '../../language/tree.js';
import type { Governor } from '../frame.js';
import { controllerOf } from './subject.js';
import {
  adverbOver,
  copulaOf,
  formOf,
  isHeadline,
  isRelative,
  isVerbal,
  lemmaOf,
  markOf,
  markWords,
  prepositionOf,
  type Text,
} from './text.js';
import { isBare, isHeadlineVerb, plannerOf, verbFormOf } from './verb-form.js';

/** Longer chains say nothing more. */
const DEPTH = 6;
/** Coordinations and appositions that are stepped over. */
const STEPS = 24;

interface Step {
  readonly governors: readonly Governor[];
  /** The word whose governors follow. */
  readonly next?: Token | undefined;
}

export function governorsOf(text: Text, token: Token): Governor[] {
  const chain: Governor[] = [];
  let at: Token | undefined = token;
  for (let steps = 0; at && steps < STEPS && chain.length < DEPTH; steps++) {
    const step: Step = isClause(text, at) ? fromClause(text, at) : fromNoun(text, at);
    chain.push(...step.governors);
    at = step.next;
  }
  return chain.slice(0, DEPTH);
}

const isClause = (text: Text, token: Token): boolean =>
  text.clauses.of[token.index] === token.index && (isVerbal(token) || copulaOf(text, token) !== undefined);

/** What governs a verb. */
function fromClause(text: Text, token: Token): Step {
  const head = text.doc.tokens[token.head];
  const planned = [...plannedBy(text, token), ...conditionOn(text, token)];
  if (!head) return { governors: [...planned, ...saidBeside(text, token)] };
  const step = outOfClause(text, token, head);
  return planned.length > 0 ? { ...step, governors: [...planned, ...step.governors] } : step;
}

/** "*is* to visit". */
function plannedBy(text: Text, token: Token): Governor[] {
  const planner = plannerOf(text, token);
  return planner ? [{ lemma: 'be', link: 'to', token: planner.index }] : [];
}

/** "*If* Egypt attacks Sudan, Libya will condemn it": what depends on the clause beside it. */
function conditionOn(text: Text, token: Token): Governor[] {
  const form = verbFormOf(text, token);
  if (form?.tense !== 'future' && form?.modal === undefined) return [];
  for (const clause of text.tree.childrenBy(token.index, 'advcl')) {
    const mark = markOf(text, clause);
    if (mark && text.words.conditions.has(formOf(mark))) return [marker(formOf(mark), 'sentence', mark)];
  }
  return [];
}

/** "Iran attacked Oman, *officials said*": a main clause beside the act's that says whose word it is. */
function saidBeside(text: Text, token: Token): Governor[] {
  const beside = text.tree
    .childrenBy(token.index, 'parataxis')
    .find((child) => isVerbal(child) && text.tree.childrenBy(child.index, 'ccomp', 'obj').length === 0);
  return beside ? [governor(text, beside, 'parataxis')] : [];
}

function outOfClause(text: Text, token: Token, head: Token): Step {
  switch (relation(token)) {
    case 'conj':
      return { governors: [], next: coordinated(text, token, head) };
    case 'xcomp':
    case 'ccomp':
      return complementStep(text, token, head);
    case 'advcl':
      return adverbialStep(text, token, head);
    case 'acl':
      return onNoun(text, token, head);
    case 'csubj':
      return { governors: [governor(text, head, 'subject')], next: head };
    case 'parataxis':
      return { governors: isVerbal(head) ? [governor(text, head, 'parataxis')] : [] };
    default:
      return { governors: [] };
  }
}

/** A finite verb that the parse hung on an infinitive ("agreed to meet and *condemned*") is that of the clause above. */
function coordinated(text: Text, token: Token, head: Token): Token | undefined {
  const own = verbFormOf(text, token);
  const first = verbFormOf(text, head);
  const above = text.doc.tokens[head.head];
  const slipped = own?.form === 'finite' && first?.form === 'infinitive' && own.tense === 'past';
  return slipped && above && isBare(text, token) ? above : head;
}

function complementStep(text: Text, token: Token, head: Token): Step {
  const form = verbFormOf(text, token);
  if (!isVerbal(head) && relation(token) === 'ccomp' && !copulaOf(text, head))
    return onNoun(text, token, head);
  const link = linkOf(text, token, head, form?.form);
  return { governors: [governor(text, head, link)], next: head };
}

function linkOf(text: Text, token: Token, head: Token, form: string | undefined): string {
  if (form === 'gerund') {
    const mark = markOf(text, token);
    return mark ? markWords(text, mark) : 'ing';
  }
  if (form !== 'infinitive') return isImpersonal(text, head) ? 'passive-that' : 'that';
  // "Kenya was asked *to* …": the subject is who is to act.
  if (isPassiveOf(text, head)) return 'passive-to';
  const own = text.tree.childrenBy(token.index, 'nsubj').length > 0;
  return own || controllerOf(text, token, head) ? 'object-to' : 'to';
}

/** "*it is believed* that …", "…, *it is believed*": nobody says who does. */
const isImpersonal = (text: Text, head: Token): boolean =>
  isPassiveOf(text, head) &&
  text.tree.childrenBy(head.index, 'nsubj', 'expl').some((subject) => formOf(subject) === 'it');

function adverbialStep(text: Text, token: Token, head: Token): Step {
  const form = verbFormOf(text, token)?.form;
  const mark = markOf(text, token);
  if (form === 'infinitive' && !mark) {
    if (token.index < head.index) return { governors: [marker('to', 'purpose', token)] };
    return { governors: [governor(text, head, linkOf(text, token, head, form))], next: head };
  }
  if (form === 'finite' && mark)
    return { governors: [marker(markWords(text, mark), 'clause', mark)], next: head };
  if (mark) return { governors: [governor(text, head, markWords(text, mark))], next: head };
  return { governors: [governor(text, head, 'participle')], next: head };
}

/** Relative clauses, participles, infinitives and clauses that hang on a noun. */
function onNoun(text: Text, token: Token, noun: Token): Step {
  if (isRelative(token)) return { governors: [marker('relative', 'relative', token)] };
  const form = verbFormOf(text, token);
  const mark = markOf(text, token);
  if (form?.form === 'infinitive') {
    if (isHeadline(text, token) && noun.head < 0) return { governors: [marker('to', 'headline', token)] };
    const actor = text.mentions.actor.has(noun.index);
    const verb = actor ? verbOver(text, noun) : undefined;
    // The parse hung on the noun what hangs on the verb: "urged Iran *to withdraw*".
    if (verb) return { governors: [governor(text, verb, 'object-to')], next: verb };
    return { governors: [governor(text, noun, 'to')], next: noun };
  }
  if (form?.form === 'gerund' && isApart(text, token)) return besideNoun(text, noun);
  if (form?.form === 'participle') return { governors: [marker('participle', 'reduced', token)] };
  if (isHeadlineVerb(text, token)) return { governors: [] };
  if (mark) return { governors: [governor(text, noun, markWords(text, mark))], next: noun };
  if (form?.form === 'finite') return { governors: [governor(text, noun, 'that')], next: noun };
  if (text.words.texts.has(lemmaOf(noun))) return inText(text, noun);
  return { governors: [marker('modifier', 'modifier', token)] };
}

/** "issued a statement *accusing* Iran": as real as the statement. */
function inText(text: Text, noun: Token): Step {
  const own = governor(text, noun, 'modifier');
  const verb = verbOver(text, noun);
  return verb ? { governors: [own, governor(text, verb, 'participle')], next: verb } : { governors: [own] };
}

/** After a comma: "recalled its envoy*, accusing* Belarus". */
const isApart = ({ doc }: Text, { index }: Token): boolean => doc.tokens[index - 1]?.form === ',';

/** What the parse hung on the last noun before the comma is the clause's. */
function besideNoun(text: Text, noun: Token): Step {
  const verb = text.doc.tokens[text.clauses.of[noun.index] ?? -1];
  if (!verb || verb.index === noun.index) return { governors: [marker('modifier', 'modifier', noun)] };
  return { governors: [governor(text, verb, 'participle')], next: verb };
}

function verbOver({ doc }: Text, noun: Token): Token | undefined {
  const head = doc.tokens[noun.head];
  return head && isVerbal(head) && hasRelation(noun, 'obj', 'iobj', 'obl') ? head : undefined;
}

/** What governs a noun: the verb or noun that it's an argument of. */
function fromNoun(text: Text, token: Token): Step {
  const head = text.doc.tokens[token.head];
  if (!head) return { governors: [] };
  switch (relation(token)) {
    case 'conj':
    case 'appos':
    case 'flat':
      return { governors: [], next: head };
    case 'nsubj':
    case 'csubj':
      return {
        governors: [governor(text, head, isPassiveOf(text, head) ? 'object' : 'subject')],
        next: head,
      };
    case 'obj':
    case 'iobj':
      return { governors: [governor(text, head, 'object')], next: head };
    case 'obl':
    case 'nmod':
    case 'advcl':
    case 'acl':
      return onPreposition(text, token, head);
    case 'ccomp':
    case 'xcomp':
      return { governors: [governor(text, head, 'predicate')], next: head };
    default:
      return { governors: [] };
  }
}

function onPreposition(text: Text, token: Token, head: Token): Step {
  const adverb = adverbOver(text, token);
  const over = adverb ? (text.doc.tokens[adverb.head] ?? head) : head;
  // "five days *of* fighting", "a round *of* talks": the measure is nothing apart.
  if (prepositionOf(text, token) === 'of' && text.words.measures.has(lemmaOf(head)))
    return { governors: [], next: head };
  return { governors: [governor(text, over, prepositionOf(text, token) ?? 'adjunct')], next: over };
}

/** The subject of a passive is what the act is done to. */
const isPassiveOf = (text: Text, verb: Token): boolean => verbFormOf(text, verb)?.voice === 'passive';

/** A word as a governor; where the predicate is no verb, "be" governs a subject ("the visit *was* short"). */
export function governor(text: Text, token: Token, link: string): Governor {
  const verb = verbFormOf(text, token);
  const copula = isVerbal(token) ? undefined : copulaOf(text, token);
  const particle = particleOf(text, token);
  return {
    lemma: copula && link === 'subject' ? 'be' : lemmaOf(token),
    ...(copula && link === 'subject' ? { predicate: lemmaOf(token) } : {}),
    link,
    token: token.index,
    ...(verb ? { verb } : {}),
    ...(particle ? { particle: formOf(particle) } : {}),
  };
}

/** The second word of a phrasal verb, wherever the parse hung it: "pulled *out*", "called the visit *off*". */
export function particleOf({ doc, tree }: Text, verb: Token): Token | undefined {
  if (!isVerbal(verb)) return undefined;
  const own = tree.childrenBy(verb.index, 'compound:prt')[0];
  if (own) return own;
  const next = doc.tokens[verb.index + 1];
  return next && next.sentence === verb.sentence && (next.upos === 'ADP' || next.upos === 'ADV')
    ? next
    : undefined;
}

const marker = (lemma: string, link: string, token: Token): Governor => ({ lemma, link, token: token.index });
