/** What a verb or noun group hangs on, nearest first: the verbs, nouns and conjunctions that decide whether the act is real. */
import { isNoun } from './argument.js';
import type { Chunk } from './chunk.js';
import type { Governor, VerbForm } from './frame.js';
import type { Row } from './row.js';
import type { Subject } from './subject.js';

/** Longer chains say nothing more. */
const DEPTH = 6;
const REACH = 60;

export interface Governed {
  readonly governors: readonly Governor[];
  readonly form: VerbForm;
  /** The subject that control gives a non-finite verb: "urged *Iran* to withdraw". */
  readonly subject?: readonly number[];
}

export function governorsOfVerb(row: Row, place: number, form: VerbForm, subject: Subject): Governed {
  switch (form.form) {
    case 'finite':
      return finite(row, place, form, subject);
    case 'infinitive':
      return infinitive(row, place, form);
    case 'gerund':
      return gerund(row, place, form);
    case 'participle':
      return { governors: [marker('modifier', 'modifier', row, place)], form };
  }
}

function finite(row: Row, place: number, form: VerbForm, subject: Subject): Governed {
  const { chunks } = row;
  if (subject.shared !== undefined) {
    const first = row.clauses.get(subject.shared);
    if (first?.form.form === 'infinitive' && isBare(row, place))
      return {
        governors: first.governors,
        form: { ...first.form, voice: form.voice, negated: first.form.negated },
      };
    // "will meet Putin and sign": a bare verb shares the auxiliary of the verb before it.
    if (first && isBare(row, place) && (first.form.tense === 'future' || first.form.modal !== undefined))
      return { governors: first.governors, form: { ...first.form, voice: form.voice } };
    return { governors: first?.governors ?? [], form };
  }
  const governors: Governor[] = [];
  if (subject.relative) governors.push(marker('relative', 'relative', row, place));
  const opener = openerBefore(chunks, subject.start);
  const chunk = opener === undefined ? undefined : chunks[opener];
  if (opener !== undefined && chunk?.kind === 'sub' && chunk.word !== 'that') {
    governors.push(marker(chunk.word, 'clause', row, opener));
  } else if (opener !== undefined && chunk?.kind === 'preposition') {
    governors.push(marker(chunk.word, 'clause', row, opener));
  } else if (opener !== undefined && chunk) {
    governors.push(...complement(row, chunk.kind === 'verb' ? opener + 1 : opener));
  }
  if (row.condition !== undefined && (form.tense === 'future' || form.modal !== undefined))
    governors.push(marker('if', 'sentence', row, row.condition));
  return { governors: governors.slice(0, DEPTH), form };
}

const isBare = (row: Row, place: number): boolean => {
  const chunk = row.chunks[place];
  const token = chunk?.kind === 'verb' ? row.text.doc.tokens[chunk.head] : undefined;
  return token !== undefined && token.form.toLowerCase() === token.lemma.toLowerCase();
};

function openerBefore(chunks: readonly Chunk[], start: number): number | undefined {
  for (let at = start - 1; at >= 0 && start - at < 4; at--) {
    const kind = chunks[at]?.kind;
    if (kind === 'sub' || kind === 'preposition' || kind === 'verb') return at;
    if (kind !== 'other' && kind !== 'time') return undefined;
  }
  return undefined;
}

/** The verb or noun right before the place `at`, whose clause this is ("denied that …", "a report that …"). */
function complement(row: Row, at: number): Governor[] {
  const before = skipLeft(row.chunks, at - 1);
  const chunk = row.chunks[before];
  if (chunk?.kind === 'verb') return chain(row, before, 'that');
  if (isNoun(chunk)) {
    const role = row.roles.get(before);
    const own = nounGovernor(row, before, 'that');
    return role?.link === 'object' ? [own, ...chain(row, role.verb, 'that')].slice(0, DEPTH) : [own];
  }
  if (chunk?.kind === 'adjective') return [{ lemma: chunk.word, link: 'that', token: chunk.to - 1 }];
  return [];
}

function infinitive(row: Row, place: number, form: VerbForm): Governed {
  const { chunks } = row;
  const before = skipLeft(chunks, place - 1);
  const chunk = chunks[before];
  if (chunk?.kind === 'verb')
    return { governors: chain(row, before, 'to'), form, ...subjectFrom(row, before) };
  if (chunk?.kind === 'adjective') {
    const copula = skipLeft(chunks, before - 1);
    const own: Governor = { lemma: chunk.word, link: 'to', token: chunk.to - 1, ...verbOf(row, copula) };
    return {
      governors: [own, ...(row.clauses.get(copula)?.governors ?? [])].slice(0, DEPTH),
      form,
      ...subjectFrom(row, copula),
    };
  }
  if (isNoun(chunk)) return nounInfinitive(row, before, form);
  if (chunk?.kind === 'conjunction' || chunk?.kind === 'comma') {
    const first = verbBefore(row, before);
    const clause = first === undefined ? undefined : row.clauses.get(first);
    if (clause?.form.form === 'infinitive')
      return { governors: clause.governors, form, subject: clause.subject.nouns };
  }
  return { governors: [marker('to', 'purpose', row, place)], form };
}

/** Prepositions before who speaks, not before who is spoken to. */
const SOURCES: ReadonlySet<string> = new Set(['from', 'by', 'of']);

/** "urged Iran to withdraw", "announced plans to withdraw", "pressure on Iran to withdraw", "Putin to visit Tokyo". */
function nounInfinitive(row: Row, noun: number, form: VerbForm): Governed {
  const { chunks, text } = row;
  const role = row.roles.get(noun);
  const head = chunks[noun];
  const actor = isNoun(head) && text.mentions.actor[head.head] !== undefined;
  if (role && role.link !== 'subject') {
    if (actor) {
      const preposition = chunks[noun - 1]?.kind === 'preposition';
      const outer = preposition ? skipLeft(chunks, noun - 2) : noun;
      const governors =
        preposition && isNoun(chunks[outer]) && chunks[outer]?.kind === 'noun'
          ? [nounGovernor(row, outer, 'to'), ...chain(row, role.verb, 'object')]
          : chain(row, role.verb, 'object-to');
      // "an appeal *from* the president to lay down arms": not he is to lay them down.
      const source = preposition && SOURCES.has(role.link);
      return { governors: governors.slice(0, DEPTH), form, subject: source ? [] : [noun] };
    }
    const governors = [nounGovernor(row, noun, 'to'), ...chain(row, role.verb, role.link)];
    return { governors: governors.slice(0, DEPTH), form, ...subjectFrom(row, role.verb) };
  }
  if (actor && row.sentence.kind === 'headline')
    return { governors: [marker('to', 'headline', row, noun)], form, subject: [noun] };
  return { governors: [nounGovernor(row, noun, 'to')], form };
}

function gerund(row: Row, place: number, form: VerbForm): Governed {
  const { chunks } = row;
  const before = skipLeft(chunks, place - 1);
  const chunk = chunks[before];
  if (chunk?.kind === 'verb')
    return { governors: chain(row, before, 'ing'), form, ...subjectFrom(row, before) };
  if (chunk?.kind === 'preposition') return afterPreposition(row, before, chunk.word, form);
  const main = verbBefore(row, before);
  const finiteMain = chunk?.kind === 'comma' ? finiteBefore(row, before) : undefined;
  if (finiteMain !== undefined)
    return { governors: chain(row, finiteMain, 'participle'), form, ...subjectFrom(row, finiteMain) };
  if (chunk?.kind === 'sub' && main !== undefined)
    return { governors: chain(row, main, chunk.word), form, ...subjectFrom(row, main) };
  if (chunk?.kind === 'conjunction' && main !== undefined) {
    const clause = row.clauses.get(main);
    if (clause?.form.form === 'gerund')
      return { governors: clause.governors, form, subject: clause.subject.nouns };
  }
  return { governors: [marker('modifier', 'modifier', row, place)], form };
}

/** "prevented Iran from signing" (Iran signs), "responded by deploying" (the subject deploys). */
function afterPreposition(row: Row, preposition: number, word: string, form: VerbForm): Governed {
  const { chunks } = row;
  const main = verbBefore(row, preposition);
  if (main === undefined) return { governors: [marker(word, 'modifier', row, preposition)], form };
  const object = skipLeft(chunks, preposition - 1);
  const role = row.roles.get(object);
  const head = chunks[object];
  const adjunct = row.text.words.clausal.has(word) || word === 'by';
  if (!adjunct && isNoun(head) && role?.verb === main && role.link === 'object') {
    const named = row.text.mentions.actor[head.head] !== undefined;
    const governors = named
      ? chain(row, main, word)
      : [nounGovernor(row, object, word), ...chain(row, main, 'object')].slice(0, DEPTH);
    return named ? { governors, form, subject: [object] } : { governors, form, ...subjectFrom(row, main) };
  }
  return { governors: chain(row, main, word), form, ...subjectFrom(row, main) };
}

export function governorsOfNoun(row: Row, place: number): Governor[] {
  const { chunks } = row;
  const role = row.roles.get(place);
  const before = chunks[place - 1];
  if (before?.kind === 'preposition') {
    const outer = skipLeft(chunks, place - 2);
    if (isNoun(chunks[outer]) && !row.text.words.clausal.has(before.word) && chunks[outer] !== undefined) {
      const named = row.text.mentions.actor[chunks[outer].kind === 'noun' ? chunks[outer].head : -1];
      const outerRole = row.roles.get(outer);
      if (!named)
        return [
          nounGovernor(row, outer, before.word),
          ...(outerRole ? chain(row, outerRole.verb, linkOf(row, outerRole)) : []),
        ].slice(0, DEPTH);
    }
    const main = role?.verb ?? verbBefore(row, place - 1) ?? verbAfter(row, place);
    return main === undefined ? [marker('', before.word, row, place - 1)] : chain(row, main, before.word);
  }
  return role ? chain(row, role.verb, linkOf(row, role)) : [];
}

/** The subject of a passive is what the act is done to. */
function linkOf(row: Row, role: { readonly verb: number; readonly link: string }): string {
  const passive = row.clauses.get(role.verb)?.form.voice === 'passive';
  return role.link === 'subject' && passive ? 'object' : role.link;
}

function nounGovernor(row: Row, place: number, link: string): Governor {
  const chunk = row.chunks[place];
  const head = isNoun(chunk) ? chunk.head : -1;
  return { lemma: row.text.doc.tokens[head]?.lemma.toLowerCase() ?? '', link, token: head };
}

/** The verb at `place` and what it hangs on itself. */
function chain(row: Row, place: number, link: string): Governor[] {
  const clause = row.clauses.get(place);
  const token = clause ? row.text.doc.tokens[clause.verb.head] : undefined;
  if (!clause || !token) return [];
  const next = row.text.doc.tokens[token.index + 1]?.form.toLowerCase() ?? '';
  const own: Governor = {
    lemma: token.lemma.toLowerCase(),
    link,
    token: token.index,
    verb: clause.form,
    ...(row.text.words.particles.has(next) ? { particle: next } : {}),
  };
  return [own, ...clause.governors].slice(0, DEPTH);
}

const subjectFrom = (row: Row, place: number): { subject?: readonly number[] } => {
  const nouns = row.clauses.get(place)?.subject.nouns;
  return nouns ? { subject: nouns } : {};
};

const verbOf = (row: Row, place: number): { verb?: VerbForm } => {
  const form = row.clauses.get(place)?.form;
  return form ? { verb: form } : {};
};

const marker = (lemma: string, link: string, row: Row, place: number): Governor => ({
  lemma,
  link,
  token: row.chunks[place]?.from ?? -1,
});

function skipLeft(chunks: readonly Chunk[], from: number): number {
  let at = from;
  while (at > 0 && (chunks[at]?.kind === 'other' || chunks[at]?.kind === 'time')) at--;
  return at;
}

function verbBefore(row: Row, from: number): number | undefined {
  for (let at = from; at >= 0 && from - at < REACH; at--) if (row.clauses.has(at)) return at;
  return undefined;
}

/** What follows a comma as a participle hangs on the main verb: "*called* for him to act, vowing …". */
function finiteBefore(row: Row, from: number): number | undefined {
  for (let at = from; at >= 0 && from - at < REACH; at--)
    if (row.clauses.get(at)?.form.form === 'finite') return at;
  return undefined;
}

function verbAfter(row: Row, from: number): number | undefined {
  for (let at = from; at < row.chunks.length && at - from < REACH; at++) if (row.clauses.has(at)) return at;
  return undefined;
}
