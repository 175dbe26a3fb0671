/** Ids as people read and type them: `h3f2a9c1b-e123` for `h3f2a9c1b07d1e5aa41c2-e123`. */

/** Of the article's 20 hex digits 8 are shown, behind the letter that tells a happening from its first event. */
const NODE = /^([a-z]?[0-9a-f]{8})[0-9a-f]+(-[a-z]\d+(?:\.\d+)?)$/u;

/** Short enough to read out; takes no part in what is exported. */
export function shortId(id: string): string {
  const node = NODE.exec(id);
  return node === null ? id : `${node[1]}${node[2]}`;
}

/** As patterns for `like`: where it begins and where it ends. */
export function idPatterns(given: string): { readonly begins: string; readonly ends: string } {
  const [, begin = given, end = ''] = /^([^-]*)(-.*)$/u.exec(given) ?? [];
  const plain = (text: string) => text.replace(/[%_\\]/gu, '\\$&');
  // `3f2a9c1b-e12` is that event alone, `3f2a9c1b` or `person|lav` whatever begins so.
  return end === '' || given.includes('|')
    ? { begins: `${plain(given)}%`, ends: '%' }
    : { begins: `${plain(begin)}%`, ends: `%${plain(end)}` };
}
