/**
 * The gold set in `gold/`: sentences in one YAML file a theme, reports as a text with a YAML file of the same name.
 * What the fields mean stands in gold/README.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { PloverType, Status, Voucher } from '../../src/event/event.js';
import { intervalOf } from '../../src/time/interval.js';
import { parseYaml } from '../../src/yaml.js';

const words = z.string().min(1);
const oneOrMore = z.union([words, z.array(words).min(1)]).transform((value) => [value].flat());

/** A TIMEX3 value, `1990` or `2024-03-12/2024-03-14` with both ends; YAML takes a year for a number. */
const When = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => intervalOf(value) !== undefined, 'names no days');

/** A PLOVER type, or type and mode: that the mode exists is checked by test/gold. */
const Label = z
  .string()
  .refine((code) => PloverType.safeParse(code.split('-')[0]).success, 'is no PLOVER type');

const GoldEvent = z.strictObject({
  code: Label,
  /** Where it differs from `code`: the act of an event whose code says that it is still to come. */
  act: Label.optional(),
  actors: z.array(words).min(1),
  recipients: z.array(words).default([]),
  status: Status.default('occurred'),
  background: z.boolean().default(false),
  voucher: Voucher.default('own-voice'),
  when: When.optional(),
  where: words.optional(),
  counts: z.record(words, z.int()).default({}),
  /** Words of its sentence: in a report, they say where it stands. */
  words: words.optional(),
});
export type GoldEvent = z.infer<typeof GoldEvent>;

const GoldStatement = z.strictObject({
  speaker: words.optional(),
  form: z.enum(['direct', 'indirect', 'mixed']),
  content: oneOrMore,
});
export type GoldStatement = z.infer<typeof GoldStatement>;

const GoldDispute = z.strictObject({
  names: z.array(words).min(1),
  /** Whose name it is, for names that the report gives to one party. */
  used: z.record(words, words).optional(),
  parties: z.array(words).min(1),
  /** TIMEX3 value. */
  since: When.optional(),
  /** Words of what it has led to. */
  effects: z.array(words).optional(),
});
export type GoldDispute = z.infer<typeof GoldDispute>;

/** Somebody whom a report names. */
const GoldActor = z.strictObject({
  name: words,
  kind: words,
  country: words.optional(),
  /** An office that the report gives them, as written. */
  role: words.optional(),
  /** Other words for the same somebody: `his Malaysian counterpart`. */
  also: z.array(words).default([]),
});
export type GoldActor = z.infer<typeof GoldActor>;

/** What a report says of itself. */
const GoldArticle = z.strictObject({
  headline: words,
  dek: words.optional(),
  byline: words.optional(),
  agency: words.optional(),
  /** Words of the place in the dateline. */
  dateline: words.optional(),
});

const Expected = z.strictObject({
  published: z.string(),
  article: GoldArticle.optional(),
  /** All persons with a name, and whoever else matters. */
  who: z.array(GoldActor).optional(),
  events: z.array(GoldEvent).default([]),
  statements: z.array(GoldStatement).optional(),
  disputes: z.array(GoldDispute).optional(),
  /** All names of places in locative use. */
  places: z.array(words).optional(),
  /** For each oddity that must be noted, the words that it is about. */
  notes: z.array(oneOrMore).optional(),
  /** Labels that no event may have, and words that must be no event's trigger. */
  not: oneOrMore.default([]),
  /** Why, where a coder could doubt. */
  note: words.optional(),
});

const Sentence = Expected.partial({ published: true }).extend({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['headline', 'body']).default('body'),
  text: words,
});

const SentenceFile = z.strictObject({ published: z.string(), sentences: z.array(Sentence).min(1) });

/** One sentence or report with what must be read in it. */
export interface GoldItem extends z.infer<typeof Expected> {
  /** `meetings/host`; of a report `reports/coup`. */
  readonly id: string;
  readonly kind: 'headline' | 'body' | 'report';
  readonly text: string;
}

/** @throws Error that names the file and the entry that is wrong. */
export const readGold = (folder: string): GoldItem[] => [
  ...filesOf(folder, 'sentences').flatMap(readSentences),
  ...filesOf(folder, 'reports').map(readReport),
];

const filesOf = (folder: string, part: string): string[] =>
  readdirSync(join(folder, part))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(folder, part, file));

function readSentences(path: string): GoldItem[] {
  const { published, sentences } = parsed(path, SentenceFile);
  return sentences.map((one) => ({
    ...one,
    published: one.published ?? published,
    id: `${stem(path)}/${one.id}`,
  }));
}

const readReport = (path: string): GoldItem => ({
  ...parsed(path, Expected),
  id: `reports/${stem(path)}`,
  kind: 'report',
  text: readFileSync(path.replace(/\.yaml$/u, '.txt'), 'utf8'),
});

const stem = (path: string): string => basename(path, '.yaml');

function parsed<T>(path: string, schema: z.ZodType<T>): T {
  const content = parseYaml(readFileSync(path, 'utf8'));
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new Error(`${path}: ${result.error.issues.map((issue) => lineOf(content, issue)).join('\n')}`);
}

/** `host: events.0.actors: …`, by the id of the sentence that it stands in. */
function lineOf(content: unknown, { path, message }: z.core.$ZodIssue): string {
  const sentences = (content as { sentences?: readonly { id?: unknown }[] } | null)?.sentences;
  const id = path[0] === 'sentences' ? sentences?.[Number(path[1])]?.id : undefined;
  const rest = id === undefined ? path : path.slice(2);
  return [id, rest.join('.'), message].filter((part) => part !== undefined && part !== '').join(': ');
}
