/** All that finding mentions looks at: the report, its tree, its names, the tables. */
import type { Doc, Sentence, Token } from '../../language/doc.js';
import { type Tree, treeOf } from '../../language/tree.js';
import type { PhraseTable, Scan, States } from '../../place/index.js';
import type { Place } from '../../place/place.js';
import { overlaps } from '../../span.js';
import type { Lexicon } from '../lexicon.js';
import type { References } from '../reference.js';

export interface Tables {
  readonly lexicon: Lexicon;
  readonly states: States;
  /** Capital city to the code of its state; only those that can't be anything else. */
  readonly capitals: PhraseTable<string>;
  readonly references: References;
  /** The state that a town or region of this name lies in, where the name alone tells. */
  readonly ground: (name: string) => string | undefined;
}

export interface Around {
  readonly scan: Scan;
  readonly tree: Tree;
  readonly tables: Tables;
  /** By word: the place that covers it. */
  readonly placeAt: ReadonlyArray<Place | undefined>;
  /** By word: it stands in quotation marks. */
  readonly quoted: readonly boolean[];
}

export function around(scan: Scan, tables: Tables, places: readonly Place[]): Around {
  const { doc } = scan;
  return {
    scan,
    tables,
    tree: treeOf(doc),
    placeAt: placesByWord(doc.tokens, places),
    quoted: quotedWords(doc),
  };
}

export const sentenceOf = ({ scan: { doc } }: Around, token: number): Sentence | undefined =>
  doc.sentences[doc.tokens[token]?.sentence ?? -1];

export const wordsOf = ({ scan: { doc } }: Around, from: number, to: number): string =>
  doc.text.slice(doc.tokens[from]?.start, doc.tokens[to - 1]?.end).replaceAll(/\s+/g, ' ');

/** Both by start: one walk. */
function placesByWord(tokens: readonly Token[], places: readonly Place[]): Array<Place | undefined> {
  const found = new Array<Place | undefined>(tokens.length).fill(undefined);
  let at = 0;
  for (const place of places) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= place.span.start) at++;
    for (let on = at; on < tokens.length; on++) {
      const token = tokens[on];
      if (token === undefined || !overlaps(token, place.span)) break;
      found[on] ??= place;
    }
  }
  return found;
}

function quotedWords({ tokens, sentences }: Doc): readonly boolean[] {
  let paragraph = -1;
  let open = false;
  return tokens.map(({ form, sentence }) => {
    const now = sentences[sentence]?.paragraph ?? -1;
    if (now !== paragraph) open = false;
    paragraph = now;
    if (form === '“' || form === '„' || form === '``' || form === '«') open = true;
    else if (form === '”' || form === "''" || form === '»') open = false;
    else if (form === '"') open = !open;
    return open;
  });
}
