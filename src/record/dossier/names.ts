/** What the thing in question is called, and by whom. */
import { foldedName } from '../filing/party.js';
import type { Cites } from './cites.js';
import { type DisputeRow, nameKey } from './disputes.js';
import type { DossierFile } from './file.js';
import type { NameUse } from './page.js';

/** As reports tell it, those of known users first; then what the question calls it besides. */
export function namesOf(
  { object }: DossierFile,
  disputes: readonly DisputeRow[],
  nameOf: (party: string) => string,
  cites: Cites,
): NameUse[] {
  const told = disputes.flatMap((row) => row.names.map((use) => ({ ...use, row })));
  const keys = [...new Set(told.map(({ name }) => nameKey(name)))];
  const uses = keys.map((key): NameUse => {
    const same = told.filter(({ name }) => nameKey(name) === key);
    const usedBy = [...new Set(same.flatMap((use) => use.usedBy ?? []))].sort();
    const best = same.find((use) => use.usedBy !== undefined) ?? same[0];
    return {
      name: best?.name ?? key,
      usedBy: usedBy.map(nameOf),
      ...(best === undefined ? {} : { quote: { text: best.row.sentence, cite: cites.of(best.row.article) } }),
      reports: new Set(same.map(({ row }) => row.article)).size,
    };
  });
  const rest = object.names.filter((name) => !keys.includes(nameKey(name)));
  return [
    ...uses.filter(({ usedBy }) => usedBy.length > 0),
    ...uses.filter(({ usedBy }) => usedBy.length === 0),
    ...unique(rest).map((name) => ({ name, usedBy: [], reports: 0 })),
  ];
}

const unique = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [foldedName(name), name])).values(),
];
