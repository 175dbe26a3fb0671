/**
 * Marked words in a line that no cue claims: words that go on from the statement before, words after a colon,
 * words with a verb that data/speech/cues.yaml does not know. The rest are titles, nicknames and scare quotes.
 */

import type { Parsed } from './attribution.js';
import type { Draft, Drafts } from './draft.js';
import { formAt, type Items, isQuote, reach, uposAt } from './items.js';
import type { Line } from './line.js';
import type { Quote } from './quote.js';

/** How many paragraphs may lie between words without a cue and the statement they continue. */
const near = 1;

/** The quotations of the line that are nobody's speech. */
export function unattributed(parsed: Parsed, line: Line, lineIndex: number, drafts: Drafts): Quote[] {
  const { text } = parsed.doc;
  const { items } = line;
  const left: Quote[] = [];
  const onlyMarked = items.every(({ token }) => token === undefined || token.upos === 'PUNCT');
  items.forEach(({ quote }, at) => {
    if (!quote || drafts.holding(quote)) return;
    if (labelled(text, quote, line, lineIndex, drafts)) return;
    const draft =
      drafts.holding(quote.before) ??
      (onlyMarked ? floating(text, line, lineIndex, at, drafts) : undefined) ??
      byShape(parsed, line, lineIndex, at, drafts);
    if (draft) drafts.add(draft, items, { from: at, to: at + 1 }, lineIndex);
    else left.push(quote);
  });
  return left;
}

/** `"KOVAC: We go.`: a transcript that is quoted as a whole; the label names the speaker. */
function labelled(text: string, quote: Quote, { paragraph }: Line, line: number, drafts: Drafts): boolean {
  const label = /^\P{L}{1,3}(\p{Lu}[\p{Lu} .'’-]{1,40}):\s/u.exec(text.slice(quote.start, quote.start + 50));
  const name = label?.[1];
  if (!label || !name) return false;
  const start = quote.start + label[0].indexOf(name);
  const draft = drafts.open({
    rule: 'speech/transcript',
    paragraph,
    line,
    source: { start, end: start + name.length },
  });
  drafts.addQuote(draft, quote, quote.start + label[0].length, line);
  return true;
}

/** A sentence in marks, alone: goes on from the statement before it, if that is near. */
function floating(
  text: string,
  line: Line,
  lineIndex: number,
  at: number,
  drafts: Drafts,
): Draft | undefined {
  const { last, announced } = drafts;
  const { paragraph } = line;
  if (at === 0 && announced?.line === lineIndex - 1) {
    return drafts.open({ ...announced, paragraph, line: lineIndex });
  }
  const same = last?.paragraph === paragraph && last.line >= lineIndex - 1 && last.quoted;
  if (same) return last;
  if (!isSentence(text, line.items, at)) return undefined;
  const follows = last?.quoted && last.paragraph >= paragraph - near ? last : undefined;
  return drafts.open({
    rule: 'speech/floating',
    paragraph,
    line: lineIndex,
    ...(follows ? { follows } : {}),
  });
}

/** `Kovac grinned: "…"`, `"…," Kovac thundered`: the punctuation alone shows who speaks. */
function byShape(
  parsed: Parsed,
  { items, paragraph }: Line,
  line: number,
  at: number,
  drafts: Drafts,
): Draft | undefined {
  const { text } = parsed.doc;
  const open = (rule: string, named?: Named): Draft => drafts.open({ rule, paragraph, line, ...named });
  const before = formAt(items, at - 1);
  if (before === ':' && (isSentence(text, items, at) || at >= 2))
    return open('speech/colon', subjectAmong(parsed, items, 0, at - 1));
  if (before === ',' && isSentence(text, items, at))
    return open('speech/comma', subjectAmong(parsed, items, 0, at - 1));
  if (at === 0 && isPaused(text, items, at)) {
    const named = subjectAmong(parsed, items, formAt(items, at + 1) === ',' ? at + 2 : at + 1, items.length);
    if (named?.cue) return open('speech/unknown-verb', named);
  }
  const signed = signature(parsed, items, at + 1);
  if (signed) return open('speech/signature', signed);
  return at === 0 && isSentence(text, items, at) ? open('speech/no-cue') : undefined;
}

type Named = Pick<Draft, 'source' | 'head' | 'cue'>;

/** `"We go." — Jan Kovac` */
function signature(parsed: Parsed, items: Items, dash: number): Named | undefined {
  if (uposAt(items, dash) !== 'PUNCT' || !/^[-–—―]+$/u.test(formAt(items, dash))) return undefined;
  let end = dash + 1;
  while (end < items.length && end < dash + reach && formAt(items, end) !== ',') end++;
  const named = subjectAmong(parsed, items, dash + 1, end);
  return named && !named.cue ? named : undefined;
}

/** Of some words of a line: the noun that all hang on, or the subject of their verb, which then is the cue. */
function subjectAmong(
  { doc, tree, sourceOf }: Parsed,
  items: Items,
  from: number,
  to: number,
): Named | undefined {
  const first = items[Math.max(from, to - reach)]?.token;
  const last = items[to - 1]?.token ?? items[to - 2]?.token;
  if (!first || !last || first.sentence !== last.sentence) return undefined;
  const top = tree.headOf(first.index, last.index + 1);
  if (!top) return undefined;
  const sort = top.upos === 'VERB' || tree.childrenBy(top.index, 'nsubj').length > 0 ? 'verb' : 'preposition';
  if (sort === 'preposition' && !nominal.has(top.upos)) return undefined;
  const source = sourceOf({
    token: top,
    sort,
    from: top.index,
    to: sort === 'verb' ? top.index + 1 : top.index,
  });
  const start = source && doc.tokens[source.from];
  const end = source && doc.tokens[Math.min(source.to, last.index + 1) - 1];
  if (!source || !start || !end || source.from < first.index) return undefined;
  const cue = top.upos === 'VERB' ? { cue: { start: top.start, end: top.end } } : {};
  return { source: { start: start.start, end: end.end }, head: source.head, ...cue };
}

const nominal: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** The words stop at a comma, a question mark or an exclamation mark: the sentence goes on. */
function isPaused(text: string, items: Items, at: number): boolean {
  const quote = items[at];
  if (!quote) return false;
  return (
    formAt(items, at + 1) === ',' ||
    /[,?!]['’”"»]*$/u.test(text.slice(Math.max(quote.start, quote.end - 4), quote.end))
  );
}

/** Opens with a capital letter, ends like a sentence, and is longer than most titles. */
function isSentence(text: string, items: Items, at: number): boolean {
  if (!isQuote(items, at)) return false;
  const { start, end } = items[at] ?? { start: 0, end: 0 };
  const head = text.slice(start, Math.min(end, start + 120));
  const tail = text.slice(Math.max(start, end - 5), end);
  const words = head.split(/\s+/u).length;
  return words >= 4 && /^\P{L}{1,4}\p{Lu}/u.test(head) && /[.,?!…—–-]\s*['’”"»›」“«]*$/u.test(tail);
}
