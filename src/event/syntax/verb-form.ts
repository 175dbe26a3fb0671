/** Verb groups: auxiliaries, negation and features, read for tense, aspect, voice and modality. */
import type { Token } from '../../language/doc.js';
import { feature, hasRelation } from '../../language/tree.js';
import type { Tense, VerbForm } from '../frame.js';
import { copulaOf, formOf, isConjunct, isHeadline, isVerbal, lemmaOf, type Text, toOf } from './text.js';

/** The verb group of a predicate; its copula's where it's no verb. */
export function verbFormOf(text: Text, token: Token): VerbForm | undefined {
  const own = groupOf(text, token);
  if (!own) return undefined;
  const first = isConjunct(token) ? text.doc.tokens[token.head] : undefined;
  return first && isBare(text, token) ? sharedForm(text, first, token, own) : own;
}

/** No auxiliary, no "to" and no subject of its own: it may share those of the verb that it's coordinated with. */
export const isBare = ({ tree }: Text, { index }: Token): boolean =>
  tree.childrenBy(index, 'aux', 'cop', 'nsubj', 'csubj', 'mark').length === 0;

/** "will meet Putin and *sign*", "was arrested and *deported*". */
function sharedForm(text: Text, first: Token, token: Token, own: VerbForm): VerbForm {
  const outer = groupOf(text, first);
  if (!outer) return own;
  const { voice, negated: _, modal: __, ...rest } = outer;
  const shared: VerbForm = {
    ...rest,
    voice: 'active',
    negated: own.negated || (outer.negated && outer.form === 'finite'),
    ...(outer.modal === undefined ? {} : { modal: outer.modal }),
  };
  const bare = isBareForm(token);
  if (bare && (outer.form === 'infinitive' || outer.tense === 'future' || outer.modal !== undefined))
    return outer.form === 'infinitive' ? { ...shared, negated: own.negated || outer.negated } : shared;
  if (bare && outer.negated && outer.form === 'finite') return shared;
  if (formOf(token).endsWith('ing') && (outer.aspect === 'progressive' || outer.form === 'gerund'))
    return shared;
  const participle = isPast(token);
  if (participle && voice === 'passive' && !hasObject(text, token) && !isBareForm(token))
    return { ...shared, voice: 'passive' };
  if (participle && outer.aspect === 'perfect' && outer.form === 'finite') return shared;
  return own;
}

const hasObject = ({ tree }: Text, { index }: Token): boolean => tree.childrenBy(index, 'obj').length > 0;

const isBareForm = (token: Token): boolean =>
  formOf(token) === lemmaOf(token) && feature(token, 'Tense') !== 'Past';

const isPast = (token: Token): boolean =>
  feature(token, 'Tense') === 'Past' || feature(token, 'VerbForm') === 'Part';

function groupOf(text: Text, token: Token): VerbForm | undefined {
  const copula = isVerbal(token) ? undefined : copulaOf(text, token);
  if (!isVerbal(token) && !copula) return undefined;
  const planner = plannerOf(text, token);
  const auxiliaries = auxiliariesOf(text, token).filter((aux) => aux !== planner);
  const words = [...auxiliaries, ...(copula ? [copula] : [])];
  const forms = words.map(formOf);
  const to = toOf(text, token) ?? planner;
  const ing = !copula && formOf(token).endsWith('ing');
  const lemmas = auxiliaries.map(lemmaOf);
  const passive = !copula && !ing && isPassive(text, token, lemmas);
  const progressive = lemmas.includes('be') && (ing || (passive && forms.includes('being')));
  const modal = forms.find((word) => text.words.modals.has(word));
  const form = kindOf(text, token, words, to !== undefined, ing);
  return {
    tense: form === 'finite' ? tenseOf(text, token, words) : 'none',
    aspect: lemmas.includes('have') ? 'perfect' : progressive ? 'progressive' : 'simple',
    voice: passive ? 'passive' : 'active',
    form,
    negated: isNegated(text, token),
    ...(modal === undefined ? {} : { modal: MODAL_LEMMA[modal] ?? modal }),
  };
}

function auxiliariesOf({ tree }: Text, token: Token): Token[] {
  return tree.childrenBy(token.index, 'aux').filter((aux) => formOf(aux) !== 'to' && aux.index < token.index);
}

/** The "is" of "*is* (due) to visit": it says that the visit is planned, and is no auxiliary of it. */
export function plannerOf({ tree }: Text, token: Token): Token | undefined {
  if (token.upos !== 'VERB' || feature(token, 'VerbForm') !== 'Inf') return undefined;
  const first = tree.childrenBy(token.index, 'aux', 'cop')[0];
  return first && lemmaOf(first) === 'be' ? first : undefined;
}

function isPassive(text: Text, token: Token, lemmas: readonly string[]): boolean {
  const last = lemmas.at(-1);
  if (last === 'be' || last === 'get') return true;
  if (lemmas.length > 0) return false;
  // Without an auxiliary: a participle behind its noun, or a headline's.
  const agent = text.tree.childrenBy(token.index, 'obl:agent').length > 0;
  if (
    hasRelation(token, 'acl') &&
    !hasRelation(token, 'acl:relcl') &&
    (agent || !isHeadlineVerb(text, token))
  )
    return isPast(token) && !hasObject(text, token);
  return agent && !hasObject(text, token) && isPast(token);
}

function kindOf(
  text: Text,
  token: Token,
  words: readonly Token[],
  to: boolean,
  ing: boolean,
): VerbForm['form'] {
  if (to) return 'infinitive';
  if (ing && (words.length === 0 || /^(?:being|having)$/u.test(words[0] ? formOf(words[0]) : '')))
    return 'gerund';
  if (words.length > 0 && /^(?:being|having)$/u.test(words[0] ? formOf(words[0]) : '')) return 'gerund';
  if (words.length > 0) return 'finite';
  if (feature(token, 'VerbForm') === 'Inf') return hasRelation(token, 'root') ? 'finite' : 'infinitive';
  if (hasRelation(token, 'acl') && !hasRelation(token, 'acl:relcl'))
    return isHeadlineVerb(text, token) || isClauseOf(text, token) ? 'finite' : 'participle';
  if (hasRelation(token, 'advcl') && isPast(token) && feature(token, 'VerbForm') === 'Part')
    return 'participle';
  return 'finite';
}

/**
 * "Two sailors *arrested* by Iran": all that a headline says hangs on its noun. In a sentence without another verb the parse took
 * the verb for a participle.
 */
export function isHeadlineVerb(text: Text, token: Token): boolean {
  const noun = text.doc.tokens[token.head];
  if (!noun || noun.head >= 0 || isVerbal(noun) || !hasRelation(token, 'acl')) return false;
  const copula = copulaOf(text, noun);
  // "*Arrested* by police were two bankers."
  if (copula) return token.index < copula.index && copula.index < noun.index && isPast(token);
  return isHeadline(text, token) || isPast(token);
}

/** "its demand *that Israel ease* the rules". */
const isClauseOf = ({ tree }: Text, { index }: Token): boolean =>
  tree.childrenBy(index, 'nsubj').length > 0 && tree.childrenBy(index, 'mark').length > 0;

const MODAL_LEMMA: Readonly<Record<string, string>> = { "'d": 'would', '’d': 'would', ca: 'can' };
const PAST: ReadonlySet<string> = new Set(['had', 'was', 'were', 'did', 'got']);

function tenseOf({ words }: Text, token: Token, auxiliaries: readonly Token[]): Tense {
  if (auxiliaries.some((aux) => words.future.has(formOf(aux)))) return 'future';
  const first = auxiliaries[0];
  if (first) return PAST.has(formOf(first)) ? 'past' : 'present';
  return isPast(token) || looksPast(words, token) ? 'past' : 'present';
}

/** What the parse took for a present: "forgave" is none, nor is "Egypt *put*", whose present would be "puts". */
function looksPast({ invariant }: Text['words'], token: Token): boolean {
  const form = formOf(token);
  if (form.endsWith('s') || form.endsWith('ing')) return false;
  return form === lemmaOf(token) ? invariant.has(form) || form.endsWith('ed') : true;
}

export function isNegated(text: Text, token: Token): boolean {
  const { tree, words } = text;
  for (const child of tree.children(token.index)) {
    const form = formOf(child);
    if (words.negations.has(form)) return true;
    if (form === 'longer' && tree.children(child.index).some((word) => formOf(word) === 'no')) return true;
    // "no minister met".
    if (hasRelation(child, 'nsubj', 'obl:agent') && isNone(text, child)) return true;
  }
  return false;
}

/** "signed *no* treaty", "held *no* talks". */
export const hasNoObject = (text: Text, token: Token): boolean =>
  text.tree.childrenBy(token.index, 'obj').some((object) => isNone(text, object));

export const isNone = ({ tree, words }: Text, noun: Token): boolean =>
  words.none.has(formOf(noun)) ||
  tree.childrenBy(noun.index, 'det').some((word) => words.none.has(formOf(word)));
