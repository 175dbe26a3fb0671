/** One record `{ id?, text | html, url?, published?, outlet? }` becomes an Article. */
import type { LogEntry } from '../../log.js';
import type { Stamp } from '../article.js';
import type { ArticleData } from '../data.js';
import { finished } from '../finish.js';
import { htmlDraft } from '../html/article.js';
import { wellFormed } from '../input/decode.js';
import { type ArticleOutcome, type ArticleSource, failed } from '../outcome.js';
import { stampOf } from '../stamp.js';
import type { Stated } from '../stated.js';
import { plainDraft } from '../text/plain.js';
import { parseJson } from './json.js';

/** In: one line of JSON lines, without its line end. `line` is counted from 1. */
export function articleFromJsonLine(
  line: string,
  source: ArticleSource & { readonly line: number },
  data: ArticleData,
): ArticleOutcome {
  const place = `line ${source.line}`;
  const json = parseJson(line.startsWith('\uFEFF') ? line.slice(1) : line);
  return json.ok
    ? articleFromRecord(json.value, source, place, data)
    : failed(
        'input/bad-json',
        source.from,
        `This line is no JSON: ${json.why}.`,
        `${place}, column ${json.column}`,
      );
}

/** `place`: where the record stands in the input, for errors. */
export function articleFromRecord(
  value: unknown,
  source: ArticleSource,
  place: string | undefined,
  data: ArticleData,
): ArticleOutcome {
  if (!isRecord(value))
    return failed('input/bad-record', source.from, 'A record is an object with "text" or "html".', place);
  const text = stringOf(value.text);
  const html = stringOf(value.html);
  if (text === undefined && html === undefined)
    return failed('input/bad-record', source.from, 'It has neither "text" nor "html" as a string.', place);
  const { stated, log } = statedIn(value);
  const from = idOf(value.id) ?? (place === undefined ? source.from : `${source.from}, ${place}`);
  const draft =
    text === undefined
      ? htmlDraft(html ?? '', data, stated, log)
      : plainDraft(text, data, stated, undefined, log);
  const outcome = finished(draft, { ...source, from }, data, place);
  // Errors name the input that the user gave, where the place is counted.
  return outcome.ok ? outcome : { ok: false, error: { ...outcome.error, from: source.from } };
}

type Fields = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON may hold halves of surrogate pairs: they are replaced, so that spans cut text that can be printed. */
export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? wellFormed(value) : undefined;

const idOf = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : stringOf(value)?.slice(0, 2000);

function statedIn(fields: Fields): { stated: Stated; log: LogEntry[] } {
  const published = stringOf(fields.published);
  const stamp: Stamp | undefined = published === undefined ? undefined : stampOf(published);
  const stated: Record<string, unknown> = {
    headline: stringOf(fields.headline) ?? stringOf(fields.title),
    dek: stringOf(fields.dek),
    outlet: stringOf(fields.outlet),
    byline: stringOf(fields.byline),
    url: stringOf(fields.url),
    language: stringOf(fields.language),
    published: stamp,
  };
  const log: LogEntry[] =
    published === undefined || stamp
      ? []
      : [
          {
            code: 'article/bad-date',
            stage: 'article',
            message: `"published": '${published.slice(0, 60).toWellFormed()}' is no ISO 8601 date and was left out.`,
          },
        ];
  return {
    stated: Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    log,
  };
}
