/** Do two wordings render one utterance? A function of the two alone. */
import type { SayingRules } from './saying-rules.js';
import { speakersMeet } from './speaker.js';
import type { Utterance } from './utterance.js';

/** Never one, whatever else speaks for it. */
const TWO = -9;

export const weighUtterances =
  (rules: SayingRules) =>
  (a: Utterance, b: Utterance): number => {
    const meeting = speakersMeet(a.speakers, b.speakers);
    if (meeting === 'two') return TWO;
    if (isSameQuote(a, b, rules)) return rules.weights['same-quote'] + weighSense(a, b, rules);
    if (meeting === 'may' || !isNear(a, b, rules)) return TWO;
    const weight = weighDays(a, b, rules) + weighWords(a, b, rules) + weighSense(a, b, rules);
    // Most pairs have too little in common for their order to matter.
    return weight + rules.weights.runs <= 0 ? weight : weight + rules.weights.runs * sharedRuns(a, b);
  };

const isSameQuote = (a: Utterance, b: Utterance, { long, same }: SayingRules): boolean =>
  a.isQuote && b.isQuote && Math.min(a.words.length, b.words.length) >= long && sharedRuns(a, b) >= same;

const isNear = (a: Utterance, b: Utterance, { slack }: SayingRules): boolean =>
  a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) <= slack;

const weighDays = (a: Utterance, b: Utterance, { weights }: SayingRules): number =>
  weights.prior + (a.day === b.day ? weights['same-day'] : weights['next-day']);

function weighWords(a: Utterance, b: Utterance, { weights, telling }: SayingRules): number {
  const both = shared(a.content, b.content);
  const least = Math.min(a.content.size, b.content.size);
  if (least === 0) return TWO;
  const all = a.content.size + b.content.size - both;
  return (
    weights.shared * (both / least) * Math.min(1, both / telling) +
    weights.alike * (both / all) +
    (a.isQuote && b.isQuote ? weights['both-quotes'] : 0)
  );
}

/** What the same words can still turn round. */
function weighSense(a: Utterance, b: Utterance, { weights, opposites }: SayingRules): number {
  let sum = 0;
  if (shared(a.numbers, b.numbers) < Math.min(a.numbers.size, b.numbers.size)) sum += weights['other-number'];
  if (a.isNegated !== b.isNegated || areOpposed(a.content, b.content, opposites))
    sum += weights['other-sense'];
  return sum;
}

function areOpposed(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  opposites: SayingRules['opposites'],
): boolean {
  for (const word of a) {
    if (b.has(word)) continue;
    for (const opposite of opposites.get(word) ?? []) if (b.has(opposite) && !a.has(opposite)) return true;
  }
  return false;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const word of few) if (many.has(word)) both++;
  return both;
}

/** Share of the shorter's runs of three words that the longer has, 0…1. */
function sharedRuns(a: Utterance, b: Utterance): number {
  const [left, right] = [a.runs(), b.runs()];
  const least = Math.min(left.size, right.size);
  return least === 0 ? 0 : shared(left, right) / least;
}
