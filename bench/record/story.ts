/** A happening as it goes into generated reports: who did what, when and where, and what was said of it. */
import { dayText } from '../../src/record/merge/happening/telling.js';
import type { Count, Party } from '../../src/record/store/tables.js';
import type { Town } from './names.js';
import type { Random } from './random.js';
import type { Act, Vocabulary } from './vocabulary.js';

export interface Story {
  readonly act: Act;
  readonly status: string;
  readonly background: boolean;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly from: number | undefined;
  readonly precision: string;
  readonly town: Town | undefined;
  readonly counts: readonly Count[];
  /** Words that all its reports share. */
  readonly topic: string;
  /** What somebody says of it. */
  readonly said: { readonly speaker: Party; readonly content: string } | undefined;
  readonly tellings: readonly Draft[];
  /** The planned happening that it is the outcome of: one story before it. */
  readonly outcome: boolean;
}

/** When and by whom it is reported, and what of it that report gets wrong. */
export interface Draft {
  readonly outlet: string;
  /** Days since 1970. */
  readonly day: number;
  /** Days and counts beside those of the others. */
  readonly off: number;
}

const PLANS: ReadonlySet<string> = new Set(['scheduled', 'intended', 'requested', 'conditional']);
const PLANNED: ReadonlySet<string> = new Set(['scheduled', 'intended']);
const BLOODY: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST']);

/** @param day On which it is first reported. @param before The story before it, which it may be the outcome of. */
export function storyOf(random: Random, words: Vocabulary, day: number, before: Story | undefined): Story {
  const plan = before !== undefined && PLANNED.has(before.status) && random.chance(0.3) ? before : undefined;
  const [one, other] = sidesOf(random, words);
  const actors = plan?.actors ?? [words.party(one)(random)];
  const recipients = plan?.recipients ?? (random.chance(0.12) ? [] : [words.party(other)(random)]);
  const act = plan?.act ?? words.act(random);
  const status = plan === undefined ? words.status(random) : 'occurred';
  const background = plan === undefined && status === 'occurred' && random.chance(0.06);
  const towns = words.town(random.chance(0.5) ? one : other);
  return {
    act,
    status,
    background,
    actors,
    recipients,
    from: plan?.from ?? fromOf(random, day, status, background),
    precision: background ? 'year' : 'day',
    town: plan?.town ?? (towns !== undefined && random.chance(0.7) ? towns(random) : undefined),
    counts: BLOODY.has(act.type) && random.chance(0.6) ? [{ of: 'killed', value: 1 + random.below(40) }] : [],
    topic: phrase(random, words, 6),
    said: random.chance(0.5)
      ? { speaker: random.one([...actors, ...recipients]), content: phrase(random, words, 16) }
      : undefined,
    tellings: draftsOf(random, words, plan?.from === undefined ? day : Math.max(day, plan.from)),
    outcome: plan !== undefined,
  };
}

function sidesOf(random: Random, words: Vocabulary): [string, string] {
  const one = words.country(random);
  for (;;) {
    const other = words.country(random);
    if (other !== one) return [one, other];
  }
}

function fromOf(random: Random, day: number, status: string, background: boolean): number | undefined {
  if (background) return day - 365 - random.below(70 * 365);
  if (PLANS.has(status)) return random.chance(0.6) ? day + 1 + random.below(60) : undefined;
  return random.chance(0.9) ? day - random.below(3) : undefined;
}

/** 1.7 reports a happening, each of another outlet, most on one day. */
function draftsOf(random: Random, words: Vocabulary, day: number): Draft[] {
  const most = random.chance(0.55) ? 1 : random.chance(0.55) ? 2 : random.chance(0.65) ? 3 : 4;
  const outlets = new Set<string>();
  for (let tries = 0; outlets.size < most && tries < 20; tries++) outlets.add(words.outlet(random));
  return [...outlets].map((outlet, at) => ({
    outlet,
    day: day + (at === 0 || random.chance(0.7) ? 0 : 1),
    off: at > 0 && random.chance(0.08) ? 1 + random.below(3) : 0,
  }));
}

export const phrase = (random: Random, words: Vocabulary, length: number): string =>
  Array.from({ length }, () => words.word(random)).join(' ');

export const daysOf = ({ from, precision }: Story, off: number): { from: string; to: string } | undefined =>
  from === undefined
    ? undefined
    : { from: dayText(from + off), to: dayText(from + off + (precision === 'year' ? 365 : 1)) };
