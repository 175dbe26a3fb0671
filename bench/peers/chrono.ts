/**
 * chrono-node beside our reader, on the same scorer. It gives dates, not TIMEX3: a value is built from the parts
 * that the words state for certain (a weekday states its day), as precisely as they do. A preposition that it
 * takes into the expression ("on Friday") is left out of the span, as TimeML does.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TimeFinder } from '../eval/aquaint.js';

interface Components {
  get(component: string): number | null;
  isCertain(component: string): boolean;
}
interface ParsedResult {
  readonly index: number;
  readonly text: string;
  readonly start: Components;
}
interface Chrono {
  parse(text: string, reference: Date, options: { forwardDate: boolean }): ParsedResult[];
}

/** `folder`: where `npm install chrono-node` was run. */
export async function chronoFinder(folder: string): Promise<TimeFinder> {
  const locate = createRequire(join(folder, 'package.json')).resolve;
  const chrono = (await import(pathToFileURL(locate('chrono-node')).href)) as Chrono;
  return (text, published) => {
    const [year = 0, month = 1, day = 1] = published.slice(0, 10).split('-').map(Number);
    const reference = new Date(year, month - 1, day, 12);
    return chrono.parse(text, reference, { forwardDate: false }).map(({ index, text: words, start }) => {
      const preposition = /^(?:on|in|at|by|from|since|until)\s+/i.exec(words)?.[0].length ?? 0;
      return { start: index + preposition, end: index + words.length, value: timexValue(start) };
    });
  };
}

function timexValue(start: Components): string {
  const part = (name: string, width = 2): string => String(start.get(name) ?? 0).padStart(width, '0');
  const day = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour');
  const date = `${part('year', 4)}-${part('month')}-${part('day')}`;
  if (start.isCertain('hour')) return `${date}T${part('hour')}:${part('minute')}`;
  if (day) return date;
  return start.isCertain('month') ? date.slice(0, 7) : date.slice(0, 4);
}
