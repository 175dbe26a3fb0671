/** Normalising: candidates become Times, each counted from the report's day or from what the narrative has set. */
import type { Doc, Sentence } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import { realDay } from './calendar.js';
import type { TimeData } from './data.js';
import type { Candidate } from './find.js';
import { intervalOf } from './interval.js';
import { makePastStory } from './past.js';
import type { Anchor, Context, Resolved } from './recipe/recipe.js';
import { directionOf } from './tense.js';
import type { Time } from './timex3.js';

/** The day of the report, as precisely as it is stated. */
export function reportAnchor({ article }: Doc): Anchor | undefined {
  const stamp = article.published ?? article.updated ?? article.dateline?.date;
  return stamp && anchorAt('published', stamp.value);
}

function anchorAt(id: string, value: string): Anchor | undefined {
  const [, year, month, dayOfMonth] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?!\d))?|-(?:Q\d|H\d|SP|SU|FA|WI))?(?![\d-])/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const day = realDay(Number(year), Number(month ?? 1), Number(dayOfMonth ?? 1));
  return day && { id, day, precision: dayOfMonth ? 'day' : month ? 'month' : 'year' };
}

/** What moves the narrative on: lengths and recurrences do not. */
const SETS: ReadonlySet<Time['type']> = new Set(['DATE', 'TIME']);

export interface Normaliser {
  readonly times: Time[];
  readonly log: LogEntry[];
  /** Reads one paragraph's candidates, by start. */
  add(candidates: readonly Candidate[]): void;
}

export function makeNormaliser(data: TimeData, doc: Doc): Normaliser {
  const report = reportAnchor(doc);
  const times: Time[] = [];
  const log: LogEntry[] = [];
  const past = makePastStory(data.tense, doc, report);
  let narrative: Anchor | undefined;
  let narrativeDay: Anchor | undefined;

  function add(candidates: readonly Candidate[]): void {
    let previous: { candidate: Candidate; place: number } | undefined;
    for (const candidate of candidates) {
      const sentence = sentenceAt(doc, candidate.start);
      const resolved = resolve(candidate, sentence);
      if (!resolved) continue;
      const place = times.length;
      times.push(toTime(doc, candidate, resolved, place));
      if (resolved.unanchored) log.push(noAnchor(doc, candidate));
      const set = SETS.has(resolved.type) ? anchorAt(`t${place + 1}`, resolved.value) : undefined;
      follow(set);
      if (sentence) past.follow(resolved, set, candidate, sentence);
      if (previous && previous.candidate.match === candidate.match)
        joinEnds(previous.place, place, candidate);
      previous = { candidate, place };
    }
  }

  function follow(set: Anchor | undefined): void {
    narrative = set ?? narrative;
    if (set?.precision === 'day') narrativeDay = set;
  }

  function resolve(candidate: Candidate, sentence: Sentence | undefined): Resolved | undefined {
    const reading = candidate.rule.readings[candidate.nth] ?? candidate.rule.readings[0];
    const context: Context = {
      names: data.names,
      report,
      narrative: narrative ?? report,
      narrativeDay: (isAlone(doc, sentence, candidate) ? report : narrativeDay) ?? narrativeDay ?? report,
      year: report ?? (narrative?.precision === 'year' ? undefined : narrative),
      // Looked for only by the recipes that ask: lengths and full dates have none.
      get past() {
        return sentence && past.anchorFor(candidate, sentence);
      },
      get direction() {
        return sentence ? directionOf(data.tense, doc, sentence, candidate) : 'none';
      },
    };
    return reading?.recipe(candidate.slots, context);
  }

  function joinEnds(first: number, last: number, { rule }: Candidate): void {
    const [a, b] = [times[first], times[last]];
    if (!rule.range || !a?.from || !b?.to || a.from >= b.to) return;
    const range = { from: a.from, to: b.to };
    times[first] = { ...a, range };
    times[last] = { ...b, range };
  }

  return { times, log, add };
}

/** `2:45 p.m.` above an entry of a running report: the day is the report's, whatever day the entry before told of. */
const isAlone = (doc: Doc, sentence: Sentence | undefined, { start, end }: Candidate): boolean =>
  sentence !== undefined && start <= sentence.start && /^[\s.:,]*$/u.test(doc.text.slice(end, sentence.end));

function toTime(doc: Doc, candidate: Candidate, resolved: Resolved, place: number): Time {
  const { type, value, mod, quant, freq, anchor } = resolved;
  const interval = resolved.interval ?? (type === 'DATE' || type === 'TIME' ? intervalOf(value) : undefined);
  const { start, end } = candidate;
  return {
    id: `t${place + 1}`,
    span: { start, end },
    text: doc.text.slice(start, end),
    type,
    value,
    ...(mod === undefined ? {} : { mod }),
    ...(quant === undefined ? {} : { quant }),
    ...(freq === undefined ? {} : { freq }),
    ...(interval ?? {}),
    ...(anchor === undefined ? {} : { anchor }),
    rule: candidate.rule.id,
  };
}

const noAnchor = (doc: Doc, { start, end }: Candidate): LogEntry => ({
  code: 'time/no-anchor',
  stage: 'time',
  message: `Nothing says which date '${doc.text.slice(start, end)}' is counted from.`,
  span: { start, end },
});

function sentenceAt(doc: Doc, start: number): Sentence | undefined {
  let low = 0;
  let high = doc.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((doc.sentences[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return doc.sentences[low];
}
