/** Happenings as lines of the page. */
import type { Evidence } from '../ask/cite.js';
import { given, type Happening } from '../ask/happening.js';
import { byText } from '../merge/grouped.js';
import { type Cites, onePerLineage, quoteOf } from './cites.js';
import { type Gathered, OPEN } from './gather.js';
import type { Disagreement, Entry, Plan, Quote } from './page.js';
import { orderDay } from './words.js';

export interface Course {
  readonly background: readonly Entry[];
  readonly course: readonly Entry[];
}

/** What has come about or been called off, oldest first; what was only planned stands under what came of it. */
export function courseOf(
  { happenings, follows }: Pick<Gathered, 'happenings' | 'follows'>,
  disagreements: readonly Disagreement[],
  cites: Cites,
): Course {
  const byId = new Map(happenings.map((each) => [each.id, each]));
  const entryOf = (happening: Happening): Entry => ({
    ...planOf(happening, cites),
    // A report of today recalls what is long past: its day says nothing of when.
    ...given('printed', happening.background ? undefined : happening.firstDay),
    type: happening.code,
    status: happening.status,
    others: othersOf(happening, cites),
    disputed: disagreements.filter((each) => each.happening === happening.id),
    planned: follows
      .filter(({ outcome }) => outcome === happening.id)
      .flatMap(({ happening: plan, kind }) => {
        const found = byId.get(plan);
        return found === undefined ? [] : [{ kind, entry: planOf(found, cites) }];
      }),
  });
  const told = happenings.filter(({ background, status }) => background || !isOpen(status));
  return {
    background: inOrder(told.filter(({ background }) => background)).map(entryOf),
    course: inOrder(told.filter(({ background }) => !background)).map(entryOf),
  };
}

/** By the day; news of no told day by its printing, what has neither last. */
const inOrder = (happenings: readonly Happening[]): Happening[] => {
  const dayOf = ({ when, firstDay, background }: Happening): string =>
    orderDay(when) ?? (background ? undefined : firstDay) ?? '9999';
  return [...happenings].sort((a, b) => byText(dayOf(a), dayOf(b)));
};

export const isOpen = (status: string): boolean => (OPEN as readonly string[]).includes(status);

export const planOf = (happening: Happening, cites: Cites): Plan => ({
  id: happening.id,
  title: happening.title,
  ...given('when', happening.when),
  reports: happening.reports,
  sources: happening.sources,
  quote: bestQuote(happening, cites),
});

export const bestQuote = (happening: Happening, cites: Cites): Quote =>
  quoteOf(bestOf(happening), cites, happening.evidence);

const bestOf = ({
  cite,
  evidence = [],
  sentence,
}: Happening): Pick<Evidence, 'sentence' | 'article'> & Partial<Pick<Evidence, 'span'>> =>
  cite ?? evidence[0] ?? { sentence, article: '' };

/** What other sources say of it; claims that were taken back are told as disagreements. */
function othersOf(happening: Happening, cites: Cites): Quote[] {
  const { evidence = [] } = happening;
  const best = bestOf(happening);
  const standing = evidence.filter(({ rejected, corrected }) => !rejected && corrected === undefined);
  const others = onePerLineage(standing, cites, [cites.lineageOf(best.article)]);
  return others.map((each) => quoteOf(each, cites, standing));
}
