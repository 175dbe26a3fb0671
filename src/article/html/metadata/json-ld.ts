/** JSON-LD of a page as a flat list of its nodes, in document order; broken JSON is mended or logged. */
import type { LogEntry } from '../../../log.js';
import type { Page } from '../page.js';

export interface JsonLdNode {
  /** Without the vocabulary's address: `NewsArticle`. */
  readonly types: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** Properties that lead to it from the top: `['mainEntity']`. */
  readonly path: readonly string[];
}

const MAX_SCRIPTS = 40;
const MAX_CHARACTERS = 500_000;
const MAX_NODES = 3_000;
const MAX_DEPTH = 12;

export function jsonLdOf(page: Page): { nodes: JsonLdNode[]; log: LogEntry[] } {
  const nodes: JsonLdNode[] = [];
  const log: LogEntry[] = [];
  let scripts = 0;
  for (const script of page.querySelectorAll('script[type*="ld+json" i]')) {
    const text = script.textContent ?? '';
    if (++scripts > MAX_SCRIPTS || text.length > MAX_CHARACTERS || nodes.length > MAX_NODES) {
      log.push(entry('article/json-ld-cut', 'The page has more JSON-LD than is read.'));
      break;
    }
    if (text.trim() === '') continue;
    const parsed = parseLenient(text);
    if (parsed.mended) log.push(entry('article/json-ld-broken', parsed.mended));
    flatten(parsed.value, [], nodes);
  }
  return { nodes, log };
}

const entry = (code: string, message: string): LogEntry => ({ code, stage: 'article', message });

/** `mended` says what was wrong with it; `value` is undefined where it could not be mended. */
function parseLenient(text: string): { value: unknown; mended?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    try {
      return {
        value: JSON.parse(mend(text)) as unknown,
        mended: 'A JSON-LD block was not valid and was mended.',
      };
    } catch (error) {
      return { value: undefined, mended: `A JSON-LD block could not be read: ${reason(error)}` };
    }
  }
}

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 120);

/**
 * The usual faults: comment or CDATA marks around it, line breaks inside strings, commas before a closing
 * bracket, a semicolon at the end.
 */
function mend(text: string): string {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  let result = '';
  let inString = false;
  for (let i = 0; i < bare.length; i++) {
    const char = bare.charAt(i);
    if (inString && char === '\\') {
      const next = bare.charAt(++i);
      result += '"\\/bfnrtu'.includes(next) ? char + next : next;
    } else if (inString && char < ' ') result += ' ';
    else {
      if (char === '"') inString = !inString;
      if (!inString && (char === '}' || char === ']')) result = result.trimEnd().replace(/,$/, '');
      result += char;
    }
  }
  return result;
}

function flatten(value: unknown, path: readonly string[], nodes: JsonLdNode[]): void {
  if (path.length > MAX_DEPTH || nodes.length > MAX_NODES || typeof value !== 'object' || value === null)
    return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_NODES)) flatten(item, path, nodes);
    return;
  }
  const properties = value as Record<string, unknown>;
  const types = stringsOf(properties['@type']).map((type) => type.replace(/^.*[/#:]/, ''));
  if (types.length > 0) nodes.push({ types, properties, path });
  for (const [name, child] of Object.entries(properties))
    if (typeof child === 'object') flatten(child, name === '@graph' ? path : [...path, name], nodes);
}

/** The strings of a property that may be a string, a list, or a node with a value or an id. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return stringsOf(node['@value'] ?? node.name ?? node['@id']);
}
