/** What can be told from the bytes before anything is decoded: text in which width, or no text at all. */

/** A file type that holds no text as such: its first bytes, its name, and what a user can do. */
interface BinaryType {
  readonly magic: readonly number[];
  readonly name: string;
  readonly advice: string;
}

const copyText = 'save its text as a .txt or .html file and read that';
const unpack = 'unpack it and read the files in it';
const noText = 'it holds no text to read';

const binaryTypes: readonly BinaryType[] = [
  { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF document', advice: copyText },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], name: 'an Office document', advice: copyText },
  { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF document', advice: copyText },
  { magic: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive or Office document', advice: unpack },
  { magic: [0x1f, 0x8b], name: 'a gzip archive', advice: unpack },
  { magic: [0x42, 0x5a, 0x68], name: 'a bzip2 archive', advice: unpack },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'an xz archive', advice: unpack },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], name: 'a Zstandard archive', advice: unpack },
  { magic: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image', advice: noText },
  { magic: [0xff, 0xd8, 0xff], name: 'a JPEG image', advice: noText },
  { magic: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image', advice: noText },
  { magic: [0x7f, 0x45, 0x4c, 0x46], name: 'a program (ELF)', advice: noText },
];

const looked = 64 * 1024;

/** Control characters that no text has, as a share above which bytes are no text. */
const mostControls = 0.002;

export interface BytesKind {
  readonly kind: 'text' | 'utf-16le' | 'utf-16be' | 'binary';
  /** For `binary`: a clause for the message. */
  readonly why?: string;
}

export function kindOfBytes(bytes: Uint8Array): BytesKind {
  const type = binaryTypes.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (type) return { kind: 'binary', why: `This is ${type.name}: ${type.advice}.` };
  // Byte order marks: the decoder knows them; UTF-32's begins like UTF-16's and is no encoding of the web.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { kind: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { kind: 'utf-16be' };
  return countedKind(bytes.subarray(0, looked));
}

function countedKind(head: Uint8Array): BytesKind {
  const nulls = [0, 0];
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at];
    if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
    else if (byte !== undefined && byte < 32 && !isTextControl(byte)) controls++;
  }
  const [even = 0, odd = 0] = nulls;
  // Latin text in UTF-16 has a zero in every other byte, on one side only.
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.02) return { kind: 'utf-16le' };
  if (even > half * 0.7 && odd < half * 0.02) return { kind: 'utf-16be' };
  return even + odd + controls > head.length * mostControls
    ? { kind: 'binary', why: 'This is no text: it holds control bytes. Give a page, a mail, a feed or text.' }
    : { kind: 'text' };
}

/** Backspace, tab, line ends, form feed, and the escape of ISO-2022-JP. */
const isTextControl = (byte: number): boolean => (byte >= 8 && byte <= 13) || byte === 0x1b;
