/** `CAIRO (Agency) — `, `Muscat: `: the place that a report opens with says where it was written, not where it happened. */
import type { Mention } from './mention.js';
import { isHyphen, lowerAt, type Scan } from './scan.js';

/** From the name to the mark that closes a dateline: date, agency and division stand between. */
const REACH = 14;
/** The last is what a dash becomes in a page of the wrong encoding. */
const MARKS: ReadonlySet<string> = new Set(['-', '--', '_', '—', '–', '―', '\ufffd']);

/** `opened`: those already found, which a division behind a comma continues. */
export function isDateline(
  scan: Scan,
  mention: Mention,
  before: Mention | undefined,
  opened: ReadonlySet<Mention>,
): boolean {
  const { from, to } = mention;
  if (mention.part) return false;
  if (
    before !== undefined &&
    opened.has(before) &&
    from === before.to + 1 &&
    lowerAt(scan, before.to) === ','
  )
    return true;
  const shouted = isShouted(scan, mention);
  if (!opensParagraph(scan, from) && !(shouted && from === mention.sentence.from)) return false;
  if (mention.type === 'PERSON' && !shouted) return false;
  // Set in capitals, before a sentence that isn't: `CAIRO The army said`.
  const next = scan.tokens[to]?.form ?? '';
  const plain = /[a-z]/.test(next) || next === 'A';
  if (shouted && plain && mention.states.length === 0 && mention.sentence.to > to + 3) return true;
  const city = mention.entries.some(({ kind }) => kind === 'city') || mention.states.length === 0;
  if (lowerAt(scan, to) === ':')
    return city && (shouted || mention.type === 'GPE') && mention.sentence.to > to + 3;
  return closes(scan, mention);
}

const isShouted = ({ tokens }: Scan, { from, to }: Mention): boolean =>
  tokens.slice(from, to).every(({ form }) => form === form.toUpperCase()) &&
  (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0) >= 4;

/** A new line, or the beginning; a parenthesis may open it. */
function opensParagraph({ tokens, doc }: Scan, at: number): boolean {
  const first = tokens[at - 1]?.form === '(' ? at - 1 : at;
  const before = tokens[first - 1];
  return before === undefined || doc.text.slice(before.end, tokens[first]?.start).includes('\n');
}

/** A dash stands behind it before anything that a dateline hasn't: it has no words in small letters. */
function closes(scan: Scan, { to, sentence }: Mention): boolean {
  let depth = 0;
  for (let at = to; at < Math.min(sentence.to, to + REACH); at++) {
    const token = scan.tokens[at];
    if (token === undefined) return false;
    const word = lowerAt(scan, at);
    if (word === '(') depth++;
    else if (word === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && MARKS.has(word) && !isHyphen(scan, at)) return true;
    else if (depth === 0 && word === ':' && lowerAt(scan, at - 1) === ')') return true;
    else if (depth > 0 || scan.timed[at] || token.upos === 'PUNCT' || /^[\p{Lu}\d]/u.test(token.form))
      continue;
    else return false;
  }
  return false;
}
