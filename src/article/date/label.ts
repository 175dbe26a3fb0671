/** Labels of dates in running text: `Updated`, `Güncelleme Tarihi`, `更新日`. */
import type { Span } from '../../span.js';
import { fold } from './fold.js';

export type LabelKind = 'published' | 'updated';

export interface Label {
  readonly kind: LabelKind;
  readonly span: Span;
}

export interface Labels {
  /** Nearest label that stands in `text` before `start`, not before `from`. */
  before(text: string, from: number, start: number): Label | undefined;
  /** Label directly behind `end`. */
  after(text: string, end: number): Label | undefined;
}

/** How far before its date a label may begin and end, in UTF-16 code units. */
const REACH = 90;
const GAP = 40;
/** How far behind its date a label may begin. */
const BEHIND = 4;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Alphabets that set spaces between words: there a label must be a whole word. */
const WORDY =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}]/u;

/** `kinds`: folded label to kind. */
export function makeLabels(kinds: ReadonlyMap<string, LabelKind>): Labels {
  const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length);
  const wordy = longestFirst.filter((label) => WORDY.test(label)).map(escaped);
  const other = longestFirst.filter((label) => !WORDY.test(label)).map(escaped);
  const source = `(?<![\\p{L}\\p{M}])(?:${wordy.join('|')})(?![\\p{L}\\p{M}])|(?:${other.join('|')})`;
  const anywhere = new RegExp(source, 'gu');
  const here = new RegExp(`[\\s|·,;()（）\\[\\]–—-]{0,${BEHIND}}(${source})`, 'uy');

  return {
    before(text, from, start) {
      const base = Math.max(from, start - REACH);
      const window = fold(text.slice(base, start));
      let last: Label | undefined;
      for (const { 0: found, index } of window.matchAll(anywhere)) {
        const span = { start: base + index, end: base + index + found.length };
        const kind = kinds.get(found);
        if (kind && isLabel(text, span) && joins(text.slice(span.end, start))) last = { kind, span };
      }
      return last;
    },
    after(text, end) {
      const window = fold(text.slice(end, end + REACH));
      here.lastIndex = 0;
      const found = here.exec(window);
      const kind = kinds.get(found?.[1] ?? '');
      if (!found || !kind) return undefined;
      const stop = end + found[0].length;
      return { kind, span: { start: stop - (found[1]?.length ?? 0), end: stop } };
    },
  };
}

/**
 * A label, not a verb of the text (`they updated the list on …`): it opens a line or follows a mark, or a colon
 * follows it, or it has a capital, or is of a script without capitals.
 */
function isLabel(text: string, { start, end }: Span): boolean {
  const first = text.charAt(start);
  const hasCase = first.toLowerCase() !== first.toUpperCase();
  if (!hasCase || first !== first.toLowerCase()) return true;
  return (
    /(?:^|[^\p{L}\p{M}\s]|\n)\s*$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^\s?[:：]/u.test(text.slice(end, end + 2))
  );
}

/** What stands between a label and its date: a few words, no other number and no end of a sentence. */
const joins = (gap: string): boolean =>
  gap.length <= GAP && !/\p{Nd}|[.!?]\s+\p{Lu}\p{Ll}{3}|\n[^\S\n]*\n/u.test(gap);
