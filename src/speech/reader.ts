/**
 * The speech reader: quotations and attributions become statements. In: a Doc, its times and actors. Out:
 * statements by start. Log: `speech/unpaired-mark`, and `speech/not-speech` for marked words that are no
 * statement (titles, nicknames, words that the report distances itself from).
 */
import type { Actor } from '../actor/actor.js';
import type { Doc, Token } from '../language/doc.js';
import { treeOf } from '../language/tree.js';
import type { LogEntry } from '../log.js';
import type { Reader } from '../reader.js';
import type { Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import { adjunctsOf } from './adjunct.js';
import { type Attribution, attributionsOf, type Parsed } from './attribution.js';
import { contentOf } from './content.js';
import type { SpeechData } from './data.js';
import { type Draft, Drafts } from './draft.js';
import { finish } from './finish.js';
import { type Items, isQuote, quotesAhead, type Range, spanOf } from './items.js';
import { type Line, linesOf } from './line.js';
import { markFinder } from './marks.js';
import { addresseeOf } from './object.js';
import { findQuotes, type Quote } from './quote.js';
import { sourceFinder } from './source.js';
import type { Statement } from './statement.js';
import { type TimeAt, timeFinder } from './times.js';
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
    const entries: LogEntry[] = [...log];
    const tree = treeOf(doc);
    const timeAt = timeFinder(before.times);
    const parsed: Parsed = { doc, tree, data, sourceOf: sourceFinder(doc, tree, data) };
    linesOf(doc, byParagraph, data).forEach((line, index) => {
      readLine(parsed, timeAt, drafts, line, index);
      for (const quote of unattributed(parsed, line, index, drafts)) entries.push(notSpeech(doc.text, quote));
    });
    return { layer: finish(doc, drafts.all, { actors: before.actors, timeAt, data }), log: entries };
  };
}

function readLine(parsed: Parsed, timeAt: TimeAt, drafts: Drafts, line: Line, index: number): void {
  const { items } = line;
  const attributions = attributionsOf(parsed, items);
  if (attributions.length === 0) return;
  const nextQuote = quotesAhead(items);
  let floor = 0;
  attributions.forEach((attribution, nth) => {
    const next = attributions[nth + 1];
    const limit = next?.from ?? items.length;
    const { doc, data } = parsed;
    const previous = attributions[nth - 1];
    const content = contentOf({
      doc,
      data,
      items,
      attribution,
      ...(previous ? { previous } : {}),
      later: attributions.slice(nth + 1, nth + 6),
      floor,
      limit,
      nextQuote,
      isTimed: (item) => item?.token !== undefined && timeAt(item) !== undefined,
    });
    const ranges = content.filter(({ from }) => !drafts.holding(items[from]?.quote));
    if (ranges.length === 0) {
      if (content.length === 0 && items.at(-1)?.token?.form === ':' && next === undefined)
        drafts.announced = { ...namesOf(items, attribution, doc), line: index };
      return;
    }
    const draft = draftFor(drafts, line, index, namesOf(items, attribution, doc), ranges);
    complete(parsed, draft, attribution);
    draft.beside = wordsBeside(items, attribution, ranges, limit);
    for (const range of ranges) {
      drafts.add(draft, items, range, index, nextQuote);
      if (isQuote(items, range.to - 1)) floor = Math.max(floor, range.to);
    }
    floor = Math.max(floor, attribution.to);
  });
}

type Names = Pick<Draft, 'rule' | 'cue' | 'source' | 'head'>;

function namesOf(items: Items, { word, cueAt, source }: Attribution, { tokens }: Doc): Names {
  const first = source && tokens[source.from];
  const last = source && tokens[source.to - 1];
  return {
    rule: word.cue.id,
    cue: spanOf(items, cueAt),
    ...(first && last ? { source: { start: first.start, end: last.end }, head: source.head } : {}),
  };
}

function complete({ doc, tree }: Parsed, draft: Draft, { word, source }: Attribution): void {
  const { cue, token, sort } = word;
  const addressee = cue.addressee && sort === 'verb' ? addresseeOf(tree, token, cue.addressee) : undefined;
  if (addressee) draft.addressee = addressee;
  if (sort !== 'preposition') draft.adjuncts = adjunctsOf(doc, tree, word, source, addressee);
}

/** Words right after an attribution, up to what it attributes: "said in comments translated into Russian". */
function wordsBeside(items: Items, { to }: Attribution, ranges: readonly Range[], limit: number): Token[] {
  const next = ranges.find(({ from }) => from >= to)?.from ?? limit;
  return items.slice(to, Math.min(next, to + mostBeside)).flatMap(({ token }) => (token ? [token] : []));
}

const mostBeside = 30;

/** A new draft; or, where the words go on from the paragraph before, the one that they began. */
function draftFor(
  drafts: Drafts,
  { items, paragraph }: Line,
  line: number,
  names: Names,
  ranges: readonly Range[],
): Draft {
  const before = items[ranges[0]?.from ?? 0]?.quote?.before;
  const begun = drafts.holding(before);
  if (!begun) {
    const draft = drafts.open({ ...names, paragraph, line });
    drafts.addEarlier(draft, before, line);
    return draft;
  }
  if (!begun.cue) Object.assign(begun, names, { rule: begun.rule });
  return begun;
}

const notSpeech = (text: string, { start, end }: Quote): LogEntry => ({
  code: 'speech/not-speech',
  stage: 'speech',
  message: `No cue claims the marked words ${text.slice(start, Math.min(end, start + 60))}${end - start > 60 ? '…' : ''}.`,
  span: { start, end } satisfies Span,
});
