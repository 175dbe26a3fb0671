/** The attributions of a line: each cue with the words that name its source and what it attributes on the parse. */
import type { Doc } from '../language/doc.js';
import { relation, type Tree } from '../language/tree.js';
import { type Claim, claimOf } from './claim.js';
import { type CueWord, cueAt } from './cue.js';
import type { SpeechData } from './data.js';
import { type Items, isQuote, itemAt, itemsOf, type Range } from './items.js';
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
  const { doc, tree, data, sourceOf } = parsed;
  const found = sourceOf(word);
  const source = found && isInMarks(items, found) ? last?.source && { ...last.source, shared: true } : found;
  if (!speaks(parsed, word, source)) return undefined;
  const claim = claimOf(doc, tree, word, source);
  const cueAt = { from: at, to: itemsOf(items, doc.tokens, word).to };
  const shared = source === undefined || source.shared;
  const named = source && !shared ? itemsOf(items, doc.tokens, source) : cueAt;
  const relative = isRelative(parsed, word);
  return {
    word,
    ...(source ? { source } : {}),
    ...(claim ? { claim } : {}),
    cueAt,
    from: Math.min(cueAt.from, named.from),
    to: Math.max(cueAt.to, named.to),
    shared,
    relative,
  };

  function isRelative(_: Parsed, { token }: CueWord): boolean {
    return relation(token) === 'acl' && data.verbs.has(token.lemma.toLowerCase());
  }
}

/** Words in marks never name who says them; there the parse is wrong. */
const isInMarks = (items: Items, { head }: Source): boolean => isQuote(items, itemAt(items, head.start));

/** Some cues only attribute when a document is their subject: a study found, but not the police. */
function speaks(
  { data, doc, tree }: Parsed,
  { cue, token, sort }: CueWord,
  source: Source | undefined,
): boolean {
  if (cue.by === 'documents')
    return source !== undefined && data.documents.has(source.head.lemma.toLowerCase());
  if (sort !== 'noun') return true;
  // "said in a statement that": the verb attributes already.
  const above = doc.tokens[token.head];
  return (
    !(above && relation(token) === 'obl' && data.verbs.has(above.lemma.toLowerCase())) && tree !== undefined
  );
}
