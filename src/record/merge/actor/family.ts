/** Which forms of one family name are one person's: a function of the set of forms. */
import { byText, grouped } from '../grouped.js';
import { isFuller, type PersonName } from './person-name.js';

export interface Bearer {
  readonly id: string;
  readonly name: PersonName;
}

/**
 * A form joins the one fullest name that it fits. Where it fits two or none it stands for itself until a report tells.
 * @returns groups in the order of their first form.
 */
export function familyGroups(bearers: readonly Bearer[]): string[][] {
  const classes = classesOf(bearers);
  const byLetter = grouped(classes, letterOf);
  const tops = classes.filter(
    (each) => !(byLetter.get(letterOf(each)) ?? []).some((other) => isAbove(other, each)),
  );
  const full = tops.filter(({ name }) => name.given.length > 0);
  const topsByLetter = grouped(full, letterOf);
  const joins = new Map<Class, Class>();
  for (const each of classes) {
    const above = topOf(
      each,
      each.name.given.length === 0 ? full : (topsByLetter.get(letterOf(each)) ?? []),
      tops,
    );
    if (above !== undefined) joins.set(each, above);
  }
  for (const each of contested(joins)) joins.delete(each);
  return collect(classes, joins);
}

/** Forms that spell one name of one country. */
interface Class {
  readonly name: PersonName;
  readonly ids: string[];
}

function classesOf(bearers: readonly Bearer[]): Class[] {
  const classes = new Map<string, Class>();
  for (const { id, name } of [...bearers].sort((a, b) => byText(a.id, b.id))) {
    const key = `${name.given.join(' ')}|${name.country}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { name, ids: [id] });
    else known.ids.push(id);
  }
  return [...classes.values()];
}

const letterOf = ({ name }: Class): string => name.given[0]?.charAt(0) ?? '';

const isAbove = (a: Class, b: Class): boolean => a !== b && isFuller(a.name, b.name);

/** The one fullest name that fits; nothing where none or several do, or where it is the fullest itself. */
function topOf(each: Class, full: readonly Class[], tops: readonly Class[]): Class | undefined {
  const fitting = full.filter((top) => isAbove(top, each));
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  if (each.name.given.length > 0) return undefined;
  const bare = tops.filter((top) => top.name.given.length === 0 && isAbove(top, each));
  return bare.length === 1 ? bare[0] : undefined;
}

/** A name without a country can be the fuller one of a Briton's or of a Canadian's, not of both. */
function contested(joins: ReadonlyMap<Class, Class>): Class[] {
  const countries = new Map<Class, Set<string>>();
  for (const [each, top] of joins) {
    if (top.name.country !== '' || each.name.country === '') continue;
    countries.set(top, (countries.get(top) ?? new Set()).add(each.name.country));
  }
  return [...joins]
    .filter(([each, top]) => each.name.country !== '' && (countries.get(top)?.size ?? 0) > 1)
    .map(([each]) => each);
}

function collect(classes: readonly Class[], joins: ReadonlyMap<Class, Class>): string[][] {
  const groups = grouped(classes, (each) => joins.get(each) ?? each);
  return [...groups.values()].map((parts) => parts.flatMap(({ ids }) => ids).sort()).sort(byFirst);
}

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number => byText(a, b);
