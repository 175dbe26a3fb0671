/**
 * The speech reader: quotations and attributions become statements. In: a Doc, its times and actors. Out:
 * statements by start. Log: `speech/unpaired-mark`, and `speech/not-speech` for marked words that are no
 * statement (titles, nicknames, words that the report distances itself from).
 */
import type { Actor } from '../actor/actor.js';
import type { Doc } from '../language/doc.js';
import type { LogEntry } from '../log.js';
import type { Reader } from '../reader.js';
import type { Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import { type Attribution, attributionsOf } from './attribution.js';
import { contentOf, trimEnd } from './content.js';
import type { SpeechData } from './data.js';
import { type Draft, Drafts } from './draft.js';
import { finish } from './finish.js';
import { type Item, type Line, linesOf } from './line.js';
import { markFinder } from './marks.js';
import { type Items, isQuote, type Range } from './phrase.js';
import { findQuotes, type Quote } from './quote.js';
import type { Statement } from './statement.js';
import { timeFinder } from './times.js';
import { unattributed } from './unattributed.js';

export interface Before {
  readonly actors: readonly Actor[];
  readonly times: readonly Time[];
}

export function speechReader(data: SpeechData): Reader<Before, Statement> {
  const findMarks = markFinder(data);
  return (doc, before) => {
    const { byParagraph, log } = findQuotes(doc, findMarks);
    const drafts = new Drafts();
    const timeAt = timeFinder(before.times);
    const isTime = (item: Item | undefined): boolean => item?.timed === true;
    const entries: LogEntry[] = [...log];
    linesOf(doc, byParagraph, data, timeAt).forEach((line, index) => {
      readLine({ doc, data, drafts, isTime }, line, index);
      for (const quote of unattributed(doc.text, line, index, drafts))
        entries.push(notSpeech(doc.text, quote));
    });
    return { layer: finish(doc, drafts.all, { actors: before.actors, timeAt, data }), log: entries };
  };
}

interface Reading {
  readonly doc: Doc;
  readonly data: SpeechData;
  readonly drafts: Drafts;
  readonly isTime: (item: Item | undefined) => boolean;
}

function readLine(reading: Reading, line: Line, index: number): void {
  const { doc, data, isTime } = reading;
  const { items } = line;
  const attributions = attributionsOf(items, data);
  if (attributions.length === 0) return;
  const end = trimEnd(items, items.length);
  const nextQuote = quotesAhead(items);
  let floor = 0;
  attributions.forEach((attribution, nth) => {
    const next = attributions[nth + 1];
    const content = contentOf({
      text: doc.text,
      data,
      items,
      attribution,
      floor,
      later: attributions.slice(nth + 1, nth + 6),
      end,
      nextQuote,
      isTime,
    });
    if (!content) {
      if (items.at(-1)?.token?.form === ':' && next === undefined)
        announce(reading.drafts, items, index, attribution);
      return;
    }
    const ranges = content.ranges.filter(({ from }) => !reading.drafts.holding(items[from]?.quote));
    if (ranges.length === 0) return;
    const draft = draftFor(reading.drafts, line, index, attribution, ranges);
    if (content.addressee) draft.addressee = spanOf(items, content.addressee);
    draft.adjuncts = items.slice(
      content.adjuncts.from,
      Math.min(content.adjuncts.to, content.adjuncts.from + 30),
    );
    for (const range of ranges) {
      reading.drafts.add(draft, items, range, index, nextQuote);
      if (isQuote(items, range.to - 1)) floor = Math.max(floor, range.to);
    }
    floor = Math.max(floor, attribution.to);
  });
}

/** A new draft; or, where the words go on from the paragraph before, the one that they began. */
function draftFor(
  drafts: Drafts,
  { items, paragraph }: Line,
  line: number,
  { cue, cueAt, source }: Attribution,
  ranges: readonly Range[],
): Draft {
  const begun = drafts.holding(items[ranges[0]?.from ?? 0]?.quote?.before);
  const sourceSpan = source ? { source: spanOf(items, source) } : {};
  const cueSpan = spanOf(items, cueAt);
  if (!begun) {
    const draft = drafts.open({ rule: cue.id, paragraph, line, cue: cueSpan, ...sourceSpan });
    drafts.addEarlier(draft, items[ranges[0]?.from ?? 0]?.quote?.before, line);
    return draft;
  }
  if (!begun.cue) Object.assign(begun, { cue: cueSpan, ...sourceSpan });
  return begun;
}

function announce(drafts: Drafts, items: Items, line: number, { cue, cueAt, source }: Attribution): void {
  const named = source ? { source: spanOf(items, source) } : {};
  drafts.announced = { rule: cue.id, cue: spanOf(items, cueAt), line, ...named };
}

function quotesAhead(items: Items): number[] {
  const ahead: number[] = new Array(items.length);
  let next = items.length;
  for (let at = items.length - 1; at >= 0; at--) {
    if (isQuote(items, at)) next = at;
    ahead[at] = next;
  }
  return ahead;
}

const spanOf = (items: Items, { from, to }: Range): Span => ({
  start: items[from]?.start ?? 0,
  end: items[to - 1]?.end ?? 0,
});

const notSpeech = (text: string, { start, end }: Quote): LogEntry => ({
  code: 'speech/not-speech',
  stage: 'speech',
  message: `No cue claims the marked words ${text.slice(start, Math.min(end, start + 60))}${end - start > 60 ? '…' : ''}.`,
  span: { start, end },
});
