/** An office between commas behind the name of its holder. */
import type { Sentence } from '../language/doc.js';
import { lowerAt, type Scan } from '../place/index.js';
import { describeAt } from './describe.js';
import type { RoleRead } from './mention.js';
import type { Run } from './name.js';
import type { Around } from './read.js';

interface RoleBehind {
  readonly role: RoleRead;
  readonly span: { readonly from: number; readonly to: number };
}

/** `X, the foreign minister of Japan,`: a description between commas behind the name. */
export function roleBehind({ scan, tables }: Around, sentence: Sentence, run: Run): RoleBehind | undefined {
  if (lowerAt(scan, run.to) !== ',' || run.words.length < 2) return undefined;
  const description = describeAt(scan, tables, sentence, run.to + 1);
  if (description?.role === undefined || description.plural) return undefined;
  const { role, from, to } = description;
  const ends =
    to >= sentence.to || [',', '.', ')', ';', 'and', 'who', 'in', 'at', 'from'].includes(lowerAt(scan, to));
  return ends || closesApposition(scan, sentence, to) ? { role, span: { from, to } } : undefined;
}

/** `, a spokesman for a union of drivers,`: what follows the office ends at a comma, with no verb before it. */
function closesApposition(scan: Scan, sentence: Sentence, from: number): boolean {
  if (scan.tokens[from]?.upos !== 'ADP') return false;
  for (let at = from; at < Math.min(sentence.to, from + 15); at++) {
    const upos = scan.tokens[at]?.upos;
    if (upos === 'VERB' || upos === 'AUX') return false;
    if ([',', '.', ';', '.”', '"', '”'].includes(lowerAt(scan, at))) return true;
  }
  return from + 15 > sentence.to;
}
