/** What each side has said and done in words, in order, with changes of position. */
import { given, type Happening } from '../ask/happening.js';
import type { Side } from '../ask/wanted.js';
import { grouped } from '../merge/grouped.js';
import type { Cites } from './cites.js';
import { bestQuote, isOpen } from './course.js';
import type { Gathered } from './gather.js';
import type { SaidItem } from './page.js';
import type { Voices } from './people.js';
import type { Act, Stances } from './positions.js';
import type { StatementRow } from './statements.js';

export interface SaidBy {
  readonly side: Side;
  readonly others: readonly Side[];
}

/** An item before changes are marked on it. */
interface Draft {
  readonly item: SaidItem;
  readonly act?: Act;
  /** For telling that a statement and an act are one sentence. */
  readonly sentences: readonly string[];
}

/** @returns items by day; those of no known day come last. */
export function saidOf(
  { side, others }: SaidBy,
  { statements, happenings }: Pick<Gathered, 'statements' | 'happenings'>,
  voices: Voices,
  stances: Stances,
  cites: Cites,
): SaidItem[] {
  const acts = happenings.flatMap((each) => actOf(each, side, others, voices, stances, cites) ?? []);
  const speeches = speechesOf(statements, side, voices, cites);
  const actOfSentence = new Map(acts.flatMap((act) => act.sentences.map((text) => [text, act] as const)));
  const told = speeches.map((speech): Draft => {
    const act = speech.sentences.flatMap((text) => actOfSentence.get(text) ?? [])[0];
    return act === undefined ? speech : { ...speech, ...merged(speech, act) };
  });
  const spoken = new Set(told.flatMap(({ sentences }) => sentences));
  const silent = acts.filter(({ sentences }) => !sentences.some((text) => spoken.has(text)));
  const drafts = [...told, ...silent].sort(byDay);
  const acting = drafts.flatMap(({ act }, at) => (act === undefined ? [] : [{ act, at }]));
  const changes = stances.changes(acting.map(({ act }) => act));
  const changeAt = new Map([...changes].map(([place, change]) => [acting[place]?.at, change]));
  return drafts.map(({ item }, at) => ({ ...item, ...given('change', changeAt.get(at)) }));
}

/** What is said and coded stands once: the statement with the act's code. */
const merged = (speech: Draft, { act, item }: Draft): Pick<Draft, 'item' | 'act'> => ({
  item: { ...speech.item, ...given('day', item.day ?? speech.item.day), ...given('act', item.act) },
  ...given('act', act),
});

const byDay = ({ item: a }: Draft, { item: b }: Draft): number => {
  const [first, second] = [a.day ?? '9999', b.day ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return (a.cites[0]?.number ?? 0) - (b.cites[0]?.number ?? 0);
};

function speechesOf(statements: readonly StatementRow[], side: Side, voices: Voices, cites: Cites): Draft[] {
  const own = statements.filter(({ speakers }) => speakers.some((party) => voices.speaksFor(party, side)));
  return [...grouped(own, sayingKey).values()].map((same) => {
    // The fullest wording: who it is that spoke, then the most words.
    const [best] = [...same].sort(
      (a, b) => b.content.length - a.content.length || (a.id < b.id ? -1 : 1),
    ) as [StatementRow];
    const speakers = best.speakers.filter((party) => voices.speaksFor(party, side));
    const articles = [...new Set(same.map(({ article }) => article))];
    return {
      item: {
        ...given('day', same.map(({ from }) => from).find((day) => day !== null) ?? same[0]?.day),
        speaker: speakers.map(voices.nameOf).join(' and '),
        text: wordsOf(best),
        cites: articles.map(cites.of),
        reports: articles.length,
      },
      sentences: same.map(({ sentence }) => plain(sentence)),
    };
  });
}

/** One utterance: as the record has merged them; else the same sentence, said twice in it or printed twice. */
const sayingKey = ({ saying, sentence, who, form, content }: StatementRow): string =>
  saying ?? `${[...who].sort().join(' ')} ${plain(form === 'indirect' ? sentence : content)}`;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Quoted words as they are; reported ones in the sentence that reports them, which they are cut from. */
const wordsOf = ({ form, content, sentence }: StatementRow): string => {
  const whole = plain(sentence).includes(plain(content));
  return form === 'indirect' || whole ? sentence : content;
};

/** An act in words of one side toward another. */
function actOf(
  happening: Happening,
  side: Side,
  others: readonly Side[],
  voices: Voices,
  stances: Stances,
  cites: Cites,
): Draft | undefined {
  const { type, status, background, actors, recipients, when, firstDay, evidence = [] } = happening;
  if (background || isOpen(status) || status === 'denied' || stances.degreeOf(type) === 0) return undefined;
  const own = actors.filter((party) => voices.speaksFor(party, side));
  // What two agree on they do to each other.
  const targets = recipients.length > 0 ? recipients : actors;
  if (own.length === 0 || !others.some((other) => targets.some((party) => voices.speaksFor(party, other))))
    return undefined;
  const span = when ?? printedSpan(firstDay);
  const standing = evidence.filter(({ rejected, corrected }) => !rejected && corrected === undefined);
  const articles = [...new Set(standing.map(({ article }) => article))];
  return {
    item: {
      ...given('day', when?.from ?? firstDay),
      speaker: own.map(voices.nameOf).join(' and '),
      text: bestQuote(happening, cites).text,
      cites: articles.map(cites.of),
      reports: articles.length,
      act: happening.code,
    },
    sentences: [happening.sentence, ...standing.map(({ sentence }) => sentence)].map(plain),
    ...given('act', span && { type, ...span, lineages: articles.map(cites.lineageOf) }),
  };
}

/** News without its day is of the week before it was printed. */
function printedSpan(day: string | undefined): { from: string; to: string } | undefined {
  if (day === undefined) return undefined;
  const at = Date.parse(day);
  const text = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { from: text(at - 6 * DAY), to: text(at + DAY) };
}

const DAY = 86_400_000;
