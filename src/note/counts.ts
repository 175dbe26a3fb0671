/** Numbers that do not agree: parts that are more than their total, a headline with another number than the report. */
import type { Doc, Token } from '../language/doc.js';
import { hasRelation } from '../language/tree.js';
import type { Note } from '../log.js';
import { cover, type Span } from '../span.js';
import type { Noticing } from './index.js';
import type { NoteWords } from './words.js';

export const countNotes: Noticing = ({ doc }, words) => [
  ...sumNotes(doc, words),
  ...headlineNotes(doc, words),
];

interface Count {
  readonly token: Token;
  readonly value: number;
}

/** An exact number of people or things: no "at least 12", no day, no year of four figures behind a month. */
function countAt({ tokens }: Doc, at: number, words: NoteWords): Count | undefined {
  const token = tokens[at];
  if (token?.upos !== 'NUM') return undefined;
  const before = tokens[at - 1]?.form.toLowerCase() ?? '';
  const next = tokens[at + 1];
  if (words.hedges.has(before) || next?.upos === 'NUM' || next?.form === '-' || next?.form === '%')
    return undefined;
  const value = words.numbers.get(token.form.toLowerCase()) ?? figures(token.form);
  return value === undefined ? undefined : { token, value };
}

const figures = (form: string): number | undefined =>
  /^(?:\d{1,6}|\d{1,3}(?:,\d{3})+)$/u.test(form) ? Number(form.replaceAll(',', '')) : undefined;

// --- sums

/** "12 people were killed, including 8 soldiers and 5 civilians". */
const sumNotes = (doc: Doc, words: NoteWords): Note[] =>
  doc.sentences.flatMap(({ from, to }) => {
    const opening = openingAt(doc, from, to, words);
    const total = opening && lastBefore(doc, from, opening.from, words);
    if (!opening || !total) return [];
    const parts = partsFrom(doc, opening.to, to, words);
    const sum = parts.reduce((all, { value }) => all + value, 0);
    if (parts.length < 2 || sum <= total.value) return [];
    const shown = parts.map(({ value }) => value).join(' and ');
    return [
      {
        kind: 'note/sum',
        message: `${shown} are more than the ${total.value} that they are part of.`,
        spans: [total, ...parts].map(({ token }) => spanOf(doc, token)),
      },
    ];
  });

function openingAt(
  { tokens }: Doc,
  from: number,
  to: number,
  { parts }: NoteWords,
): { from: number; to: number } | undefined {
  for (let at = from; at < to; at++)
    for (const phrase of parts)
      if (phrase.every((word, place) => tokens[at + place]?.form.toLowerCase() === word))
        return { from: at, to: at + phrase.length };
  return undefined;
}

function lastBefore(doc: Doc, from: number, to: number, words: NoteWords): Count | undefined {
  for (let at = to - 1; at >= from; at--) if (doc.tokens[at]?.upos === 'NUM') return countAt(doc, at, words);
  return undefined;
}

/** Numbers of the list: each opens it, or stands behind a comma or "and", before a noun that is no subject. */
function partsFrom(doc: Doc, from: number, to: number, words: NoteWords): Count[] {
  const { tokens } = doc;
  const found: Count[] = [];
  for (let at = from; at < to; at++) {
    const before = tokens[at - 1];
    const opens = at === from || before?.form === ',' || before?.form === 'and';
    const count = opens ? countAt(doc, at, words) : undefined;
    const noun = tokens[count?.token.head ?? -1];
    if (count && noun?.upos === 'NOUN' && noun.index > at && !hasRelation(noun, 'nsubj')) found.push(count);
  }
  return found;
}

/** "8 soldiers". */
const spanOf = ({ tokens }: Doc, token: Token): Span => {
  const noun = tokens[token.head];
  return noun && noun.index > token.index && noun.index < token.index + 4 ? cover(token, noun) : token;
};

// --- headline and report

/** Of what is counted in the headline another number stands in the report, and never the same. */
function headlineNotes(doc: Doc, words: NoteWords): Note[] {
  const told = doc.sentences.flatMap((sentence) =>
    countedIn(doc, sentence, words).map((one) => ({
      ...one,
      head: sentence.kind === 'headline' || sentence.kind === 'dek',
    })),
  );
  const inBody = told.filter(({ head }) => !head);
  return told
    .filter(({ head }) => head)
    .flatMap((headline) => {
      const others = inBody.filter(({ what }) => what === headline.what);
      const values = [...new Set(others.map(({ value }) => value))];
      const [other] = others;
      if (!other || values.length !== 1 || values[0] === headline.value) return [];
      return [
        {
          kind: 'note/two-counts',
          message: `The headline has ${headline.value} ${headline.what}, the report ${other.value}.`,
          spans: [headline.span, other.span],
        },
      ];
    });
}

interface Counted {
  readonly what: string;
  readonly value: number;
  readonly span: Span;
}

/** "15 killed", "15 people were killed", "killing 15". */
function countedIn(doc: Doc, { from, to }: { from: number; to: number }, words: NoteWords): Counted[] {
  const found: Counted[] = [];
  for (let at = from; at < to; at++) {
    const count = countAt(doc, at, words);
    const what = count && actBeside(doc, at, from, to, words);
    if (count && what !== undefined) found.push({ what, value: count.value, span: spanOf(doc, count.token) });
  }
  return found;
}

/** So many words may stand between the number and what was done. */
const NEAR = 4;

function actBeside(
  { tokens }: Doc,
  at: number,
  from: number,
  to: number,
  { counted }: NoteWords,
): string | undefined {
  const actOf = (token: Token | undefined): string | undefined =>
    token && counted.get(token.lemma.toLowerCase());
  const before = at - 1 >= from ? actOf(tokens[at - 1]) : undefined;
  if (before !== undefined) return before;
  for (let place = at + 1; place < Math.min(to, at + 1 + NEAR); place++) {
    const token = tokens[place];
    if (token?.upos === 'PUNCT' || token?.upos === 'NUM') return undefined;
    const act = actOf(token);
    if (act !== undefined) return act;
  }
  return undefined;
}
