import type { Saying } from '../../ask/index.js';
import { type Column, day, integer, list, text } from '../column.js';
import { countriesOf, namesOf, sourceColumns, spanColumns } from './parts.js';

/** A saying with the report that carried it first; JSON has every wording. */
export const statementColumns: readonly Column<Saying>[] = [
  text('id', ({ id }) => id),
  list('speakers', ({ speakers }) => namesOf(speakers)),
  list('speaker_countries', ({ speakers }) => countriesOf(speakers)),
  text('form', ({ form }) => form),
  text('content', ({ content }) => content),
  day('from', ({ when }) => when?.from),
  day('to', ({ when }) => when?.to),
  integer('reports', ({ reports }) => reports),
  integer('sources', ({ sources }) => sources),
  integer('wordings', ({ wordings }) => new Set(wordings.map(({ content }) => content)).size),
  list('outlets', ({ wordings }) => [...new Set(wordings.flatMap(({ outlet }) => outlet ?? []))]),
  text('sentence', ({ wordings: [first] }) => first?.sentence),
  ...sourceColumns<Saying>(({ wordings: [first] }) => first),
  ...spanColumns<Saying>(({ wordings: [first] }) => first?.span),
];
