/** Which words stand in quotation marks: a pronoun there is the speaker's, and not read. */
import type { Doc } from '../language/doc.js';

export function quotedWords({ tokens, sentences }: Doc): readonly boolean[] {
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
