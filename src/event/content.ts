/** What a request, refusal or threat is about, by its words: "demanded the *release* of", "refused to *meet*". */
import type { Frame, Oblique, Phrase, Syntax } from './frame.js';
import type { ContentRow, Lexicon, Rule } from './lexicon.js';

/** Words between a verb and the verb that it governs. */
const REACH = 16;

/** Links of the verb that tells what is asked, refused or threatened. */
const COMPLEMENTS: ReadonlySet<string> = new Set([
  'to',
  'object-to',
  'passive-to',
  'that',
  'ing',
  'for',
  'from',
  'with',
]);

/** The frame of the verb that hangs on this one: "refused to *sign* the treaty". */
export function complementOf(frame: Frame, syntax: Syntax): Frame | undefined {
  if (!frame.complement) return undefined;
  for (let token = frame.head + 1; token < frame.head + REACH; token++) {
    const inner = syntax.frame(token);
    if (inner?.sentence !== frame.sentence) continue;
    const governor = inner.governors[0];
    if (inner.kind === 'verb' && governor?.token === frame.head && COMPLEMENTS.has(governor.link))
      return inner;
  }
  return undefined;
}

/** Prepositions before what is asked for, refused or threatened with. */
const ABOUT: ReadonlySet<string> = new Set(['for', 'of', 'to', 'with', 'on', 'at', 'by', 'in', 'from']);

export interface Content {
  /** Lemmas of verbs, outermost first. */
  readonly verbs: readonly string[];
  /** Lemmas of nouns and their two-word forms, nearest first. */
  readonly nouns: readonly string[];
}

export function contentOf(
  frame: Frame,
  objects: readonly Phrase[],
  obliques: readonly Oblique[],
  syntax: Syntax,
): Content {
  const inner = complementOf(frame, syntax);
  const wanted = new Set(
    obliques.filter(({ preposition }) => preposition === 'for').map(({ phrase }) => phrase),
  );
  // "urged *the government* to act": whom one speaks to is not what it's about.
  const own = [...objects, ...about(obliques)].filter(
    (phrase) => phrase.actors.length === 0 || wanted.has(phrase),
  );
  const phrases = inner
    ? [
        ...(inner.verb?.voice === 'passive' ? inner.subject : []),
        ...inner.object,
        ...about(inner.obliques),
        ...own,
      ]
    : own;
  const verb = inner?.lemma ?? frame.complementVerb ?? demandedIn(objects, syntax);
  return {
    verbs: verb === undefined ? [] : [verb],
    nouns: phrases.flatMap(({ compound, lemma }) => (compound === lemma ? [lemma] : [compound, lemma])),
  };
}

/** "rejected the demand to *free* the men". */
const demandedIn = (objects: readonly Phrase[], syntax: Syntax): string | undefined =>
  objects.map(({ head }) => syntax.frame(head)?.complementVerb).find((verb) => verb !== undefined);

const about = (obliques: readonly Oblique[]): Phrase[] =>
  obliques.flatMap(({ preposition, phrase }) => (ABOUT.has(preposition) ? [phrase] : []));

/** The row that the content fits; verbs first, since "refused to *meet* rebels" is of meeting. */
export function rowOf(
  lexicon: Lexicon,
  { type }: Pick<Rule, 'type'>,
  { verbs, nouns }: Content,
): ContentRow | undefined {
  const keys = [
    ...verbs.map((lemma) => `${type}|verb|${lemma}`),
    ...nouns.map((lemma) => `${type}|noun|${lemma}`),
  ];
  for (const key of keys) {
    const row = lexicon.contentOf.get(key);
    if (row) return row;
  }
  return undefined;
}
