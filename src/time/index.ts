/**
 * The door of time/: temporal expressions of a Doc as TIMEX3 with calendar intervals.
 *
 * In: `Doc`. Out: `Time[]` by start, no overlaps. Spans in UTF-16 code units, half open; `from` and `to` are ISO
 * days, half open. A value keeps the precision of the text ("in March" is a month); no zone is made up.
 * Log: `time/no-anchor` when nothing says what a relative expression is counted from: it keeps an underspecified
 * value (`XXXX-WXX-2`) and has no `from` and `to`.
 */
import type { Reader } from '../reader.js';
import { loadTime, type TimeData } from './data.js';
import { makeFinder } from './find.js';
import { lexemes } from './lexeme.js';
import { makeNormaliser } from './normalise.js';
import { refine } from './refine.js';
import type { Time } from './timex3.js';

export { loadTime, type TimeData };

export function timeReader(data: TimeData): Reader<object, Time> {
  const find = makeFinder(data);
  return (doc) => {
    const normaliser = makeNormaliser(data, doc);
    for (const paragraph of doc.paragraphs) {
      const words = lexemes(doc.text, paragraph);
      normaliser.add(refine(find(words), words, data.counted));
    }
    return { layer: normaliser.times, log: normaliser.log };
  };
}
