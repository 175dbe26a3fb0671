/** The attributions of a line: each cue with the words that name its source and what it attributes on the parse. */
import type { Doc, Token } from '../language/doc.js';
import { relation, type Tree } from '../language/tree.js';
import { type Claim, claimOf } from './claim.js';
import { type CueWord, cueAt } from './cue.js';
import type { SpeechData } from './data.js';
import { type Items, isQuote, itemAt, itemsOf, type Range, reach } from './items.js';
import type { Source, SourceFinder } from './source.js';

export interface Attribution extends Range {
  readonly word: CueWord;
  readonly source?: Source;
  readonly claim?: Claim;
  readonly cueAt: Range;
  /** The source stands elsewhere in the line ("…, adding that"): the range holds the cue alone. */
  readonly shared: boolean;
  /** In a relative clause ("Kovac, who said"): what stands before it is no content. */
  readonly relative: boolean;
}

export interface Parsed {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly data: SpeechData;
  readonly sourceOf: SourceFinder;
}

/** In the order of the line. */
export function attributionsOf(parsed: Parsed, items: Items): Attribution[] {
  const found: Attribution[] = [];
  items.forEach(({ token }, at) => {
    const word = token && cueAt(parsed.doc, parsed.tree, parsed.data, token.index);
    const last = found.at(-1);
    if (!word || (last && at < last.cueAt.to)) return;
    const attribution = attributionOf(parsed, items, word, at, last);
    if (attribution) found.push(attribution);
  });
  return found;
}

function attributionOf(
  parsed: Parsed,
  items: Items,
  word: CueWord,
  at: number,
  last: Attribution | undefined,
): Attribution | undefined {
  const { doc, tree, data } = parsed;
  const source = sourceFor(parsed, items, word, at, last);
  if (!speaks(parsed, word, source)) return undefined;
  const claim = claimOf(doc, tree, word, source, data);
  const cueAt = { from: at, to: itemsOf(items, doc.tokens, word).to };
  const shared = source === undefined || source.shared;
  const named = shared ? cueAt : itemsOf(items, doc.tokens, source);
  return {
    word,
    ...(source ? { source } : {}),
    ...(claim ? { claim } : {}),
    cueAt,
    from: Math.min(cueAt.from, named.from),
    to: Math.max(cueAt.to, named.to),
    shared,
    relative: relation(word.token) === 'acl',
  };
}

/** By the parse; where marks led that astray, by what stands between them and the cue. */
function sourceFor(
  { sourceOf, doc }: Parsed,
  items: Items,
  word: CueWord,
  at: number,
  last: Attribution | undefined,
): Source | undefined {
  const source = sourceOf(word);
  // "…, he said, citing a report": a participle right after an attribution has its source.
  if (source?.shared && last?.source && last.word.sort === 'verb' && at - last.to <= 1)
    return { ...last.source, shared: true };
  if (source?.shared && last?.source && isBeyond(doc, word, last)) return { ...last.source, shared: true };
  if (word.sort !== 'verb' || (source && !isInMarks(items, source.head))) return source;
  const head = strayed(doc, items, at);
  const found = head && sourceOf({ token: head, sort: 'preposition', from: word.from, to: word.to });
  if (found) return found;
  return source && last?.source ? { ...last.source, shared: true } : undefined;
}

/** `Trade has grown, Kovac said in June, citing a report`: the participle hangs on a verb that stands before an attribution of it. */
function isBeyond({ tokens }: Doc, { token }: CueWord, { word, claim }: Attribution): boolean {
  const host = tokens[token.head];
  return (
    host !== undefined &&
    relation(token) === 'advcl' &&
    host.index < word.from &&
    word.to <= token.index &&
    (claim?.ranges.some(({ from, to }) => from <= host.index && host.index < to) ?? false)
  );
}

/** `"We go," Kovac, who leads, said`: a noun before the cue that the parse hangs on a word in the marks. */
function strayed({ tokens }: Doc, items: Items, cue: number): Token | undefined {
  let head: Token | undefined;
  for (let at = cue - 1; at >= 0 && cue - at < reach; at--) {
    const { token, quote } = items[at] ?? {};
    if (quote) return head;
    const above = token && tokens[token.head];
    if (above && nouns.has(token.upos) && isInMarks(items, above)) head = token;
  }
  return undefined;
}

const nouns: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** Words in marks never name who says them; there the parse is wrong. */
const isInMarks = (items: Items, { start }: Token): boolean => isQuote(items, itemAt(items, start));

/** Words before a cue in which its subject stands. */
const NEAR = 8;

/** Some cues only attribute when a document is their subject: a study found, but not the police. */
function speaks({ data, doc, tree }: Parsed, word: CueWord, source: Source | undefined): boolean {
  const { cue, token, sort } = word;
  const said = source?.head;
  const isNobody = ({ lemma }: Token): boolean => data.nobody.has(lemma.toLowerCase());
  if (said && [said, ...tree.childrenBy(said.index, 'det')].some(isNobody)) return false;
  // "and when nobody could say": whom the parse gives for the subject stands further off than nobody.
  if (said && doc.tokens.slice(Math.max(said.index, token.index - NEAR), token.index).some(isNobody))
    return false;
  if (cue.by === 'documents') return said !== undefined && data.documents.has(said.lemma.toLowerCase());
  if (sort !== 'noun') return true;
  if (!said) return false;
  // "said in a statement that": the verb attributes already.
  const above = doc.tokens[token.head];
  return !(above && relation(token) === 'obl' && data.verbs.has(above.lemma.toLowerCase()));
}
