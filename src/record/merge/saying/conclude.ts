/** The row of a saying: a function of the statements that carry it. */
import type { Selectable } from 'kysely';
import { countriesOf } from '../../filing/party.js';
import type { SayingTable, StatementRow } from '../../store/tables.js';
import { byText } from '../grouped.js';
import { normalised } from './utterance.js';

/** A statement with what its article says of itself. */
export type Carried = Pick<
  StatementRow,
  'id' | 'article' | 'form' | 'speakers' | 'content' | 'from' | 'to' | 'wording' | 'saying' | 'rejected'
> & { readonly day: string | null; readonly lineage: string | null; readonly superseded: string | null };

export type Saying = Selectable<SayingTable>;

/** A saying's row, and those of its statements that may not be under it yet. */
export interface Made {
  readonly row: Saying;
  readonly carried: readonly Carried[];
}

/** Earliest first, what has no day last. */
export const byTime = (a: Carried, b: Carried): number =>
  byText(a.day ?? '9999', b.day ?? '9999') || byText(a.article, b.article) || byText(a.id, b.id);

/** Articles that a later version of their page has replaced do not count, unless there are no others. */
export function sayingOf(carried: readonly Carried[]): Saying {
  const sorted = [...carried].sort(byTime);
  const standing = sorted.filter(({ superseded }) => superseded === null);
  const told = standing.length > 0 ? standing : sorted;
  const best = [...told].sort(byFullness)[0] as Carried;
  const empty: Saying = {
    id: `s${sorted[0]?.id}`,
    speakers: best.speakers,
    form: best.form,
    content: best.content,
    from: null,
    to: null,
    countries: [],
    who: [],
    best: best.id,
    wordings: new Set(carried.map(({ content }) => normalised(content))).size,
    reports: new Set(standing.map(({ article }) => article)).size,
    sources: new Set(standing.map(({ article, lineage }) => lineage ?? article)).size,
    first_day: null,
  };
  return withCarried(empty, best, told);
}

/** With what these statements say beside it; counts stay. @param best The statement that its words are of so far. */
export function withCarried(saying: Saying, best: Carried, told: readonly Carried[]): Saying {
  const fullest = [best, ...told].sort(byFullness)[0] as Carried;
  const spans = [saying, ...told].filter(({ from }) => from !== null);
  const said = spans.sort((a, b) => byText(a.from ?? '', b.from ?? '') || byText(a.to ?? '', b.to ?? ''))[0];
  const days = [saying.first_day, ...told.map(({ day }) => day)].filter((day) => day !== null);
  return {
    ...saying,
    speakers: fullest.speakers,
    form: fullest.form,
    content: fullest.content,
    from: said?.from ?? null,
    to: said?.to ?? null,
    countries: unique([...saying.countries, ...told.flatMap(({ speakers }) => countriesOf(speakers))]),
    who: unique([...saying.who, ...told.flatMap(({ speakers }) => speakers.map(({ form }) => form))]),
    best: fullest.id,
    first_day: days.sort(byText)[0] ?? null,
  };
}

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort(byText);

const FORMS = ['direct', 'mixed', 'indirect'];

/** Quotes before renderings, the longest first, of equals the earliest. */
const byFullness = (a: Carried, b: Carried): number =>
  FORMS.indexOf(a.form) - FORMS.indexOf(b.form) ||
  normalised(b.content).length - normalised(a.content).length ||
  byTime(a, b);
