/**
 * Actor dictionaries of PETRARCH and TABARI:
 *
 *     TARSOVIA_ [TSV]
 *     +TARSOVIAN
 *     JAN_MARDAL_
 *       [TSVELI <20040309]
 *       [TSVGOV 20040309-20081112] [TSVELI]
 *
 * A line that begins with `+` is another name of the entry above it; codes stand on any of its lines. Words are
 * whole words whether `_` or a blank stands behind them.
 */
import type { NamedText } from '../../table-file.js';
import { type Period, periodOf } from './dates.js';
import { type Fault, type Line, linesOf } from './lines.js';

export interface Coding extends Period {
  /** `TSVGOV`; several where the entry stands for several: `ELF/HOB`. */
  readonly codes: readonly string[];
}

export interface Entry {
  readonly names: readonly string[];
  /** In their order: the first that holds at a date is meant; those without a period come last. */
  readonly codings: readonly Coding[];
}

/** Codes that say "nobody": the words are known and name no actor. */
const NOBODY: ReadonlySet<string> = new Set(['---', '+++', '###']);

interface Draft {
  readonly line: number;
  readonly names: string[];
  readonly codings: Coding[];
  coded: boolean;
}

export function entriesOf(file: NamedText, faults: Fault[]): Entry[] {
  const fault = (line: number, message: string) => void faults.push({ file: file.name, line, message });
  const drafts: Draft[] = [];
  for (const line of linesOf(file, faults)) {
    const open = line.text.indexOf('[');
    const words = (open < 0 ? line.text : line.text.slice(0, open)).trim();
    const draft = draftOf(drafts, words, line.number);
    if (draft === undefined) {
      fault(line.number, `'${line.text.trim()}' belongs to no entry: none stands above it.`);
      continue;
    }
    const name = nameOf(words);
    if (name !== '') draft.names.push(name);
    takeCodings(draft, line, open, fault);
  }
  return drafts.flatMap(({ line, names, codings, coded }) => {
    if (!coded) fault(line, `'${names[0] ?? ''}' has no code.`);
    const dated = codings.filter(({ from, to }) => from !== undefined || to !== undefined);
    const always = codings.filter((each) => !dated.includes(each));
    return coded ? [{ names, codings: [...dated, ...always] }] : [];
  });
}

/** A name without `+` opens an entry; anything else goes to the last one. */
function draftOf(drafts: Draft[], words: string, line: number): Draft | undefined {
  if (words !== '' && !words.startsWith('+')) drafts.push({ line, names: [], codings: [], coded: false });
  return drafts.at(-1);
}

/** `NEW_TARSOVIA_` is `NEW TARSOVIA`. */
export const nameOf = (words: string): string =>
  words
    .replace(/^\+/u, '')
    .replaceAll(/[_\s]+/gu, ' ')
    .trim();

function takeCodings(
  draft: Draft,
  { number, text }: Line,
  open: number,
  fault: (line: number, message: string) => void,
): void {
  if (open < 0) return;
  const codings = text.slice(open);
  for (const [, inside = ''] of codings.matchAll(/\[([^\]]*)\]/gu)) {
    const coding = codingOf(inside.trim());
    if (coding === undefined) fault(number, `'[${inside}]' is no code with a date.`);
    else draft.codings.push(coding);
    draft.coded = true;
  }
  if (!/\[[^\]]*$/u.test(codings)) return;
  draft.coded = true;
  fault(number, `'${codings.trim()}' lacks its closing bracket.`);
}

function codingOf(inside: string): Coding | undefined {
  const [code = ''] = inside.split(/[\s<>]/u, 1);
  const codes = code.toUpperCase().split('/');
  if (NOBODY.has(code)) return withPeriod([], inside.slice(code.length).trim());
  if (!codes.every((each) => /^[A-Z][A-Z0-9]{2,}$/u.test(each))) return undefined;
  return withPeriod(codes, inside.slice(code.length).trim());
}

function withPeriod(codes: readonly string[], when: string): Coding | undefined {
  if (when === '') return { codes };
  const period = periodOf(when);
  return period && { codes, ...period };
}
