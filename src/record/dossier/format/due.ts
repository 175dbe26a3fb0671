/** What is due. */
import type { DossierPage, Due } from '../page.js';
import { counted, dayWords, toldBy, whenWords } from '../words.js';
import { type Line, type Mark, orNone, type Section } from './outline.js';

export const dueSection = ({ due, today }: DossierPage): Section => ({
  id: 'due',
  title: 'What is due or still open',
  intro: [[{ faint: `Planned, demanded or made to depend on something; as of ${dayWords(today)}.` }]],
  parts: [{ lines: orNone(due.map(lineOf)) }],
});

function lineOf(due: Due): Line {
  const { title, when, reports, sources, quote } = due;
  return {
    head: [
      { strong: when === undefined ? 'Day not told' : whenWords(when) },
      ` ${title} `,
      { faint: toldBy(reports, sources) },
    ],
    quotes: [quote],
    marks: marksOf(due),
  };
}

function marksOf({ outcome, perhaps }: Due): Mark[] {
  if (perhaps !== undefined) {
    const day = perhaps.day === undefined ? ', day not told' : `, ${dayWords(perhaps.day)}`;
    return [
      {
        kind: 'planned',
        label: 'Perhaps',
        text: [`${perhaps.title}${day}; the record does not link the two`],
      },
    ];
  }
  const text = wordsOf(outcome);
  return text === undefined ? [] : [{ kind: 'open', label: text.label, text: [text.words] }];
}

function wordsOf(outcome: Due['outcome']): { label: string; words: string } | undefined {
  switch (outcome.kind) {
    case 'due':
      return { label: 'Still to come', words: '' };
    case 'no-further-word':
      return {
        label: 'No further word',
        words: `in ${counted(outcome.reports, 'later report')} of the outlets that told of it, read up to ${dayWords(outcome.until)}`,
      };
    case 'not-read-since':
      return { label: 'Not read since', words: 'the outlets that told of it: silence says nothing' };
    default:
      return undefined;
  }
}
