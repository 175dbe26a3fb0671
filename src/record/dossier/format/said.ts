/** What each side has said, in order. */
import type { DossierPage, SaidItem } from '../page.js';
import { dayWords, whenWords } from '../words.js';
import { type Line, type Mark, orNone, type Piece, type Section } from './outline.js';

export const saidSection = ({ said }: DossierPage): Section => ({
  id: 'said',
  title: 'What each side has said',
  intro: [[{ faint: changes(said.flatMap(({ items }) => items)) }]],
  parts:
    said.length === 0
      ? [{ lines: orNone([]) }]
      : said.map(({ party, items }) => ({ title: party, lines: items.map(lineOf) })),
});

const changes = (items: readonly SaidItem[]): string =>
  items.some(({ change }) => change !== undefined)
    ? 'A change of position is marked where two acts or two independent sources stand on either side of it.'
    : 'No change of position is marked: that takes two acts or two independent sources on either side of it.';

function lineOf({ when, printed, speaker, text, cites, act, change }: SaidItem): Line {
  const marks: Mark[] =
    change === undefined
      ? []
      : [{ kind: 'change', label: LABEL[change.kind], text: [`from ${change.before} to ${change.after}`] }];
  return {
    head: [
      { strong: dayOf(when, printed) },
      ` ${speaker}: ${text} `,
      ...cites.flatMap((cite, at): Piece[] => [at === 0 ? '(' : '; ', { cite }]),
      ')',
      ...(act === undefined ? [] : [{ faint: ` coded ${act}` }]),
    ],
    marks,
  };
}

/** When it was said; news of no told day is of about the day it was printed. */
const dayOf = (when: SaidItem['when'], printed: string | undefined): string => {
  if (when !== undefined) return whenWords(when);
  return printed === undefined ? 'Day not told' : `Printed ${dayWords(printed)}`;
};

const LABEL = { turned: 'Position turned', hardened: 'Position hardened', softened: 'Position softened' };
