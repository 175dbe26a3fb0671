/**
 * A story of the past: after "On 8 August 1945 the army landed." a "September" of the following clauses is that of
 * 1945. It's followed in the paragraph and the one after it, as long as nothing comes back to the report's day.
 */
import type { Doc, Sentence, Token } from '../language/doc.js';
import type { Span } from '../span.js';
import { daysBetween } from './calendar.js';
import type { Anchor, Resolved } from './recipe/recipe.js';
import { directionOf, type Tense, tokenFrom } from './tense.js';

export interface PastStory {
  /** The last date of the story, if the expression there belongs to it. Asked from left to right. */
  anchorFor(span: Span, sentence: Sentence): Anchor | undefined;
  /** Told of each expression, from left to right; `set` is what it gives others to be counted from. */
  follow(resolved: Resolved, set: Anchor | undefined, span: Span, sentence: Sentence): void;
}

interface Story {
  readonly anchor: Anchor;
  readonly paragraph: number;
  /** The first token that has not been looked at. */
  next: number;
  quoted: boolean;
  /** The last sentence that quotes. */
  quotedIn: number;
}

/** Days that a date must lie before the report, if that is known, to begin a story of the past. */
const LONG_AGO = 365;
const LENGTH = { day: 1, month: 31, year: 366 } as const;

export function makePastStory(tense: Tense, doc: Doc, report: Anchor | undefined): PastStory {
  let story: Story | undefined;
  const longAgo = ({ day, precision }: Anchor): boolean =>
    report === undefined || daysBetween(day, report.day) >= LONG_AGO + LENGTH[precision];

  function anchorFor(span: Span, sentence: Sentence): Anchor | undefined {
    if (story && (sentence.paragraph > story.paragraph + 1 || returns(tense, doc, story, sentence)))
      story = undefined;
    if (!story || story.quotedIn === sentence.index) return undefined;
    return directionOf(tense, doc, sentence, span) === 'past' ? story.anchor : undefined;
  }

  function follow(resolved: Resolved, set: Anchor | undefined, span: Span, sentence: Sentence): void {
    const { anchor, unanchored, value } = resolved;
    const ofReport = anchor === 'published' || unanchored || value === 'PRESENT_REF';
    if (ofReport || (set && !longAgo(set))) story = undefined;
    else if (set && anchor !== undefined && story)
      story = { ...story, anchor: set, paragraph: sentence.paragraph };
    else if (set && anchor === undefined && begins(tense, doc, set, span, sentence))
      story = {
        anchor: set,
        paragraph: sentence.paragraph,
        next: sentence.from,
        quoted: false,
        quotedIn: -1,
      };
  }

  return { anchorFor, follow };
}

/** Whether a word up to the end of the sentence comes back to the present. Each token is looked at once. */
function returns({ present }: Tense, { tokens }: Doc, story: Story, sentence: Sentence): boolean {
  for (; story.next < sentence.to; story.next++) {
    const token = tokens[story.next];
    if (!token) continue;
    if (present.has(token.form.toLowerCase())) return true;
    const mark = /^["“”]$/.test(token.form);
    if (mark) story.quoted = token.form === '“' || (token.form === '"' && !story.quoted);
    if (mark || story.quoted) story.quotedIn = token.sentence;
  }
  return false;
}

/** How many words of a sentence are looked at around its date. */
const REACH = 30;

/**
 * Whether a date says when what is told happened: "In 1956 the two signed …", "The army landed on 8 August 1945
 * and …". Not "the 1956 declaration", "a pact signed in 1956 was …", "since 1956".
 */
function begins(tense: Tense, doc: Doc, set: Anchor, span: Span, sentence: Sentence): boolean {
  const first = tokenFrom(doc.tokens, sentence, span.start);
  if (sentence.kind !== 'body' || first - sentence.from > REACH) return false;
  if (directionOf(tense, doc, sentence, span) !== 'past') return false;
  const before = doc.tokens.slice(sentence.from, first);
  const last = before.at(-1);
  const introduced = last !== undefined && tense.introducing.has(last.form.toLowerCase());
  if (introduced && !before.some(isVerb)) return true;
  if (set.precision === 'year' || !(introduced || last?.upos === 'VERB')) return false;
  const next = tokenFrom(doc.tokens, sentence, span.end);
  const after = doc.tokens.slice(next, Math.min(sentence.to, next + REACH));
  return mainClause(tense, before) && !verbFollows(tense, after);
}

const isVerb = ({ upos }: Token): boolean => upos === 'VERB' || upos === 'AUX';
const isPastForm = (tense: Tense, { form, upos }: Token): boolean =>
  tense.past.has(form.toLowerCase()) || (upos === 'VERB' && form.endsWith('ed'));

/** One finite verb with its auxiliaries, and no relative clause: the date isn't that of a participle. */
function mainClause(tense: Tense, before: readonly Token[]): boolean {
  let verbs = 0;
  let inVerb = false;
  for (const token of before) {
    if (tense.subordinating.has(token.form.toLowerCase())) return false;
    if (token.upos === 'CCONJ') verbs = 0;
    const verb = isPastForm(tense, token);
    if (verb && !inVerb) verbs++;
    inVerb = verb || (inVerb && (token.upos === 'ADV' || token.upos === 'PART'));
  }
  return verbs === 1;
}

/** A past tense after the date that no conjunction joins. */
function verbFollows(tense: Tense, after: readonly Token[]): boolean {
  const joined = after.findIndex(({ upos }) => upos === 'CCONJ' || upos === 'SCONJ');
  const verb = after.findIndex((token) => isPastForm(tense, token));
  return verb >= 0 && (joined < 0 || verb < joined);
}
