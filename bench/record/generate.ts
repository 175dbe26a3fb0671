/**
 * Plausible records of any size: reports over twenty years that tell of happenings one to four times, with few countries,
 * people and outlets in most of them. The same seed and size give the same rows. What is concluded from the reports is
 * concluded by the record's own code; only the grouping is known beforehand.
 */
import { dataContent } from '../../src/data-file.js';
import { hash, sketchOf } from '../../src/record/filing/shingles.js';
import { conclude } from '../../src/record/merge/happening/conclude.js';
import { marksOf } from '../../src/record/merge/happening/marks.js';
import { dayNumber, type Told, tellingOf } from '../../src/record/merge/happening/telling.js';
import { loadTitles } from '../../src/record/merge/happening/title.js';
import { copyMarks } from '../../src/record/merge/lineage/copies.js';
import { loadMerging } from '../../src/record/merge/merging.js';
import type { Tables } from '../../src/record/store/tables.js';
import { Names } from './naming.js';
import { type Random, randomOf } from './random.js';
import { type Report, reportOf, type Telling } from './report.js';
import { sayingsOf } from './sayings.js';
import { type Story, storyOf } from './story.js';
import { loadVocabulary } from './vocabulary.js';

export interface Size {
  readonly happenings: number;
  readonly seed?: number;
  /** Default twenty years, up to the end of 2024. */
  readonly years?: number;
  /** The day after the last. */
  readonly until?: string;
  /** Marks and edges too, which only merging asks for. Default false. */
  readonly marks?: boolean;
}

/** Rows by table. */
export type Rows = Partial<Record<keyof Tables, readonly object[]>>;

const END = '2025-01-01';
const CHUNK = 400;
/** Events that one report tells, at most. */
const EVENTS = 4;

/** In parts of some hundred happenings, in order of time; the last part has what is counted over all. */
export function* generate({
  happenings,
  seed = 1,
  years = 20,
  until = END,
  marks = false,
}: Size): Generator<Rows> {
  const random = randomOf(seed);
  const words = loadVocabulary();
  const merging = loadMerging();
  const titleOf = loadTitles();
  const names = new Names();
  const verbs = verbsOf();
  const eventMarks = (telling: ReturnType<typeof tellingOf>): Mark[] =>
    marksOf(telling, merging).map((mark) => ({ mark, node: telling.id }));
  const last = dayNumber(until);
  let before: Story | undefined;
  let reported = 0;
  for (let from = 0; from < happenings; from += CHUNK) {
    const stories: Story[] = [];
    for (let nth = from; nth < Math.min(from + CHUNK, happenings); nth++) {
      const day = last - Math.ceil(years * 365.25) + Math.floor((nth / happenings) * years * 365.25);
      before = storyOf(random, words, day, before);
      stories.push(before);
    }
    const reports = groupsOf(stories).map((tellings) => reportOf(reported++, tellings, random, words, verbs));
    const lineages = copied(reports, random);
    const concluded = [...eventsByStory(reports, lineages)].map(
      ([story, rows]) => [story, conclude(rows.map(tellingOf), merging, titleOf, new Map())] as const,
    );
    const happeningOf = new Map(concluded.map(([story, { happening }]) => [story, happening.id]));
    const said = sayingsOf(reports, marks, lineages);
    names.add(reports);
    yield {
      article: reports.map(({ article }) => ({
        ...article,
        sketch: marks ? sketchOf(article.text) : [],
        lineage: lineages.get(article.id) ?? article.id,
      })),
      event: concluded.flatMap(([, { tellings, happening }]) =>
        tellings.map(({ row }) => ({ ...row, happening: happening.id })),
      ),
      happening: concluded.map(([, { happening }]) => happening),
      contradiction: concluded.flatMap(([, { contradictions, happening }]) =>
        contradictions.map((each) => ({ ...each, happening: happening.id })),
      ),
      follow: stories.flatMap((story, at) => followOf(stories[at - 1], story, happeningOf)),
      statement: said.statement,
      wording: said.wording,
      saying: said.saying,
      naming: reports.flatMap(({ namings }) => namings),
      ...(marks
        ? {
            mark: hashed([
              ...said.marks,
              ...concluded.flatMap(([, { tellings }]) => tellings.flatMap(eventMarks)),
              ...reports.flatMap(textMarks),
            ]),
            edge: concluded.flatMap(([, { tellings }]) => edgesOf(tellings.map(({ id }) => id))),
          }
        : {}),
    };
  }
  const { marks: found, ...rows } = names.rows(marks);
  yield { ...rows, mark: hashed(found), ...visits(random, words.outlet) };
}

interface Mark {
  readonly mark: string;
  readonly node: string;
}

const textMarks = ({ article }: Report): Mark[] =>
  copyMarks(article.text).map((mark) => ({ mark, node: article.id }));

/** As the record keeps them. */
function hashed(marks: readonly Mark[]): object[] {
  const found = new Map(marks.map(({ mark, node }) => [`${hash(mark)} ${node}`, { mark: hash(mark), node }]));
  return [...found.values()];
}

/** What one outlet prints on one day goes into reports of up to four events. */
function groupsOf(stories: readonly Story[]): Telling[][] {
  const groups = new Map<string, Telling[][]>();
  for (const story of stories) {
    for (const draft of story.tellings) {
      const key = `${draft.day} ${draft.outlet}`;
      const group = groups.get(key) ?? [];
      const last = group.at(-1);
      if (last !== undefined && last.length < EVENTS) last.push({ story, draft });
      else groups.set(key, [...group, [{ story, draft }]]);
    }
  }
  return [...groups.values()].flat();
}

/** Some reports copy another that tells of the same. */
function copied(reports: readonly Report[], random: Random): Map<string, string> {
  const first = new Map<Story, string>();
  const lineages = new Map<string, string>();
  for (const { article, events } of reports) {
    const [story] = events.map((event) => event.story);
    if (story === undefined) continue;
    const source = first.get(story);
    if (source !== undefined && random.chance(0.3)) lineages.set(article.id, source);
    else if (source === undefined) for (const event of events) first.set(event.story, article.id);
  }
  return lineages;
}

function eventsByStory(
  reports: readonly Report[],
  lineages: ReadonlyMap<string, string>,
): Map<Story, Told[]> {
  const found = new Map<Story, Told[]>();
  for (const { events } of reports)
    for (const { story, row } of events)
      found.set(story, [
        ...(found.get(story) ?? []),
        { ...row, lineage: lineages.get(row.article) ?? row.article },
      ]);
  return found;
}

function followOf(plan: Story | undefined, story: Story, ids: ReadonlyMap<Story, string>): object[] {
  const [happening, outcome] = [plan && ids.get(plan), ids.get(story)];
  return story.outcome && happening !== undefined && outcome !== undefined
    ? [{ happening, outcome, kind: 'held' }]
    : [];
}

const edgesOf = (ids: readonly string[]): object[] => {
  const sorted = [...ids].sort();
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => ({ a, b, weight: 2 })));
};

/** What stands between two parties, by label or type, from the titles of happenings. */
function verbsOf(): (code: string, type: string) => string {
  const titles = dataContent('record', 'titles.yaml') as Record<string, { of: string }>;
  return (code, type) => (titles[code] ?? titles[type])?.of ?? type.toLowerCase();
}

const SOURCES = 200;
const VISITS = 100;

/** Looks at feeds, some of which failed, and reports that could not be read. */
function visits(random: Random, outlet: (random: Random) => string): Rows {
  const feeds = Array.from(
    { length: SOURCES },
    (_, at) => `https://feed-${at}.example/${outlet(random).replace(' ', '-')}`,
  );
  return {
    visit: feeds.flatMap((source) =>
      Array.from({ length: VISITS }, (_, at) => {
        const failed = random.chance(0.03);
        return {
          source,
          at: new Date((dayNumber(END) * 24 + at) * 3_600_000).toISOString(),
          outcome: failed ? 'failed' : 'ok',
          message: failed ? 'no answer in 20 s' : null,
          found: failed ? 0 : random.below(30),
          filed: failed ? 0 : random.below(10),
        };
      }),
    ),
    failure: Array.from({ length: 1000 }, (_, at) => ({
      id: `lost-${at}`,
      origin: random.one(feeds),
      place: null,
      code: random.one(['article/no-text', 'article/not-text', 'article/too-long']),
      message: 'nothing to read',
    })),
  };
}
