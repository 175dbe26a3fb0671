import { createHash } from 'node:crypto';

/**
 * `sha256:` and the hex digest of the text in NFC with white space collapsed: line ends, wrapping and
 * the form of accents make no other article.
 */
export function articleId(text: string): string {
  const normal = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return `sha256:${createHash('sha256').update(normal, 'utf8').digest('hex')}`;
}
