/** The row of a saying: a function of the statements that carry it. */
import type { Insertable } from 'kysely';
import { countriesOf } from '../../filing/party.js';
import type { SayingTable, StatementRow } from '../../store/tables.js';
import { byText } from '../grouped.js';
import { normalised } from './utterance.js';

/** A statement with what its article says of itself. */
export type Carried = Pick<
  StatementRow,
  'id' | 'article' | 'form' | 'speakers' | 'content' | 'from' | 'to' | 'wording' | 'saying'
> & { readonly day: string | null; readonly lineage: string | null; readonly superseded: string | null };

/** Earliest first, what has no day last. */
export const byTime = (a: Carried, b: Carried): number =>
  byText(a.day ?? '9999', b.day ?? '9999') || byText(a.article, b.article) || byText(a.id, b.id);

export const sayingId = (carried: readonly Carried[]): string => `s${[...carried].sort(byTime)[0]?.id}`;

/** Articles that a later version of their page has replaced do not count, unless there are no others. */
export function sayingOf(carried: readonly Carried[]): Insertable<SayingTable> {
  const sorted = [...carried].sort(byTime);
  const standing = sorted.filter(({ superseded }) => superseded === null);
  const told = standing.length > 0 ? standing : sorted;
  const best = [...told].sort(byFullness)[0] as Carried;
  const dated = told.find(({ from }) => from !== null);
  return {
    id: sayingId(carried),
    speakers: JSON.stringify(best.speakers),
    form: best.form,
    content: best.content,
    from: dated?.from ?? null,
    to: dated?.to ?? null,
    countries: unique(told.flatMap(({ speakers }) => countriesOf(speakers))),
    who: unique(told.flatMap(({ speakers }) => speakers.map(({ form }) => form))),
    best: best.id,
    wordings: new Set(told.map(({ content }) => normalised(content))).size,
    reports: new Set(standing.map(({ article }) => article)).size,
    sources: new Set(standing.map(({ article, lineage }) => lineage ?? article)).size,
    first_day: told.find(({ day }) => day !== null)?.day ?? null,
  };
}

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort(byText);

const FORMS = ['direct', 'mixed', 'indirect'];

/** Quotes before renderings, the longest first, of equals the earliest. */
const byFullness = (a: Carried, b: Carried): number =>
  FORMS.indexOf(a.form) - FORMS.indexOf(b.form) ||
  normalised(b.content).length - normalised(a.content).length ||
  byTime(a, b);
