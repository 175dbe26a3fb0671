/** Punctuation, symbols, emoji, hashtags: what starts with neither letter nor figure. */
import type { Chunk, Piece } from './tokenise.js';

const PATTERNS = [
  /[#@][\p{L}_][\p{L}\p{M}\p{N}_]*/uy, // hashtag, mention
  /['’]\d\d(?:['’]?s)?(?![\p{L}\p{N}])/uy, // '90s, ’07
  /['’](?:em|til|cause|cuz|tis|twas|s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy,
  /\.\d+(?!\.?\d)/uy, // .5
  /\.(?:doc|docx|xls|xlsx|pdf|txt|ppt|jpg|png|html?)(?![\p{L}\p{N}])/iuy,
  /\+\d+/uy,
  /[:;=]-?[)(DPp](?![\p{L}\p{N}])/uy, // emoticon
  /[.…]{2,}|…|-{2,}|[!?]{2,}|\*+|=+|_+|~+|<+|>+|\++|\^_+\^|''|``|‘’|’’|\|+|#+|·+|•+|–+|—+/uy,
  /(?:\p{Extended_Pictographic}|\p{RI})(?:\p{Extended_Pictographic}|\p{RI}|\p{EMod}|\ufe0f|\u200d)*/uy,
];

/** The one piece that starts at `at`. */
export function symbolAt(chunk: Chunk, at: number): Piece {
  for (const pattern of PATTERNS) {
    pattern.lastIndex = at;
    if (pattern.test(chunk.text))
      return { start: at, end: Math.min(pattern.lastIndex, chunk.end), joined: false };
  }
  const code = chunk.text.codePointAt(at) ?? 0;
  return { start: at, end: Math.min(chunk.end, at + (code > 0xffff ? 2 : 1)), joined: false };
}
