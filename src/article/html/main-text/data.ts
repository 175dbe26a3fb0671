/** The rules for what on a page is not the article's text, from data/article/main-text.yaml. */
import { z } from 'zod';
import { checkedData } from '../../../data-file.js';

const Id = z.string().regex(/^main-text\/[a-z0-9-]+$/);

/** Elements that are left out with all they hold. */
const ElementRule = z.strictObject({
  id: Id,
  /** Elements of these names. */
  tags: z.array(z.string()).default([]),
  /** Values of the `role` attribute. */
  roles: z.array(z.string()).default([]),
  /** Names in `class` or `id`: words of one name, lower case, joined by a space. */
  names: z.array(z.string().regex(/^\p{L}+( \p{L}+){0,2}$/u)).default([]),
  /** Not when it holds more characters of running text than this. */
  most: z.int().positive(),
  /** Only before so many characters of running text: a dek stands at the head of its article. */
  before: z.int().positive().optional(),
  /** Only when at least this share of its text is links, 0…1. */
  linked: z.number().min(0).max(1).default(0),
  /** Elements that are hidden until a script shows them. */
  hidden: z.boolean().default(false),
  /** Not when it holds an element that this selector matches. */
  unless: z.string().optional(),
  /** All such elements together may hold more text than the article. */
  outweighs: z.boolean().default(false),
  /** A piece of HTML of which nothing but `keep` stays. */
  example: z.strictObject({ html: z.string(), keep: z.string().default('') }),
});

/** Called with what is left out. */
export type Leave = (rule: string, text: string) => void;

/** Blocks (paragraphs, headings, list items) that are left out because of their words. */
const TextRule = z.strictObject({
  id: Id,
  /** `lead`: before the first paragraph; `tail`: after the last; `cut`: it and all that follows. */
  where: z.enum(['anywhere', 'lead', 'tail', 'cut']),
  /** Longest block, in characters, that is looked at. */
  most: z.int().positive().max(600),
  /** JavaScript regular expressions, flags `iu`; one that matches is enough. */
  patterns: z.array(z.string()).min(1),
  examples: z.array(z.string()).min(1),
  /** Near misses that stay. */
  not: z.array(z.string()).default([]),
});

const File = z.strictObject({ elements: z.array(ElementRule), text: z.array(TextRule) });

export type ElementRule = z.infer<typeof ElementRule>;

export interface TextRule extends Omit<z.infer<typeof TextRule>, 'patterns'> {
  readonly pattern: RegExp;
}

export interface MainTextData {
  readonly elements: readonly ElementRule[];
  readonly hidden: ElementRule | undefined;
  readonly byTag: ReadonlyMap<string, ElementRule>;
  readonly byRole: ReadonlyMap<string, ElementRule>;
  readonly byName: ReadonlyMap<string, ElementRule>;
  readonly text: readonly TextRule[];
}

const FILE = 'main-text.yaml';

/** Reads the file once. Throws an Error that names the file and the entry when a rule is not valid. */
export function loadMainText(): MainTextData {
  const { elements, text } = checkedData('article', FILE, File);
  const ids = new Set<string>();
  for (const { id } of [...elements, ...text]) {
    if (ids.has(id)) throw new Error(`data/article/${FILE}: the id ${id} stands twice.`);
    ids.add(id);
  }
  return {
    elements,
    hidden: elements.find(({ hidden }) => hidden),
    byTag: index(elements, ({ tags }) => tags),
    byRole: index(elements, ({ roles }) => roles),
    byName: index(elements, ({ names }) => names),
    text: text.map(compile),
  };
}

function index(
  rules: readonly ElementRule[],
  keysOf: (rule: ElementRule) => readonly string[],
): ReadonlyMap<string, ElementRule> {
  const byKey = new Map<string, ElementRule>();
  for (const rule of rules)
    for (const key of keysOf(rule)) {
      const other = byKey.get(key);
      if (other) throw new Error(`data/article/${FILE}: "${key}" stands in ${other.id} and ${rule.id}.`);
      byKey.set(key, rule);
    }
  return byKey;
}

function compile({ patterns, ...rule }: z.infer<typeof TextRule>): TextRule {
  try {
    return { ...rule, pattern: new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'iu') };
  } catch (error) {
    throw new Error(`data/article/${FILE}: ${rule.id}: ${String(error)}`);
  }
}
