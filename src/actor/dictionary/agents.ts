/**
 * Agent dictionaries of PETRARCH and TABARI: common nouns with the code that they add to an actor's.
 *
 *     !PERSON! = MAN, MEN, WOMAN, WOMEN
 *     FISHER!PERSON! [~AGR]
 *     RELIEF_AGENCY [NGO~]
 *     CHIEF_OF_STAFF {CHIEFS_OF_STAFF} [~MIL]
 *     POLICE {} [~COP]
 *
 * `~` is where the actor's code goes. The plural in braces, else the regular one; `{}` says that there is none.
 */
import type { NamedText } from '../../table-file.js';
import { nameOf } from './entries.js';
import { type Fault, linesOf } from './lines.js';

export interface Agent {
  /** Singular and plural forms. */
  readonly names: readonly string[];
  readonly code: string;
  /** The code goes before the actor's: `NGO~`. */
  readonly before: boolean;
}

export function agentsOf(file: NamedText, faults: Fault[]): Agent[] {
  const sets = new Map<string, readonly string[]>();
  const agents: Agent[] = [];
  for (const { number, text } of linesOf(file, faults)) {
    const fault = (message: string) => void faults.push({ file: file.name, line: number, message });
    const set = /^\s*(![^!\s]+!)\s*=(.*)$/u.exec(text);
    if (set) {
      sets.set(
        set[1] ?? '',
        (set[2] ?? '')
          .split(',')
          .map(nameOf)
          .filter((word) => word !== ''),
      );
      continue;
    }
    const row = /^([^[{]*)(?:\{([^}]*)\})?\s*\[\s*(~?)\s*([A-Za-z0-9]+)\s*(~?)\s*\]\s*$/u.exec(text);
    const [, words = '', plural, first, code = '', last] = row ?? [];
    if (!row || (first === '~') === (last === '~') || nameOf(words) === '') {
      fault(`'${text.trim()}' is no agent: NOUN {PLURAL} [~CODE].`);
      continue;
    }
    const names = expanded(nameOf(words), sets, fault);
    if (names.length === 0) continue;
    const [only = ''] = names;
    const plurals =
      plural === undefined ? (names.length > 1 ? [] : [pluralOf(only)]) : plural.split(',').map(nameOf);
    agents.push({
      names: [...names, ...plurals.filter((name) => name !== '')],
      code: code.toUpperCase(),
      before: last === '~',
    });
  }
  return agents;
}

/** More forms than these come of no honest set. */
const MOST_FORMS = 200;

/** Each substitution set in the words is put in: all combinations. */
function expanded(
  words: string,
  sets: ReadonlyMap<string, readonly string[]>,
  fault: (message: string) => void,
): string[] {
  let forms = [words];
  for (const [macro] of words.matchAll(/![^!\s]+!/gu)) {
    const set = sets.get(macro);
    if (set === undefined) {
      fault(`the set ${macro} is not defined above.`);
      return [];
    }
    forms = forms.flatMap((form) => set.map((word) => form.replace(macro, word)));
    if (forms.length > MOST_FORMS) {
      fault(`'${words}' stands for more than ${MOST_FORMS} forms.`);
      return [];
    }
  }
  return forms;
}

/** The regular plural of the last word. */
function pluralOf(name: string): string {
  if (/[^AEIOU]Y$/iu.test(name)) return `${name.slice(0, -1)}IES`;
  return /(?:S|X|Z|CH|SH)$/iu.test(name) ? `${name}ES` : `${name}S`;
}
