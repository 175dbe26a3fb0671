/**
 * A mail's headers and parts (RFC 2045–2049, 5322). postal-mime parses mails only through promises, and reading
 * an input is synchronous; its decoder of header words is used.
 */
import { decodeWords } from 'postal-mime';
import { decodeBytes } from '../input/decode.js';

export interface MailPart {
  readonly type: 'text/plain' | 'text/html';
  readonly text: string;
}

export interface Mail {
  /** The first of each name, decoded, in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: readonly MailPart[];
}

const deepest = 8;
const mostParts = 100;

/** In: the whole mail. Attachments are not among the parts. */
export function parseMail(bytes: Uint8Array): Mail {
  // Structure is ASCII; each part's bytes are decoded by its own charset.
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { headers, body } = splitHead(raw.replace(/^(?:\u00EF\u00BB\u00BF)?(?:From [^\n]*\n)?/u, ''));
  const parts: MailPart[] = [];
  collect(headers, body, 0, parts);
  return { headers: new Map([...headers].map(([name, value]) => [name, headerText(value)])), parts };
}

type Headers = ReadonlyMap<string, string>;

function splitHead(raw: string): { headers: Headers; body: string } {
  const end = /^\r?\n|\r?\n\r?\n/u.exec(raw);
  const head = raw.slice(0, end?.index ?? raw.length);
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n(?![ \t])/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name))
      headers.set(
        name,
        line
          .slice(colon + 1)
          .replace(/\r?\n[ \t]/gu, ' ')
          .trim(),
      );
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' };
}

/** Words in `=?charset?Q?…?=`, or plain UTF-8 as many programs write it. */
function headerText(latin1: string): string {
  const outcome = decodeBytes(Buffer.from(latin1, 'latin1'));
  return decodeWords(outcome.ok ? outcome.text : latin1).toWellFormed();
}

function collect(headers: Headers, body: string, depth: number, parts: MailPart[]): void {
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = /^[\w.+-]+\/[\w.+-]+/u.exec(contentType)?.[0].toLowerCase() ?? 'text/plain';
  if (depth > deepest || parts.length >= mostParts) return;
  if (/^attachment/iu.test(headers.get('content-disposition') ?? '')) return;
  if (type.startsWith('multipart/')) {
    for (const part of splitParts(body, parameter(contentType, 'boundary'))) {
      const inner = splitHead(part);
      collect(inner.headers, inner.body, depth + 1, parts);
    }
  } else if (type === 'message/rfc822') {
    const inner = splitHead(body);
    collect(inner.headers, inner.body, depth + 1, parts);
  } else if (type === 'text/plain' || type === 'text/html') {
    const decoded = decodeBytes(transferDecoded(body, headers), contentType);
    if (decoded.ok) parts.push({ type, text: decoded.text });
  }
}

const parameter = (contentType: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(contentType);
  return found?.[1] ?? found?.[2];
};

/** Between the lines that begin with the boundary; what stands before the first is for old programs. */
function splitParts(body: string, boundary: string | undefined): string[] {
  if (!boundary) return [];
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let from = -1;
  for (
    let at = body.indexOf(mark);
    at >= 0 && parts.length < mostParts;
    at = body.indexOf(mark, at + mark.length)
  ) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (from >= 0) parts.push(body.slice(from, at).replace(/\r?\n$/u, ''));
    if (body.startsWith('--', at + mark.length)) return parts;
    const line = body.indexOf('\n', at);
    if (line < 0) return parts;
    from = line + 1;
  }
  // A mail that was cut short has no last boundary.
  return from >= 0 && parts.length < mostParts ? [...parts, body.slice(from)] : parts;
}

function transferDecoded(body: string, headers: Headers): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? quotedPrintable(body) : body, 'latin1');
}

const quotedPrintable = (body: string): string =>
  body
    .replace(/=[ \t]{0,80}\r?\n/gu, '')
    .replace(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
