/** Reads and checks the data of dates: labels, small words, zones. */
import { z } from 'zod';
import { checkedData, dataText } from '../../data-file.js';
import { fold } from './fold.js';
import { type LabelKind, type Labels, makeLabels } from './label.js';
import { type DateNames, makeNames } from './names.js';

const LabelRow = z.object({
  id: z.string().regex(/^label\/[a-z]{2,3}-[a-z]+$/),
  kind: z.enum(['published', 'updated']),
  labels: z.array(z.string().min(1)).min(1),
  example: z.string().min(1),
  value: z.string().min(1),
  /** Of the example, where its date needs one. */
  language: z.string().optional(),
});
export type LabelRow = z.infer<typeof LabelRow>;

const ZoneRow = z.object({
  name: z.string().regex(/^[A-Z]+$/),
  offset: z.string().regex(/^(?:Z|[+-]\d\d:\d\d)$/),
  example: z.string(),
});

const WordList = z.array(z.string().min(1)).min(1);

const Words = z.object({
  ordinals: WordList,
  between: WordList,
  'month-words': WordList,
  'before-time': z.array(WordList),
  'after-time': WordList,
  morning: WordList,
  afternoon: WordList,
  'before-half': WordList,
  zones: z.array(ZoneRow),
  'regional-locales': WordList,
});
type Words = z.infer<typeof Words>;

/** What is needed to read dates; made by `loadStamps`. */
export interface StampData {
  readonly names: DateNames;
  readonly labels: Labels;
  readonly ordinals: ReadonlySet<string>;
  /** May stand between day, month and year. */
  readonly between: ReadonlySet<string>;
  /** Before the number of a month: Vietnamese `tháng 12`. */
  readonly monthWords: ReadonlySet<string>;
  /** May stand between date and clock time. */
  readonly beforeTime: ReadonlySet<string>;
  readonly afterTime: ReadonlySet<string>;
  readonly halves: ReadonlyMap<string, 'am' | 'pm'>;
  /** May stand between a clock time and the half of the day. */
  readonly beforeHalf: ReadonlySet<string>;
  /** Folded abbreviation to offset. */
  readonly zones: ReadonlyMap<string, string>;
}

const readYaml = <Row>(name: string, schema: z.ZodType<Row>): Row => checkedData('article', name, schema);

/** Tab-separated, since it is long and YAML is slow to read. */
export function readLabelRows(): LabelRow[] {
  const lines = dataText('article', 'date-labels.tsv').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#') || line.startsWith('id\t')) return [];
    const [id, kind, labels, example, value, language] = line.split('\t');
    const row = { id, kind, labels: labels?.split(' | '), example, value, ...(language ? { language } : {}) };
    const result = LabelRow.safeParse(row);
    if (result.success) return [result.data];
    const [issue] = result.error.issues;
    throw new Error(
      `data/article/date-labels.tsv:${index + 1}: ${id}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}`,
    );
  });
}

export const readZoneRows = (): Words['zones'] => readYaml('date-words.yaml', Words).zones;

function labelKinds(rows: readonly LabelRow[]): Map<string, LabelKind> {
  const kinds = new Map<string, LabelKind>();
  const ids = new Set<string>();
  for (const { id, kind, labels } of rows) {
    if (ids.has(id)) throw new Error(`data/article/date-labels.tsv: ${id} stands twice.`);
    ids.add(id);
    for (const label of labels) {
      const key = fold(label);
      const other = kinds.get(key);
      if (other && other !== kind)
        throw new Error(`data/article/date-labels.tsv: ${id}: '${label}' is '${other}' in another row.`);
      kinds.set(key, kind);
    }
  }
  return kinds;
}

const foldedSet = (words: Iterable<string>): Set<string> => new Set([...words].map(fold));

/** Reads the data files of dates; throws an Error that names file and entry. */
export function loadStamps(): StampData {
  const words = readYaml('date-words.yaml', Words);
  const halves = new Map<string, 'am' | 'pm'>();
  for (const word of words.morning) halves.set(fold(word), 'am');
  for (const word of words.afternoon) halves.set(fold(word), 'pm');
  return {
    names: makeNames(words['regional-locales']),
    labels: makeLabels(labelKinds(readLabelRows())),
    ordinals: foldedSet(words.ordinals),
    between: foldedSet(words.between),
    monthWords: foldedSet(words['month-words']),
    beforeTime: foldedSet(words['before-time'].flat()),
    afterTime: foldedSet(words['after-time']),
    halves,
    beforeHalf: foldedSet(words['before-half']),
    zones: new Map(words.zones.map(({ name, offset }) => [fold(name), offset])),
  };
}
