/** Claims that cannot both be right: in their place among the events, and all together. */
import type { Claim, Disagreement, DossierPage } from '../page.js';
import { dayWords } from '../words.js';
import { type Line, type Mark, orNone, type Piece, type Section } from './outline.js';

const WHAT = {
  date: 'the day',
  place: 'the place',
  title: 'the office',
  count: 'the number',
  status: 'whether it took place',
};

const claimed = ({ claim }: Claim): string => (/^\d{4}-\d{2}-\d{2}$/u.test(claim) ? dayWords(claim) : claim);

/** Short, beside the happening. */
export function claimMark({ kind, a, b, settled }: Disagreement): Mark {
  const both = `${WHAT[kind]}: ${claimed(a)} against ${claimed(b)}`;
  if (settled === undefined) {
    return { kind: 'open', label: 'Reports disagree', text: [`on ${both}`], quotes: quotesOf(a, b) };
  }
  const [wrong, right] = settled.wrong === 'a' ? [a, b] : [b, a];
  return {
    kind: 'settled',
    label: 'Corrected',
    text: [`${WHAT[kind]} was ${claimed(right)}, not ${claimed(wrong)}`, ...takenBack(settled.by)],
    quotes: wrong.quote === undefined ? [] : [wrong.quote],
  };
}

const takenBack = (by: NonNullable<Disagreement['settled']>['by']): Piece[] =>
  by === undefined ? ['; the claim was taken back'] : ['; taken back by ', { cite: by.cite }];

const quotesOf = (...claims: readonly Claim[]) => claims.flatMap(({ quote }) => quote ?? []);

export function disagreementSection({ disagreements }: DossierPage): Section {
  const lineOf = (each: Disagreement): Line => {
    const { kind, label, text } = claimMark(each);
    const { settled, a, b } = each;
    return {
      head: [{ strong: each.title }],
      marks: [{ kind, label, text }],
      quotes: [...quotesOf(a, b), ...(settled?.by ? [settled.by] : [])],
    };
  };
  const [open, closed] = [true, false].map((isOpen) =>
    disagreements.filter(({ settled }) => (settled === undefined) === isOpen).map(lineOf),
  ) as [Line[], Line[]];
  return {
    id: 'disagreements',
    title: 'What reports disagree on',
    parts: [
      ...(open.length > 0 || closed.length === 0 ? [{ title: 'Open', lines: orNone(open) }] : []),
      ...(closed.length > 0 ? [{ title: 'Settled', lines: closed }] : []),
    ],
  };
}
