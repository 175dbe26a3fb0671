/** TimelineJS JSON (https://timeline.knightlab.com/docs/json-format.html): what has no date has no slide. */
import type { Happening } from '../ask/index.js';
import type { Chunk } from './chunk.js';
import { countText, moment, outcomeText, sourceText, webAddress } from './words.js';

/** @param skipped Called with how many rows have no date. */
export async function* toTimeline(
  rows: AsyncIterable<Happening>,
  title: string,
  skipped: (count: number) => void,
): AsyncGenerator<Chunk, void, undefined> {
  yield `{"title":${JSON.stringify({ text: { headline: escaped(title) } })},"events":[`;
  let first = true;
  let without = 0;
  for await (const row of rows) {
    const slide = slideOf(row);
    if (slide === undefined) without++;
    else {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(slide)}`;
      first = false;
    }
  }
  yield '\n]}\n';
  if (without > 0) skipped(without);
}

function slideOf(row: Happening): object | undefined {
  const { when, type, status } = row;
  if (when === undefined) return undefined;
  const last = new Date(moment(when.to).getTime() - 86_400_000).toISOString().slice(0, 10);
  return {
    unique_id: row.id,
    start_date: dateOf(when.from, when.precision),
    ...(last > when.from ? { end_date: dateOf(last, when.precision) } : {}),
    group: type,
    text: { headline: escaped(row.title), text: textOf(row, status) },
  };
}

/** As precise as it is known. */
function dateOf(day: string, precision: string | undefined): object {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (precision === 'year' || precision === 'decade' || precision === 'century') return { year };
  if (precision === 'month' || precision === 'quarter') return { year, month };
  return { year, month, day: date };
}

/** TimelineJS takes HTML here. */
function textOf(row: Happening, status: string): string {
  const { sentence, cite } = row;
  const url = webAddress(cite?.url);
  const source = cite === undefined ? '' : escaped(sourceText(cite));
  const link = url === undefined ? source : `<a href="${escaped(url)}">${source}</a>`;
  const rest = [status, countText(row), outcomeText(row)].filter((part) => part !== undefined).join(' · ');
  return `<p>${escaped(sentence)}</p><p>${link}</p><p>${escaped(rest)}</p>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (letter) => entities[letter] ?? letter);
