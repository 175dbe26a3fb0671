/** What a side does in words toward another: agrees, demands, accuses, refuses, threatens. */
import { given, type Happening } from '../ask/happening.js';
import type { Side } from '../ask/wanted.js';
import { type Cites, citesEach } from './cites.js';
import { bestQuote, isOpen } from './course.js';
import type { SaidItem } from './page.js';
import type { Voices } from './people.js';
import type { Act, Stances } from './positions.js';
import { lettersOf } from './speeches.js';

export interface VerbalAct {
  readonly item: SaidItem;
  /** Absent where it cannot be set in order. */
  readonly act?: Act;
  /** Letters and digits of the sentences that tell it. */
  readonly sentences: readonly string[];
}

export interface Toward {
  readonly side: Side;
  readonly others: readonly Side[];
}

/** Done, as news, by the side's own voices toward another side's, of a type that takes a stand. */
export function actsOf(
  happenings: readonly Happening[],
  toward: Toward,
  voices: Voices,
  stances: Stances,
  cites: Cites,
): VerbalAct[] {
  return happenings
    .filter(({ type, status, background }) => {
      const isDone = !background && !isOpen(status) && status !== 'denied' && status !== 'cancelled';
      return isDone && stances.degreeOf(type) !== 0;
    })
    .filter((each) => isToward(each, toward, voices))
    .map((each) => actOf(each, toward.side, voices, cites));
}

function isToward({ actors, recipients }: Happening, { side, others }: Toward, voices: Voices): boolean {
  // What two agree on they do to each other.
  const targets = recipients.length > 0 ? recipients : actors;
  return (
    actors.some((party) => voices.speaksFor(party, side)) &&
    others.some((other) => targets.some((party) => voices.speaksFor(party, other)))
  );
}

function actOf(happening: Happening, side: Side, voices: Voices, cites: Cites): VerbalAct {
  const { type, code, actors, when, firstDay, evidence = [], sentence } = happening;
  const span = when ?? printedSpan(firstDay);
  const standing = evidence.filter(({ rejected, corrected }) => !rejected && corrected === undefined);
  const articles = [...new Set(standing.map(({ article }) => article))];
  const quote = bestQuote(happening, cites);
  return {
    item: {
      ...given('when', when),
      ...given('printed', firstDay),
      speaker: voices.speakersOf(actors, side),
      text: quote.text,
      quote,
      cites: citesEach(standing, cites),
      act: code,
    },
    sentences: [sentence, ...standing.map((each) => each.sentence)].map(lettersOf),
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
