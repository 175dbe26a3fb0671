/** Which words of a sentence are days, numbers or places that not all sources give. */
import type { Span } from '../../../../src/span.js';

const DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow';
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const NUMBERS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands|(?<!\\p{L})\\d[\\d,.]*\\d|\\d';

interface Told {
  readonly sentence: string;
}

/** @param places Names claimed for the place. */
export function differing(own: Told, others: readonly Told[], places: readonly string[]): Span[] {
  if (others.length === 0) return [];
  const pattern = patternOf(places);
  const everywhere = others.map(({ sentence }) => new Set(found(sentence, pattern).map(({ word }) => word)));
  return found(own.sentence, pattern).filter(({ word }) => !everywhere.every((words) => words.has(word)));
}

function patternOf(places: readonly string[]): RegExp {
  const names = [...places]
    .sort((a, b) => b.length - a.length)
    .map((place) => place.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`(?<!\\p{L})(?:${[...names, DAYS, MONTHS, NUMBERS].join('|')})(?!\\p{L})`, 'giu');
}

const found = (sentence: string, pattern: RegExp) =>
  [...sentence.matchAll(pattern)]
    // "may" is seldom the month.
    .filter(([word]) => word !== 'may')
    .map((match) => ({
      word: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
