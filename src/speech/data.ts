/** The data of the speech reader: pairs of marks and cue words, read from data/speech once and checked. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';

const Pair = z.strictObject({
  id: z.string().regex(/^marks\/[a-z-]+$/),
  open: z.string().min(1),
  close: z.string().min(1),
  /** The closing mark is also the apostrophe. */
  single: z.boolean().default(false),
  /** A space may stand inside the marks. */
  spaced: z.boolean().default(false),
  locales: z.array(z.string()).min(1),
  example: z.string(),
  quoted: z.string(),
});
export type Pair = z.infer<typeof Pair>;

/**
 * What a cue takes: `quote` words in marks; `that` a clause opened by "that"; `clause` one without it;
 * `whether` an indirect question; `infinitive` "to" and a verb, with whom it is asked of; `fragment` an object with
 * marked words in it (called it "a mistake"); `object` any object; `naming` an object and what is said of it.
 */
export const Frame = z.enum([
  'quote',
  'that',
  'clause',
  'whether',
  'infinitive',
  'fragment',
  'object',
  'naming',
]);
export type Frame = z.infer<typeof Frame>;

const Cue = z.strictObject({
  id: z.string().regex(/^cue\/[a-z-]+$/),
  /** One lemma or several words: `point out`, `according to`. */
  lemma: z.string().min(1),
  kind: z.string().min(1),
  frames: z.array(Frame).min(1),
  /** The person spoken to is its object, or stands after this preposition: told reporters, appealed to them. */
  addressee: z.union([z.boolean(), z.string()]).default(false),
  /** What stands after these prepositions is said too: accused Novak of lying, a call for talks. */
  prepositions: z.array(z.string()).default([]),
  /** Attributes only when a document is its subject: the study found, not the police found. */
  by: z.literal('documents').optional(),
  example: z.string(),
  source: z.string().min(1),
});
export type Cue = z.infer<typeof Cue>;

const MarksFile = z.strictObject({ pairs: z.array(Pair), elisions: z.array(z.string()) });
const CuesFile = z.strictObject({
  cues: z.array(Cue),
  nouns: z.array(Cue),
  after: z.array(Cue),
  documents: z.array(z.string()),
  issuing: z.array(z.string()),
  carriers: z.array(z.string()),
  nobody: z.array(z.string()),
  acts: z.array(z.string()),
  adjuncts: z.array(z.string()),
  translated: z.array(z.string()),
});

export interface SpeechData {
  readonly pairs: readonly Pair[];
  readonly elisions: ReadonlySet<string>;
  /** Cues that are verbs, by their first word. */
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  readonly nouns: ReadonlyMap<string, Cue>;
  /** Nouns of what can be read: poll, study. */
  readonly documents: ReadonlySet<string>;
  /** Verbs whose subject speaks in the statement that is their object: issued a statement saying. */
  readonly issuing: ReadonlySet<string>;
  /** Verbs before an infinitive that is done all the same: went on to say. */
  readonly carriers: ReadonlySet<string>;
  /** Words for no one: what nobody said is no statement. */
  readonly nobody: ReadonlySet<string>;
  /** What is refused by an act, not by words: denied the request. */
  readonly acts: ReadonlySet<string>;
  /** Cues that stand before their source: `according to`. */
  readonly prepositions: ReadonlyMap<string, readonly Cue[]>;
  /** Words that open an adjunct of the speaking when they follow the marks of a partly quoted clause. */
  readonly adjuncts: ReadonlySet<string>;
  /** Lower-case names of languages, to ISO 639-1. */
  readonly languages: ReadonlyMap<string, string>;
  /** Words before the name of a language that say in which language the words were given. */
  readonly translated: readonly (readonly string[])[];
}

/** Throws an Error that names the file and the entry when data is damaged. */
export function loadSpeech(): SpeechData {
  const marks = readData('marks.yaml', MarksFile);
  const cues = readData('cues.yaml', CuesFile);
  refuseTwice('marks.yaml', marks.pairs);
  refuseTwice('cues.yaml', [...cues.cues, ...cues.nouns, ...cues.after]);
  return {
    pairs: marks.pairs,
    elisions: new Set(marks.elisions),
    verbs: byFirstWord(cues.cues),
    nouns: new Map(cues.nouns.map((cue) => [cue.lemma, cue])),
    prepositions: byFirstWord(cues.after),
    documents: new Set(cues.documents),
    issuing: new Set(cues.issuing),
    carriers: new Set(cues.carriers),
    nobody: new Set(cues.nobody),
    acts: new Set(cues.acts),
    adjuncts: new Set(cues.adjuncts),
    languages: languageNames(),
    translated: cues.translated.map((words) => words.split(' ')),
  };
}

const readData = <T>(file: string, shape: z.ZodType<T>): T => checkedData('speech', file, shape);

function refuseTwice(file: string, rows: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) throw new Error(`data/speech/${file}: two entries have the id ${id}.`);
    seen.add(id);
  }
}

/** Longest first, so that "point out" is tried before "point". */
function byFirstWord(cues: readonly Cue[]): Map<string, Cue[]> {
  const found = new Map<string, Cue[]>();
  const longestFirst = [...cues].sort((a, b) => b.lemma.split(' ').length - a.lemma.split(' ').length);
  for (const cue of longestFirst) {
    const [first = ''] = cue.lemma.split(' ');
    for (const key of [first, regularPast(first)]) found.set(key, [...(found.get(key) ?? []), cue]);
  }
  return found;
}

/** A verb whose past the language stage takes for another word's is left without its lemma: griped. */
function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeo]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

/** English names of all languages that have a two-letter code, from the names that Intl knows. */
function languageNames(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code)?.toLowerCase();
    // Withdrawn codes (`iw`) have the same name as the one in use (`he`), which Intl makes canonical.
    if (name !== undefined) found.set(name, Intl.getCanonicalLocales(code)[0] ?? code);
  }
  return found;
}
