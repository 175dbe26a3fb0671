/**
 * What the event rules know of a sentence: a Frame for each word that may name an act. The rules stand on
 * these types alone; syntax/ fills them from the UD parse.
 */
import type { Actor } from '../actor/actor.js';
import type { Doc, Sentence } from '../language/doc.js';
import type { Place } from '../place/place.js';
import type { Span } from '../span.js';
import type { Statement } from '../speech/statement.js';
import type { Time } from '../time/timex3.js';

/** The layers that events stand on. */
export interface Before {
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
}

/** A noun group that takes part in an act. */
export interface Phrase extends Span {
  /** Index of its first word in `doc.tokens`. */
  readonly first: number;
  /** Index of the head word in `doc.tokens`. */
  readonly head: number;
  /** Lower-case lemma of the head. */
  readonly lemma: string;
  /** Lemma of the word right before the head and of the head: `missile system`; the head's when it stands alone. */
  readonly compound: string;
  /** Lemma of the word that counts it: `thousand` of "thousands of Nigerians". */
  readonly counting?: string;
  /** Lemma of the noun after its "of": `emergency` of "state of emergency". */
  readonly of?: string;
  /** More than one: `the experts`. */
  readonly plural: boolean;
  /** Ids of the actors that the head names; empty when it names none. */
  readonly actors: readonly string[];
  /** Ids of the actors named by its possessor or demonym: Japan in "Japan's protest", "Japanese troops". */
  readonly owners: readonly string[];
  /** True when they stand behind "of", where they may as well be whom an act is done to. */
  readonly ofOwners: boolean;
  /** Ids of the places that it names. */
  readonly places: readonly string[];
  /** That of them which the head names: Sochi in "Sochi", none in "the Black Sea resort". */
  readonly headPlace?: string;
}

export interface Oblique {
  /** Lower-case preposition: `with`, `ahead of`. */
  readonly preposition: string;
  readonly phrase: Phrase;
  /** Nouns between it and the word that names the act: 0 hangs on that itself, 1 on its object, … */
  readonly depth: number;
}

export type Tense = 'past' | 'present' | 'future' | 'none';

/** The verb group as it was written, without what governs it. */
export interface VerbForm {
  readonly tense: Tense;
  readonly aspect: 'simple' | 'progressive' | 'perfect';
  readonly voice: 'active' | 'passive';
  /** `finite` stands on its own; the others take their tense from what governs them. */
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  /** Lemma of the modal: `would`, `may`. */
  readonly modal?: string;
  readonly negated: boolean;
}

/**
 * How a word hangs on what governs it: `to` an infinitive, `that` a clause, `ing` a gerund, `subject` or
 * `object` a noun group, `object-to` an infinitive whose subject is the object ("urged *Iran* to …"), `passive-to` one under a passive, `clause` what a conjunction
 * opens, `relative`, `participle` ("…, accusing Sudan"), `reduced` ("troops *deployed* there"), `modifier` ("ships *carrying* aid"),
 * `parataxis` a main clause beside it ("…, officials said"), `predicate` what "is" it; else the preposition itself ("call *for* talks").
 */
export interface Governor {
  readonly lemma: string;
  readonly link: string;
  /** Index of the governing word in `doc.tokens`. */
  readonly token: number;
  /** Present when it's a verb. */
  readonly verb?: VerbForm;
  /** Where the governor is "be": what it says, `unlikely`. */
  readonly predicate?: string;
  /** Second words of phrasal verbs: the `off` of "call off". */
  readonly particle?: string;
}

export interface Frame {
  /** The words that name the act. */
  readonly trigger: Span;
  /** Index of the naming word in `doc.tokens`. */
  readonly head: number;
  readonly kind: 'verb' | 'noun';
  readonly lemma: string;
  /** The second word of a phrasal verb, or what may be one: `off`, `down`, `out`. */
  readonly particle?: string;
  /** Where that word ends. */
  readonly particleEnd?: number;
  readonly subject: readonly Phrase[];
  readonly object: readonly Phrase[];
  readonly obliques: readonly Oblique[];
  /** What hangs on the subject: "police *in Beijing*". */
  readonly beside: readonly Oblique[];
  /** All prepositions that follow, also one before a verb: "charged *with* spying". */
  readonly prepositions: readonly string[];
  /** True when a non-finite verb or a clause hangs on it: "refused *to sign*". */
  readonly complement: boolean;
  /** Lemma of that verb. */
  readonly complementVerb?: string;
  /** True for a clause, not an infinitive, that tells what is or was and not what is to be. */
  readonly complementIs?: boolean;
  /** Lemma of what an object is made or held to be: "found him *guilty*". */
  readonly result?: string;
  /** The subject of that clause: "demanded that *Chile* release the men". */
  readonly complementSubject: readonly Phrase[];
  /** Lemmas of the words before a nominal, the nearest last: the `hunger` of "hunger strike". */
  readonly modifiers: readonly string[];
  /** Of a noun behind "be" and a preposition ("were *on strike*"): who is. */
  readonly being?: {
    readonly verb: VerbForm;
    readonly preposition: string;
    readonly subject: readonly Phrase[];
  };
  /** True for "*no* talks". */
  readonly none?: boolean;
  /** True for "his visit": it's somebody's, known (`owners`) or not. */
  readonly owned?: boolean;
  /** Who a nominal belongs to: possessor or demonym. */
  readonly owners: readonly string[];
  /** Absent for a noun. */
  readonly verb?: VerbForm;
  /** Nearest first, outward to the main clause. */
  readonly governors: readonly Governor[];
  /** Words beside the act that may qualify it: link `adverb` ("reportedly"), `adjective` ("planned"), `according to`. */
  readonly qualifiers: readonly Governor[];
  /** True for "each other": what they do they do to one another. */
  readonly mutual: boolean;
  /** The clause, without those in it: where the act's own time is looked for. */
  readonly clause: readonly Span[];
  /** The clauses whose time is this one's too, nearest first: "*arrived on Thursday* and met …". */
  readonly earlier: readonly (readonly Span[])[];
  readonly sentence: number;
}

export interface Syntax {
  /** The frame of the word at `token`, or undefined when it names no act there (part of a name, a modifier). */
  frame(token: number): Frame | undefined;
  /** What the main clauses of a sentence that tell of the past cover, by start. */
  told(sentence: Sentence): readonly Span[];
}

export type Parse = (doc: Doc, before: Before) => Syntax;
