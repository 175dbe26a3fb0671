/** Bodies with a name of their own: from the table, or told by a word such as `Ministry` or `Party`. */
import type { Sentence } from '../language/doc.js';
import { isCapital, lowerAt, type Scan } from '../place/index.js';
import type { Mention } from './mention.js';
import { type Run, runAt } from './name.js';
import type { Tables } from './owner.js';

export function bodyAt(scan: Scan, { lexicon }: Tables, sentence: Sentence, at: number): Mention | undefined {
  const found = lexicon.bodies.longestAt(scan.plain, at, sentence.to);
  if (found === undefined) return undefined;
  const { name, kind, sectors, country } = found.value;
  return {
    is: 'body',
    from: at,
    to: found.to,
    sentence: sentence.index,
    key: name,
    name,
    kind,
    sectors,
    ...(country !== undefined && { country }),
  };
}

/** `Sandrel Workers Party`, `Ministry of Fisheries`. Its country is that of a demonym or state inside its name. */
export function bodyOfRun(scan: Scan, tables: Tables, sentence: Sentence, run: Run): Mention | undefined {
  const { lexicon } = tables;
  const last = run.words.at(-1) ?? '';
  const lastTwo = run.words.slice(-2).join(' ');
  const end =
    run.words.length > 1 ? (lexicon.bodyEnds.get(lastTwo) ?? lexicon.bodyEnds.get(last)) : undefined;
  const start = lexicon.bodyStarts.get(run.words[0] ?? '');
  const tail =
    start !== undefined && run.words.length === 1 ? tailOf(scan, tables, sentence, run.to) : undefined;
  const row = end ?? (tail === undefined ? undefined : start);
  if (row === undefined) return undefined;
  const to = tail ?? run.to;
  const country = countryWithin(scan, tables, run.from, to);
  return {
    is: 'body',
    from: run.from,
    to,
    sentence: sentence.index,
    key: scan.lower.text.slice(scan.tokens[run.from]?.start, scan.tokens[to - 1]?.end),
    kind: row.kind,
    sectors: row.sector === undefined ? [] : [row.sector],
    ...(country !== undefined && { country }),
  };
}

/** The end of `of Foreign Affairs`, `for Human Rights`, behind a word that opens a name. */
function tailOf(scan: Scan, tables: Tables, sentence: Sentence, at: number): number | undefined {
  const preposition = lowerAt(scan, at);
  if (preposition !== 'of' && preposition !== 'for') return undefined;
  const first = lowerAt(scan, at + 1) === 'the' ? at + 2 : at + 1;
  if (first >= sentence.to || !isCapital(scan, first)) return undefined;
  const run = runAt(scan, tables.lexicon, sentence, first);
  if (run === undefined) return undefined;
  const more =
    lowerAt(scan, run.to) === 'and' ? runAt(scan, tables.lexicon, sentence, run.to + 1) : undefined;
  return tables.states.names.get(run.words.join(' ')) === undefined && more !== undefined ? more.to : run.to;
}

function countryWithin(scan: Scan, { states }: Tables, from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const found = states.demonyms.longestAt(scan.plain, at, to) ?? states.names.longestAt(scan.plain, at, to);
    const [country, second] = found?.value ?? [];
    if (country !== undefined) return second === undefined ? country : undefined;
  }
  return undefined;
}
