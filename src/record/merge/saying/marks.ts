/** Where wordings of one utterance are looked for: those that share a mark are compared. */
import { hash } from '../../filing/shingles.js';
import type { SayingRules } from './saying-rules.js';
import type { Speaker } from './speaker.js';
import type { Utterance } from './utterance.js';

/** Days that a mark covers; a wording has one for each such window that it touches, its slack included. */
const WINDOW = 7;
/** Telling words of a wording that become marks: those with the smallest hashes, which another wording is likely to have too. */
const SKETCH = 5;

export function utteranceMarks(utterance: Utterance, rules: SayingRules): string[] {
  const { speakers, words, isQuote } = utterance;
  const near = windowsOf(utterance, rules).flatMap((window) =>
    speakers
      .flatMap(speakerKey)
      .flatMap((speaker) => sketchOf(utterance).map((word) => `${speaker} ${window} ${word}`)),
  );
  const quoted = isQuote && words.length >= rules.long ? picked(words) : [];
  return [...new Set([...near.map((mark) => `say:${hash(mark)}`), ...quoted.map((run) => `quote:${run}`)])];
}

const speakerKey = ({ known, person, name }: Speaker): string[] => (known ? [person?.family ?? name] : []);

const sketchOf = ({ content }: Utterance): string[] =>
  [...content].sort((a, b) => hash(a) - hash(b) || (a < b ? -1 : 1)).slice(0, SKETCH);

function windowsOf({ day }: Utterance, { slack }: SayingRules): number[] {
  if (day === undefined) return [];
  const [first, last] = [Math.floor((day - slack) / WINDOW), Math.floor((day + slack) / WINDOW)];
  return first === last ? [first] : [first, last];
}

/** Words of a run that is a mark of a quote. */
const RUN = 6;
/** Of so many runs that follow each other the least is taken (winnowing, Schleimer 2003): quotes that share eight words share one. */
const NEIGHBOURS = 3;

function picked(words: readonly string[]): number[] {
  const runs = words.slice(RUN - 1).map((_, at) => hash(words.slice(at, at + RUN).join(' ')));
  const least = new Set<number>();
  for (let at = 0; at === 0 || at + NEIGHBOURS <= runs.length; at++) {
    least.add(Math.min(...runs.slice(at, at + NEIGHBOURS)));
  }
  return [...least];
}
