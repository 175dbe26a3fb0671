/** YAML between two lines of dashes above a Markdown text. */

import type { LogEntry } from '../../log.js';
import { parseYaml } from '../../yaml.js';
import { stampOf } from '../stamp.js';
import type { Stated } from '../stated.js';

export interface FrontMatter {
  readonly stated: Stated;
  /** UTF-16 code units that it takes, with both lines of dashes. */
  readonly length: number;
  readonly log: readonly LogEntry[];
}

const longest = 16 * 1024;

const none: FrontMatter = { stated: {}, length: 0, log: [] };

export function frontMatterOf(text: string): FrontMatter {
  const opening = /^---[ \t]*\r?\n/u.exec(text);
  if (!opening) return none;
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(text.slice(opening[0].length, longest));
  if (!closing) return none;
  const block = text.slice(opening[0].length, opening[0].length + closing.index);
  const length = opening[0].length + closing.index + closing[0].length;
  try {
    // Dates stay as they are written; aliases could grow without bound.
    const fields: unknown = parseYaml(block, { schema: 'failsafe', maxAliasCount: 0 });
    return { stated: statedIn(fields), length, log: [] };
  } catch {
    const message = 'The front matter is no YAML that can be read; what it says was left out.';
    return { stated: {}, length, log: [{ code: 'article/front-matter', stage: 'article', message }] };
  }
}

function statedIn(fields: unknown): Stated {
  if (typeof fields !== 'object' || fields === null) return {};
  const known = new Map(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  );
  const line = (...names: readonly string[]): string | undefined => {
    const value = names.map((name) => lineOf(known.get(name))).find((words) => words !== undefined);
    return value;
  };
  const date = (...names: readonly string[]) => stampOf(line(...names) ?? '');
  const stated = {
    headline: line('title', 'headline'),
    dek: line('dek', 'subtitle', 'standfirst'),
    outlet: line('outlet', 'source', 'publisher', 'publication'),
    byline: line('author', 'authors', 'byline'),
    agency: line('agency'),
    url: line('url', 'link', 'canonical'),
    language: line('lang', 'language'),
    published: date('published', 'date', 'pubdate'),
    updated: date('updated', 'modified', 'lastmod'),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

function lineOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.flatMap((each: unknown) => lineOf(each) ?? []);
    return names.length === 0 ? undefined : names.join(', ');
  }
  const words = typeof value === 'string' ? value.toWellFormed().replace(/\s+/gu, ' ').trim() : '';
  return words === '' ? undefined : words.slice(0, 1000);
}
