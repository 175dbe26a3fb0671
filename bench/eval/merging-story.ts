/** A story of the merge test set as it stands in its file, and what is wrong with it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PloverType } from '../../src/event/event.js';
import { overlaps, type Span } from '../../src/span.js';
import { parseYaml } from '../../src/yaml.js';

const words = z.string().min(1);
const Id = z.string().regex(/^[a-z0-9-]+$/, 'must be of small letters, digits and hyphens');

const Report = z.strictObject({
  id: Id,
  outlet: words.optional(),
  /** Whose text it is, where the report credits an agency. */
  agency: words.optional(),
  url: z.url().optional(),
  published: z.iso.date(),
  /** Headline, empty line, body. */
  text: words,
});

export const Contradiction = z.enum(['date', 'place', 'count', 'title', 'status']);
export const Outcome = z.enum(['held', 'postponed', 'called-off', 'kept', 'broken']);

const Happening = z
  .strictObject({
    id: Id,
    /** The act, also of what is only planned. */
    type: PloverType,
    /** By report: words of each place that tells it. */
    told: z
      .record(Id, z.array(words).min(1))
      .refine((told) => Object.keys(told).length > 0, 'is told nowhere'),
    /** The plan, threat or promise that it is the outcome of, and what it is to it. */
    follows: Id.optional(),
    outcome: Outcome.optional(),
    /** What its reports disagree on. */
    contradicts: z.array(Contradiction).min(1).optional(),
    /** Why, where a coder could doubt. */
    note: words.optional(),
  })
  .refine(
    ({ follows, outcome }) => (follows === undefined) === (outcome === undefined),
    'has follows without outcome, or outcome without follows',
  );

const Story = z.strictObject({
  reports: z.array(Report).min(1),
  happenings: z.array(Happening).min(1),
  /** Reports that are one text; all others are alone. */
  lineages: z.array(z.array(Id).min(2)).default([]),
});
export type Story = z.infer<typeof Story>;

export type MergingReport = z.infer<typeof Report>;
export type StoryHappening = z.infer<typeof Happening>;

/** @throws Error that names the file and each entry that is wrong. */
export function storyIn(path: string): Story {
  const story = parsed(path);
  const wrong = wrongEntries(story);
  if (wrong.length > 0) throw new Error(`${path}: ${wrong.join('\n')}`);
  return story;
}

function parsed(path: string): Story {
  const content = parseYaml(readFileSync(path, 'utf8'));
  const result = Story.safeParse(content);
  if (result.success) return result.data;
  throw new Error(`${path}: ${result.error.issues.map((issue) => lineOf(content, issue)).join('\n')}`);
}

/** `first-round: told.wire: …`, by the id of the report or happening that it stands in. */
function lineOf(content: unknown, { path, message }: z.core.$ZodIssue): string {
  const [list, nth] = path;
  const entries = (content as Record<string, unknown> | null)?.[String(list)];
  const entry: unknown = Array.isArray(entries) ? entries[Number(nth)] : undefined;
  const id = (entry as { id?: unknown } | null | undefined)?.id;
  const rest = id === undefined ? path : path.slice(2);
  return [id, rest.join('.'), message].filter((part) => part !== undefined && part !== '').join(': ');
}

/** Of a piece that stands once in the text. */
export function placeOf(text: string, piece: string): Span {
  const start = text.indexOf(piece);
  return { start, end: start + piece.length };
}

export const textIn = ({ reports }: Story, id: string): string =>
  reports.find((one) => one.id === id)?.text ?? '';

// --- what a schema cannot say

function wrongEntries(story: Story): string[] {
  const reports = story.reports.map(({ id }) => id);
  const happenings = story.happenings.map(({ id }) => id);
  return [
    ...repeated(reports).map((id) => `reports: ${id} stands twice.`),
    ...repeated(happenings).map((id) => `happenings: ${id} stands twice.`),
    ...repeated(story.lineages.flat()).map((id) => `lineages: ${id} stands in two of them.`),
    ...unknown(story.lineages.flat(), reports).map((id) => `lineages: there is no report ${id}.`),
    ...story.happenings.flatMap((happening) => wrongIn(happening, story)),
    ...sharedWords(story),
  ];
}

const repeated = (ids: readonly string[]): string[] => ids.filter((id, at) => ids.indexOf(id) !== at);
const unknown = (ids: readonly string[], known: readonly string[]): string[] =>
  ids.filter((id) => !known.includes(id));

function wrongIn({ id, told, follows }: Story['happenings'][number], story: Story): string[] {
  const others = story.happenings.map((one) => one.id).filter((one) => one !== id);
  const reports = story.reports.map((one) => one.id);
  return [
    ...(follows === undefined ? [] : unknown([follows], others)).map(
      (other) => `${id}: follows: there is no other happening ${other}.`,
    ),
    ...unknown(Object.keys(told), reports).map((report) => `${id}: told: there is no report ${report}.`),
    ...Object.entries(told)
      .filter(([report]) => reports.includes(report))
      .flatMap(([report, all]) =>
        all.flatMap((piece) => wrongWords(id, report, piece, textIn(story, report))),
      ),
  ];
}

function wrongWords(id: string, report: string, piece: string, text: string): string[] {
  const times = text.split(piece).length - 1;
  if (times === 1) return [];
  return [`${id}: told: ${report}: “${piece}” stands ${times === 0 ? 'nowhere' : `${times} times`} in it.`];
}

/** No words may tell two happenings: which event is whose could not be said. */
function sharedWords(story: Story): string[] {
  return story.reports.flatMap(({ id: report, text }) => {
    const all = story.happenings.flatMap(({ id, told }) =>
      (told[report] ?? []).map((piece) => ({ id, piece, at: placeOf(text, piece) })),
    );
    return all.flatMap((one, nth) =>
      all
        .slice(nth + 1)
        .filter((other) => one.at.start >= 0 && other.at.start >= 0 && overlaps(one.at, other.at))
        .map((other) => `${other.id}: told: ${report}: “${other.piece}” is also in the words of ${one.id}.`),
    );
  });
}
