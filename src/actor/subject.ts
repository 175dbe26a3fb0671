/** Whether somebody is the subject of a sentence, from the order of its words. */
import type { Sentence } from '../language/doc.js';
import { lowerAt, type Scan } from '../place/index.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import type { Named } from './named.js';

interface Setting {
  readonly scan: Scan;
  readonly lexicon: Lexicon;
}

/** A clause before the subject is read back from it no further than this. */
const REACH = 40;

/** `last` is who was named right before in the sentence. */
export function isSubject(
  setting: Setting,
  sentence: Sentence,
  mention: Mention,
  last: Named | undefined,
): boolean {
  const { scan } = setting;
  const at = startOf(mention);
  const word = lowerAt(scan, at - 1);
  if (at === sentence.from) return true;
  if ((word === 'and' || word === ',') && last?.mention.to === at - 1) return last.subject;
  if (scan.tokens[at - 1]?.upos === 'ADP') return false;
  if (isInverted(setting, sentence, at)) return true;
  const verb = verbBefore(scan, sentence, at);
  // `Speaking in Lima, Kovac said`: the verb is that of an opening phrase.
  return !verb || (word === ',' && OPENING.has(scan.tokens[sentence.from]?.upos ?? 'X'));
}

/** A person's title belongs to the person. */
function startOf(mention: Mention): number {
  const role = mention.is === 'person' ? mention.roles.find(({ to }) => to === mention.from) : undefined;
  return role?.from ?? mention.from;
}

/** `"…," said Kovac` */
function isInverted({ scan, lexicon }: Setting, sentence: Sentence, at: number): boolean {
  const before = lowerAt(scan, at - 2);
  const closed = at - 1 === sentence.from || [',', '"', '”', "''", '’'].includes(before);
  return closed && lexicon.speaking.has(scan.tokens[at - 1]?.lemma ?? '');
}

/** Back to the start of the sentence, or to marks that close what somebody said. */
function verbBefore(scan: Scan, sentence: Sentence, at: number): boolean {
  const first = Math.max(sentence.from, at - REACH);
  for (let before = at - 1; before >= first; before--) {
    const upos = scan.tokens[before]?.upos;
    if (upos === 'VERB' || upos === 'AUX') return true;
    if (CLOSING.has(lowerAt(scan, before))) return false;
  }
  return first > sentence.from;
}

const CLOSING: ReadonlySet<string> = new Set(['"', '”', "''", '»']);
const OPENING: ReadonlySet<string> = new Set(['VERB', 'ADP', 'SCONJ', 'ADV']);
