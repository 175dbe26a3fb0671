/** What the thing in question is called, and by whom. */
import { grouped } from '../merge/grouped.js';
import type { Cites } from './cites.js';
import { type DisputeRow, nameKey } from './disputes.js';
import type { DossierFile } from './file.js';
import type { NameUse, Quote } from './page.js';
import type { StatementRow } from './statements.js';

interface Use {
  readonly name: string;
  readonly usedBy?: string;
  readonly article: string;
  readonly quote: Quote;
}

/** As reports tell it, in the order of the question; then what no report explains. */
export function namesOf(
  { object }: DossierFile,
  disputes: readonly DisputeRow[],
  statements: readonly StatementRow[],
  nameOf: (party: string) => string,
  cites: Cites,
): NameUse[] {
  const isNaming = namingBy(object.names);
  const uses = [
    ...disputes.flatMap((row) => row.names.map((use): Use => ({ ...use, ...where(row, cites) }))),
    ...statements.flatMap((row): Use[] => {
      const name = isNaming(row);
      const user = row.speakers[0]?.country;
      return name === undefined || user === undefined ? [] : [{ name, usedBy: user, ...where(row, cites) }];
    }),
  ];
  const byName = grouped(uses, ({ name }) => nameKey(name));
  const told = [...byName.values()].map((same) => nameUse(same, nameOf));
  const order = object.names.map(nameKey);
  const placeOf = ({ name }: NameUse): number => {
    const at = order.indexOf(nameKey(name));
    return at < 0 ? order.length : at;
  };
  const rest = object.names.filter((name) => !byName.has(nameKey(name)));
  return [
    ...told.sort((a, b) => placeOf(a) - placeOf(b)),
    ...rest.map((name) => ({ name, usedBy: [], reports: 0 })),
  ];
}

const where = (row: StatementRow | DisputeRow, cites: Cites) => ({
  article: row.article,
  quote: { text: row.sentence, cite: cites.of(row.article, { start: row.cite_start, end: row.cite_end }) },
});

function nameUse(same: readonly Use[], nameOf: (party: string) => string): NameUse {
  const best = (same.find(({ usedBy }) => usedBy !== undefined) ?? same[0]) as Use;
  const users = [...new Set(same.flatMap(({ usedBy }) => usedBy ?? []))].sort();
  return {
    name: best.name,
    usedBy: users.map(nameOf),
    quote: best.quote,
    reports: new Set(same.map(({ article }) => article)).size,
  };
}

/** "Russia calls them the southern Kurils": what is said is only a name of the thing, the speaker the one whose name it is. */
export function namingBy(names: readonly string[]): (statement: StatementRow) => string | undefined {
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  return ({ form, content }) =>
    form === 'indirect' ? byKey.get(nameKey(content.replace(PRONOUN, ''))) : undefined;
}

/** "calls them the …", "calls the bank the …" */
const PRONOUN = /^(?:(?:it|them|this|these|that|those)\s+|the\s+\p{L}+\s+(?=the\s))/iu;
