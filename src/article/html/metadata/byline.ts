/** Bylines as a reader would say them: names, without `By`, addresses of profiles and names of machines. */
import type { FieldTrust } from './data.js';

const LONGEST = 200;
const MOST_NAMES = 8;

/** Undefined where no name is left. */
export function cleanByline(texts: readonly string[], trust: FieldTrust): string | undefined {
  const names: string[] = [];
  for (const text of texts) {
    const name = cleanName(text, trust);
    if (name && !names.some((other) => other.toLowerCase() === name.toLowerCase())) names.push(name);
  }
  return names.length === 0 ? undefined : names.slice(0, MOST_NAMES).join(', ');
}

function cleanName(text: string, trust: FieldTrust): string | undefined {
  const name = withoutLabel(text.replace(/\s+/gu, ' ').trim(), trust['byline-labels'])
    .replace(/\s*[<(]?[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}[>)]?/g, '')
    .replace(/^[\s,;:|·–-]+|[\s,;:|·–-]+$/gu, '');
  if (name.length < 2 || name.length > LONGEST) return undefined;
  if (/^(?:https?:)?\/\/|^www\.|^@|[#{}<>]|\.(?:com|org|net)\/|^\d+$/i.test(name)) return undefined;
  return trust['not-bylines'].includes(name.toLowerCase()) ? undefined : name;
}

function withoutLabel(text: string, labels: readonly string[]): string {
  const lower = text.toLowerCase();
  const label = labels
    .filter((words) => lower.startsWith(words) && /^[\s:]/u.test(text.slice(words.length)))
    .sort((a, b) => b.length - a.length)[0];
  return label === undefined ? text : text.slice(label.length).replace(/^[\s:]+/u, '');
}
