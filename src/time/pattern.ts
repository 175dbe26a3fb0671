/**
 * The pattern language of data/time, one line a rule:
 *
 *     last                    this word, in any case
 *     {month}  {day:second}   a word of a class, kept under the class's name or under `second`
 *     <clock>                 a phrase that the file names under `phrases`
 *     [the]  (in | on)        may be absent; one of these
 *     a b                     a blank: white space, nothing, or a hyphen that joins ("late-November")
 *     a:b                     no blank: nothing in between
 *     in «{year}»             only what stands in « » is the expression; the rest is what must be around it
 */
export type Pattern =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'class'; readonly name: string; readonly as: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'all'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly options: readonly Pattern[] };

const PIECE = /\{[a-z0-9]+(?::[a-z0-9]+)?\}|<[a-z-]+>|\s+|[[\]()|«»]|\p{L}+|\p{Nd}+|./giu;
const NOTHING: Pattern = { kind: 'all', parts: [] };

/** Parses one pattern. Throws an Error that names what is wrong; the caller adds file and entry. */
export function parsePattern(source: string, phrases: ReadonlyMap<string, Pattern>): Pattern {
  const pieces = source.trim().match(PIECE) ?? [];
  let at = 0;

  function options(closing: string | undefined): Pattern {
    const found = [sequence()];
    while (pieces[at] === '|') {
      at++;
      found.push(sequence());
    }
    if (pieces[at] !== closing) throw new Error(`expected ${closing ?? 'the end'}, found '${pieces[at]}'`);
    at++;
    return found.length === 1 ? (found[0] ?? NOTHING) : { kind: 'either', options: found };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    for (let piece = pieces[at]; piece !== undefined && !/^[|\])]$/u.test(piece); piece = pieces[at]) {
      at++;
      parts.push(part(piece));
    }
    return { kind: 'all', parts: withoutOuterBlanks(parts) };
  }

  function part(piece: string): Pattern {
    if (piece === '[') return { kind: 'either', options: [options(']'), NOTHING] };
    if (piece === '(') return options(')');
    if (piece === '«') return { kind: 'open' };
    if (piece === '»') return { kind: 'close' };
    if (piece.trim() === '') return { kind: 'blank' };
    if (piece.startsWith('{') && piece.length > 1) {
      const [name = '', as = name] = piece.slice(1, -1).split(':');
      return { kind: 'class', name, as };
    }
    if (piece.startsWith('<') && piece.length > 1) {
      const phrase = phrases.get(piece.slice(1, -1));
      if (!phrase) throw new Error(`no phrase ${piece} above it`);
      return phrase;
    }
    return { kind: 'word', word: piece.toLowerCase() };
  }

  return options(undefined);
}

function withoutOuterBlanks(parts: readonly Pattern[]): Pattern[] {
  const from = parts.findIndex(({ kind }) => kind !== 'blank');
  const to = parts.findLastIndex(({ kind }) => kind !== 'blank');
  return from < 0 ? [] : parts.slice(from, to + 1);
}
