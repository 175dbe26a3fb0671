/** Loads and checks data/time: word lists, rules, holidays, periods, tense words, and what is no time. */
import { z } from 'zod';
import { checkedData } from '../data-file.js';
import { makeClasses, type WordList } from './classes.js';
import { type Classes, type Matcher, makeMatcher, type Slots, type SlotValue } from './match.js';
import type { HolidayDate, Names, Period } from './names.js';
import { type Pattern, parsePattern } from './pattern.js';
import { recipes } from './recipe/index.js';
import type { Recipe } from './recipe/recipe.js';
import { TENSE_LISTS, type Tense } from './tense.js';

/** What a rule does with one expression that it matched. */
export interface Reading {
  readonly recipe: Recipe;
  /** What the pattern does not say; slots read from the text win. */
  readonly slots: Slots;
}

export interface Rule {
  readonly id: string;
  /** Place in the files: of two matches as long, the lower wins. */
  readonly order: number;
  readonly matcher: Matcher;
  readonly readings: readonly Reading[];
  /** Two expressions lend each other what only one of them names: "3 to 5 March". */
  readonly share: boolean;
  /** Two expressions are the ends of one stretch of time. */
  readonly range: boolean;
}

export interface Shield {
  readonly id: string;
  readonly matcher: Matcher;
}

export interface Example {
  readonly rule: string;
  readonly text: string;
  readonly published: string;
  readonly value: readonly string[];
  readonly mod?: string;
}

export interface TimeData {
  readonly rules: readonly Rule[];
  readonly shields: readonly Shield[];
  /** Words after a figure that make it a quantity. */
  readonly counted: ReadonlySet<string>;
  readonly names: Names;
  readonly tense: Tense;
  /** The examples of the rules, for the tests. */
  readonly examples: readonly Example[];
  /** Texts in which a shield must leave nothing to read. */
  readonly counterexamples: readonly { readonly rule: string; readonly text: string }[];
}

const Scalar = z.union([z.string(), z.number()]);
const WordsFile = z.strictObject({
  classes: z.record(
    z.string(),
    z.strictObject({ capital: z.boolean().optional(), words: z.record(z.string(), Scalar) }),
  ),
  cardinal: z.record(z.string(), z.number()),
  ordinal: z.record(z.string(), z.number()),
  scale: z.record(z.string(), z.number()),
  durations: z.record(z.string(), z.tuple([z.number(), z.string()])),
});

const Read = z.object({ recipe: z.string() }).catchall(Scalar);
const RuleRow = z.strictObject({
  id: z.string().regex(/^time\/[a-z0-9-]+$/),
  match: z.string(),
  read: z.union([Read, z.array(Read)]),
  share: z.boolean().optional(),
  range: z.boolean().optional(),
  example: z.strictObject({
    text: z.string(),
    published: z.string(),
    value: z.union([z.string(), z.array(z.string())]),
    mod: z.string().optional(),
  }),
  source: z.string().optional(),
});
const rulesShape = {
  source: z.string(),
  phrases: z.record(z.string(), z.string()),
  rules: z.array(RuleRow),
};
const RulesFile = z.strictObject(rulesShape);

const Month = z.int().min(1).max(12);
const Weekday = z.int().min(1).max(7);
const HolidayRow = z.strictObject({
  id: z.string(),
  names: z.array(z.string()).min(1),
  date: z.union([
    z.strictObject({ month: Month, day: z.int().min(1).max(31) }),
    z.strictObject({ nth: z.int(), weekday: Weekday, month: Month }),
    z.strictObject({ easter: z.int() }),
    z.strictObject({ orthodox: z.int() }),
  ]),
  source: z.string(),
});
const HolidaysFile = z.strictObject({ ...rulesShape, holidays: z.array(HolidayRow) });

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const EdgeRow = z.strictObject({ value: z.string(), from: IsoDate, to: IsoDate });
const PeriodRow = z.strictObject({
  id: z.string(),
  names: z.array(z.string()).min(1),
  from: IsoDate,
  to: IsoDate,
  start: EdgeRow.optional(),
  end: EdgeRow.optional(),
  source: z.string(),
});
const PeriodsFile = z.strictObject({ ...rulesShape, periods: z.array(PeriodRow) });

const ShieldsFile = z.strictObject({
  source: z.string(),
  phrases: z.record(z.string(), z.string()),
  counted: z.array(z.string()),
  rules: z.array(
    z.strictObject({
      id: z.string().regex(/^not\/[a-z0-9-]+$/),
      match: z.string(),
      example: z.strictObject({ text: z.string() }),
    }),
  ),
});

const TenseFile = z.strictObject(
  Object.fromEntries(TENSE_LISTS.map((name) => [name, z.array(z.string())])) as Record<
    keyof Tense,
    z.ZodArray<z.ZodString>
  >,
);

/** Reads a file of data/time. Throws an Error that names the file and the entry. */
const read = <T>(file: string, shape: z.ZodType<T>): T => checkedData('time', file, shape);

/** Loads data/time once. Throws an Error naming file and entry when a row is wrong. */
export function loadTime(): TimeData {
  const words = read('words.yaml', WordsFile);
  const holidays = read('holidays.yaml', HolidaysFile);
  const periods = read('periods.yaml', PeriodsFile);
  const shields = read('not-time.yaml', ShieldsFile);
  const classes = makeClasses(wordLists(words, holidays, periods), {
    cardinal: new Map(Object.entries(words.cardinal)),
    ordinal: new Map(Object.entries(words.ordinal)),
    scale: new Map(Object.entries(words.scale)),
  });
  const files = [
    ...['rules-date.yaml', 'rules-relative.yaml', 'rules-duration.yaml', 'rules-clock.yaml'].map(
      (name) => [name, read(name, RulesFile)] as const,
    ),
    ['holidays.yaml', holidays] as const,
    ['periods.yaml', periods] as const,
  ];
  const rows = files.flatMap(([file, { rules, phrases }]) => {
    const named = phrasesOf(file, phrases);
    return rules.map((row) => ({ file, row, phrases: named }));
  });
  return {
    rules: rows.map(({ file, row, phrases }, order) => toRule(file, row, order, phrases, classes)),
    shields: shields.rules.map(({ id, match }) => ({
      id,
      matcher: compiled('not-time.yaml', id, match, new Map(), classes),
    })),
    counted: new Set(shields.counted.map((word) => word.toLowerCase())),
    names: namesOf(words, holidays, periods),
    tense: tenseOf(read('tense.yaml', TenseFile)),
    examples: rows.map(({ row }) => exampleOf(row)),
    counterexamples: shields.rules.map(({ id, example }) => ({ rule: id, text: example.text })),
  };
}

function wordLists(
  words: z.infer<typeof WordsFile>,
  holidays: z.infer<typeof HolidaysFile>,
  periods: z.infer<typeof PeriodsFile>,
): Map<string, WordList> {
  const lists = new Map<string, WordList>();
  for (const [name, { capital = false, words: list }] of Object.entries(words.classes))
    lists.set(name, { capital, words: new Map(Object.entries(list)) });
  const named = (rows: readonly { id: string; names: readonly string[] }[]): WordList => ({
    capital: false,
    words: new Map<string, SlotValue>(
      rows.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
    ),
  });
  lists.set('holiday', { ...named(holidays.holidays), capital: true });
  lists.set('period', named(periods.periods));
  lists.set(
    'era',
    named(periods.periods.filter(({ names }) => names.some((name) => / (era|times)$/.test(name)))),
  );
  return lists;
}

function phrasesOf(file: string, phrases: Readonly<Record<string, string>>): Map<string, Pattern> {
  const named = new Map<string, Pattern>();
  for (const [name, source] of Object.entries(phrases))
    named.set(
      name,
      naming(file, name, () => parsePattern(source, named)),
    );
  return named;
}

function naming<T>(file: string, entry: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`data/time/${file}: ${entry}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const compiled = (
  file: string,
  id: string,
  match: string,
  phrases: ReadonlyMap<string, Pattern>,
  classes: Classes,
): Matcher => naming(file, id, () => makeMatcher(parsePattern(match, phrases), classes));

function toRule(
  file: string,
  row: z.infer<typeof RuleRow>,
  order: number,
  phrases: ReadonlyMap<string, Pattern>,
  classes: Classes,
): Rule {
  const readings = [row.read].flat().map(({ recipe: name, ...slots }) => {
    const recipe = recipes.get(name);
    if (!recipe) throw new Error(`data/time/${file}: ${row.id}: no recipe '${name}'`);
    return { recipe, slots };
  });
  const matcher = compiled(file, row.id, row.match, phrases, classes);
  return { id: row.id, order, matcher, readings, share: row.share ?? false, range: row.range ?? false };
}

function exampleOf({ id, example }: z.infer<typeof RuleRow>): Example {
  const { text, published, value, mod } = example;
  return { rule: id, text, published, value: [value].flat(), ...(mod === undefined ? {} : { mod }) };
}

function namesOf(
  words: z.infer<typeof WordsFile>,
  { holidays }: z.infer<typeof HolidaysFile>,
  { periods }: z.infer<typeof PeriodsFile>,
): Names {
  return {
    holidays: new Map(holidays.map(({ id, date }): [string, HolidayDate] => [id, date])),
    periods: new Map(periods.map((row): [string, Period] => [row.id, toPeriod(row)])),
    durations: new Map(Object.entries(words.durations)),
  };
}

function toPeriod({ from, to, start, end }: z.infer<typeof PeriodRow>): Period {
  return {
    from,
    to,
    start: start ?? { value: from, from, to: from },
    end: end ?? { value: to, from: to, to },
  };
}

function tenseOf(lists: z.infer<typeof TenseFile>): Tense {
  const set = (name: keyof Tense): ReadonlySet<string> => new Set(lists[name]);
  return Object.fromEntries(TENSE_LISTS.map((name) => [name, set(name)])) as Record<
    keyof Tense,
    ReadonlySet<string>
  >;
}
