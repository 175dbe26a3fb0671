/**
 * Words to word pieces, as the encoder was trained on them: BERT's uncased normalisation (control characters
 * out, accents off, lower case, punctuation and CJK characters apart), then the longest pieces of the
 * vocabulary from the left. Source: Devlin et al. 2019; Wu et al. 2016.
 */

export interface Vocabulary {
  readonly pieces: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly first: number;
  readonly last: number;
}

/** One piece a line; its number is its place. Throws when a piece that every sentence needs is missing. */
export function vocabularyOf(text: string): Vocabulary {
  const pieces = new Map(
    text
      .trimEnd()
      .split('\n')
      .map((piece, id) => [piece, id] as const),
  );
  const id = (piece: string): number => {
    const found = pieces.get(piece);
    if (found === undefined) throw new Error(`the vocabulary lacks ${piece}.`);
    return found;
  };
  return { pieces, unknown: id('[UNK]'), first: id('[CLS]'), last: id('[SEP]') };
}

/** Longer runs of letters are one unknown piece, as in training. */
const LONGEST = 100;
/** No word takes more pieces than this: a hostile one must not take a sentence's room. */
const MOST = 24;

/** Never empty: a word of which nothing is left is one unknown piece. */
export function piecesOf(vocabulary: Vocabulary, word: string): readonly number[] {
  const ids = basicTokens(word).flatMap((token) => wordPieces(vocabulary, token));
  return ids.length === 0 ? [vocabulary.unknown] : ids.slice(0, MOST);
}

const ALONE = /[\p{P}$+<=>^`|~\u4e00-\u9fff]/gu;

function basicTokens(word: string): string[] {
  if (/^[a-z]+$/u.test(word)) return [word];
  const plain = word
    .replace(/[\p{C}\s\ufffd]/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  return plain
    .replace(ALONE, ' $& ')
    .split(' ')
    .filter((token) => token !== '');
}

function wordPieces({ pieces, unknown }: Vocabulary, token: string): number[] {
  if (token.length > LONGEST) return [unknown];
  const found: number[] = [];
  for (let start = 0; start < token.length; ) {
    let end = token.length;
    let id: number | undefined;
    for (; end > start; end--) {
      id = pieces.get(start === 0 ? token.slice(0, end) : `##${token.slice(start, end)}`);
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    found.push(id);
    start = end;
  }
  return found;
}
