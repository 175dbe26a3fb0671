/** Bytes become well-formed text. */
import { analyse } from 'chardet';
import sniff from 'html-encoding-sniffer';
import type { LogEntry } from '../../log.js';
import { kindOfBytes } from './bytes.js';

export interface Decoded {
  /** Without a byte order mark; well-formed UTF-16. */
  readonly text: string;
  /** WHATWG name, in lower case. */
  readonly charset: string;
  readonly log: readonly LogEntry[];
}

export type DecodeOutcome = ({ readonly ok: true } & Decoded) | { readonly ok: false; readonly why: string };

/**
 * Order of trust: byte order mark, charset of HTTP, of the page or of the XML declaration, UTF-8 where it is
 * valid, a guess from the bytes. Text that is valid UTF-8 beyond ASCII is UTF-8 whatever a label of one byte
 * a character says: servers label by habit.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): DecodeOutcome {
  const { kind, why } = kindOfBytes(bytes);
  if (kind === 'binary') return { ok: false, why: why ?? '' };
  if (kind !== 'text') return decoded(bytes, kind);
  const declared = declaredCharset(bytes, contentType);
  if (declared !== undefined && !isSingleByte(declared) && declared !== 'utf-8')
    return decoded(bytes, declared);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { ok: true, text: utf8, charset: 'utf-8', log: [] };
  return declared ? decoded(bytes, declared) : guessed(bytes, guessedCharset(bytes));
}

function guessed(bytes: Uint8Array, charset: string): DecodeOutcome {
  const outcome = decoded(bytes, charset);
  if (!outcome.ok || charset === 'utf-8') return outcome;
  const message = `The text is not UTF-8 and names no charset; it was read as ${charset}.`;
  return {
    ...outcome,
    log: [{ code: 'article/guessed-charset', stage: 'article', message }, ...outcome.log],
  };
}

/** Text of a mail part, an item or a JSON string: lone surrogates become U+FFFD, length is kept. */
export const wellFormed = (text: string): string => text.toWellFormed();

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, charset: string): DecodeOutcome {
  const text = wellFormed(new TextDecoder(charset).decode(bytes));
  const broken = count(text, '\uFFFD');
  const log: LogEntry[] =
    broken === 0
      ? []
      : [
          {
            code: 'article/broken-text',
            stage: 'article',
            message: `${broken} broken ${charset.toUpperCase()} sequence${broken === 1 ? ' was' : 's were'} replaced by U+FFFD.`,
          },
        ];
  return { ok: true, text, charset, log };
}

function count(text: string, character: string): number {
  let n = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) n++;
  return n;
}

const isSingleByte = (charset: string): boolean =>
  /^(?:windows-|iso-8859-|koi8|macintosh|ibm)/u.test(charset);

function declaredCharset(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const label = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? '')?.[1];
  return knownCharset(label) ?? knownCharset(xmlEncoding(bytes)) ?? knownCharset(sniffed(bytes));
}

function xmlEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1];
}

/** The page's own `meta`; the sniffer throws on a `charset` that ends its attribute. */
function sniffed(bytes: Uint8Array): string | undefined {
  try {
    return sniff(bytes, { defaultEncoding: '' });
  } catch {
    return undefined;
  }
}

function knownCharset(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

const sampled = 16 * 1024;

/** Fewer bytes beyond ASCII tell nothing about an alphabet. */
const telling = 4;

/** Broken UTF-8 stays UTF-8 while most of what is not ASCII in it is whole. */
function guessedCharset(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 127);
  const sample = bytes.subarray(Math.max(0, first - 1024), first + sampled);
  const text = new TextDecoder('utf-8').decode(sample);
  const broken = count(text, '\uFFFD');
  const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
  if (whole > broken) return 'utf-8';
  if (sample.reduce((n, byte) => (byte > 127 ? n + 1 : n), 0) < telling) return 'windows-1252';
  const guess = analyse(sample).find(({ name }) => knownCharset(name) !== undefined && name !== 'UTF-8');
  return knownCharset(guess && guess.confidence >= 10 ? guess.name : undefined) ?? 'windows-1252';
}
