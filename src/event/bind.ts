/** What a sentence says by itself of whom a pronoun or possessor stands for; anything further is the actor reader's. */
import type { Frame, Phrase } from './frame.js';
import { phraseAt } from './phrase.js';
import { type Clause, chunkOf, type Row } from './row.js';

/** Possessor or demonym; "his" in an object is the subject's. */
export function ownersOf(row: Row, place: number, subject: readonly number[]): readonly string[] {
  const { owners } = phraseAt(row, place);
  const chunk = row.chunks[place];
  const first = row.text.doc.tokens[chunk?.from ?? -1];
  if (owners.length > 0 || !first || !row.text.words.possessives.has(first.form.toLowerCase())) return owners;
  if (subject.includes(place)) return [];
  const possessor = POSSESSED[first.form.toLowerCase()] ?? first.form.toLowerCase();
  return subject
    .flatMap((noun) => phraseAt(row, noun).actors)
    .filter((id) => agrees(possessor, row.text.persons.has(id)));
}

/** The verb or clause that hangs on a word. */
export function complementOf(
  row: Row,
  token: number,
): Pick<Frame, 'complement' | 'complementVerb' | 'complementIs' | 'complementSubject'> {
  const clause = row.clauses.get(row.complements.get(token) ?? -1);
  if (!clause) return { complement: false, complementSubject: [] };
  return {
    complement: true,
    complementIs:
      clause.form.form === 'finite' && clause.form.tense !== 'future' && clause.form.modal === undefined,
    complementVerb: row.text.doc.tokens[clause.verb.head]?.lemma.toLowerCase() ?? '',
    complementSubject: clause.subject.nouns.map((noun) => phraseAt(row, noun)),
  };
}

/** A pronoun that the sentence itself binds gets the actors it stands for. */
export function bound(row: Row, place: number, antecedents: () => readonly string[]): Phrase {
  const phrase = phraseAt(row, place);
  const form = row.text.doc.tokens[phrase.head]?.form.toLowerCase() ?? '';
  if (phrase.actors.length > 0 || !row.text.words.pronouns.has(form)) return phrase;
  return { ...phrase, actors: antecedents().filter((id) => agrees(form, row.text.persons.has(id))) };
}

const POSSESSED: Readonly<Record<string, string>> = { his: 'he', her: 'she', its: 'it' };
const PERSONAL = new Set(['he', 'she', 'him', 'her']);

const agrees = (pronoun: string, person: boolean): boolean =>
  PERSONAL.has(pronoun) ? person : pronoun !== 'it' || !person;

/** "Japan said *it* had …": the subject of a clause under "said" is who says it. */
export function speaker(row: Row, { governors }: Clause): readonly string[] {
  const governor = governors[0];
  if (governor?.link !== 'that' || !governor.verb) return [];
  const outer = row.clauses.get(chunkOf(row.chunks, governor.token));
  return distinctActors(row, outer?.subject.nouns ?? []);
}

/** "met Putin and told *him* …": who the first of two verbs with one subject is done to. */
export function met(row: Row, { subject }: Clause): readonly string[] {
  const first = subject.shared === undefined ? undefined : row.clauses.get(subject.shared);
  if (!first) return [];
  const ids = distinctActors(row, [
    ...first.arguments.objects,
    ...first.arguments.obliques.map(({ noun }) => noun),
  ]);
  return ids.length === 1 ? ids : [];
}

const distinctActors = (row: Row, nouns: readonly number[]): string[] => [
  ...new Set(nouns.flatMap((noun) => phraseAt(row, noun).actors)),
];
