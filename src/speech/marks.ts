/**
 * Quotation marks of one paragraph: which open, which close, which are apostrophes. One pass over its marks;
 * the stack of open ones is never deeper than `maxDepth`, so hostile input costs no more than its length.
 */
import type { Span } from '../span.js';
import type { Pair, SpeechData } from './data.js';

/** An opening mark whose closing one the paragraph does not have. */
export interface OpenMark extends Span {
  /** More than one where a mark opens several: „ is closed by “ and by ”. */
  readonly pairs: readonly Pair[];
}

export interface MarksOfParagraph {
  /** Words between marks, marks included; outermost only, by start, no overlaps. */
  readonly quoted: readonly Span[];
  /** Still open at the paragraph's end: the words may go on in the next one. */
  readonly open?: OpenMark;
  /** Closes what an earlier paragraph opened: no mark stands before it here. */
  readonly closing?: Span & { readonly mark: string };
  /** Marks that have no partner. */
  readonly stray: readonly Span[];
}

export type MarkFinder = (text: string, paragraph: Span) => MarksOfParagraph;

interface Mark extends Span {
  readonly mark: string;
  /** By what stands around it, it can open, can close. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** May be an apostrophe as well. */
  readonly single: boolean;
}

const maxDepth = 4;
const letter = /[\p{L}\p{N}]/u;
const blank = /\s/u;
const mayPrecedeOpening = /[\s([{\-–—/:,;.…"“„«‘'‹「]/u;
const mayFollowClosing = /[\s)\]}\-–—/:,;.…!?"”“»’'›」]/u;

export function markFinder(data: SpeechData): MarkFinder {
  const opening = new Map<string, Pair[]>();
  for (const pair of data.pairs) opening.set(pair.open, [...(opening.get(pair.open) ?? []), pair]);
  const find = candidateFinder(data);
  return (text, paragraph) => pairUp(text, find(text, paragraph), opening);
}

function candidateFinder({ pairs, elisions }: SpeechData): (text: string, paragraph: Span) => Mark[] {
  const marksOf = (some: readonly Pair[]): Set<string> =>
    new Set(some.flatMap(({ open, close }) => [open, close]));
  const longestFirst = [...marksOf(pairs)].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.join('|'), 'gu');
  const singles = marksOf(pairs.filter(({ single }) => single));
  const spaced = marksOf(pairs.filter((pair) => pair.spaced));

  return (text, { start, end }) => {
    const found: Mark[] = [];
    for (const { 0: mark, index } of text.slice(start, end).matchAll(pattern)) {
      const at = { start: start + index, end: start + index + mark.length };
      const left = at.start > start ? text.charAt(at.start - 1) : ' ';
      const right = at.end < end ? text.charAt(at.end) : ' ';
      const single = singles.has(mark);
      if (single && letter.test(left) && letter.test(right)) continue;
      const free = spaced.has(mark);
      // A mark that begins a paragraph opens, even the wrong one, even before a space.
      const begins = at.start === start && !single;
      const opens =
        mayPrecedeOpening.test(left) &&
        (free || begins || !blank.test(right)) &&
        !(single && isElision(text, at.end, elisions));
      const closes = (free || !blank.test(left)) && mayFollowClosing.test(right);
      if (!single || opens || closes) found.push({ ...at, mark, opens, closes, single });
    }
    return found;
  };
}

/** 'em, 'til, and the decades: '90s. */
function isElision(text: string, at: number, elisions: ReadonlySet<string>): boolean {
  const word = /^(?:\d\d?s?\b|\p{L}{1,6}(?!\p{L}))/u.exec(text.slice(at, at + 8))?.[0] ?? '';
  return /^\d/.test(word) || elisions.has(word.toLowerCase());
}

function pairUp(
  text: string,
  marks: readonly Mark[],
  opening: ReadonlyMap<string, readonly Pair[]>,
): MarksOfParagraph {
  const quoted: Span[] = [];
  const stray: Span[] = [];
  const stack: OpenMark[] = [];
  const nextSingle = followingSingles(marks);
  let closing: MarksOfParagraph['closing'];

  marks.forEach((mark, index) => {
    const level = levelClosedBy(stack, mark);
    const pairs = opening.get(mark.mark);
    const next = nextSingle[index];
    if (level >= 0 && mark.closes && !isPossessive(text, mark, next)) {
      close(level, mark);
    } else if (pairs && mark.opens && (!mark.single || next?.closes)) {
      open(mark, pairs);
    } else if (mark.single) {
      return;
    } else if (level >= 0) {
      close(level, mark);
    } else if (mark.closes && quoted.length === 0 && stack.length === 0 && closing === undefined) {
      closing = mark;
    } else {
      stray.push({ start: mark.start, end: mark.end });
    }
  });
  const open_ = stack.find(({ pairs }) => pairs.every(({ single }) => !single));
  return { quoted, stray, ...(open_ ? { open: open_ } : {}), ...(closing ? { closing } : {}) };

  function open(mark: Mark, pairs: readonly Pair[]): void {
    const top = stack.at(-1);
    // The same mark opened twice: the first was never closed.
    if (top?.pairs === pairs) {
      stack.pop();
      if (!mark.single) stray.push({ start: top.start, end: top.end });
    }
    if (stack.length < maxDepth) stack.push({ start: mark.start, end: mark.end, pairs });
  }

  function close(level: number, mark: Mark): void {
    const start = stack[level]?.start ?? mark.start;
    stack.length = level;
    while ((quoted.at(-1)?.start ?? -1) > start) quoted.pop();
    quoted.push({ start, end: mark.end });
  }
}

/** A mark that can only close, by what stands around it, closes what is open even in another style: “a". */
function levelClosedBy(stack: readonly OpenMark[], { mark, single, opens, closes }: Mark): number {
  const level = stack.findLastIndex(({ pairs }) => pairs.some(({ close }) => close === mark));
  if (level >= 0 || single || opens || !closes) return level;
  return stack.findLastIndex(({ pairs }) => pairs.every((pair) => !pair.single));
}

/** "the states’ rights": an apostrophe, when a closing mark still follows. */
function isPossessive(text: string, mark: Mark, next: Mark | undefined): boolean {
  if (!mark.single || next === undefined || !next.closes || next.opens) return false;
  return /[sz]/iu.test(text.charAt(mark.start - 1)) && /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2));
}

/** For each mark the next one after it that is single. */
function followingSingles(marks: readonly Mark[]): (Mark | undefined)[] {
  const next: (Mark | undefined)[] = new Array(marks.length);
  let seen: Mark | undefined;
  for (let index = marks.length - 1; index >= 0; index--) {
    next[index] = seen;
    if (marks[index]?.single) seen = marks[index];
  }
  return next;
}
