/**
 * Names of months and days, in every language that `Intl` knows. They are asked of `Intl`, never listed:
 * first of the language of the text and English, then of all languages of the word's alphabet, once.
 */
import { fold } from './fold.js';

interface LocaleNames {
  readonly language: string;
  readonly months: ReadonlyMap<string, number>;
  /** Made when first asked for: most texts never need them. */
  readonly weekdays: () => ReadonlySet<string>;
}

/** What a word may mean: month 1…12 and the languages in which it does. */
export interface MonthName {
  readonly month: number;
  readonly languages: ReadonlySet<string>;
}

export interface DateNames {
  /** Absent if the word is no month, or different months in different languages and no `language` decides. */
  month(word: string, language: string | undefined): MonthName | undefined;
  /** The same, asking only the language of the text and English. */
  nearMonth(word: string, language: string | undefined): MonthName | undefined;
  isWeekday(word: string, languages: Iterable<string>): boolean;
}

const MONTH_FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'short', day: 'numeric', year: 'numeric' },
];

const WEEKDAY_FORMS: readonly Intl.DateTimeFormatOptions[] = [{ weekday: 'long' }, { weekday: 'short' }];

const formatter = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });

/** The name as it stands in a text, as one word: `de gener` is `gener`; Hebrew's `ב` is written on to it. */
function nameForms(parts: readonly Intl.DateTimeFormatPart[], type: 'month' | 'weekday'): string[] {
  const at = parts.findIndex((part) => part.type === type);
  const value = parts[at]?.value;
  if (!value || /\p{Nd}/u.test(value)) return [];
  const word =
    fold(value)
      .replace(/[.॰׳]/gu, '')
      .split(/[\s’']/u)
      .at(-1) ?? '';
  if (word.length < 2 && /^[a-z]?$/.test(word)) return [];
  const prefix = /\p{L}+$/u.exec(parts[at - 1]?.value ?? '')?.[0];
  return prefix ? [word, fold(prefix) + word] : [word];
}

function namesOf(locale: string): LocaleNames {
  const months = new Map<string, number>();
  for (const options of MONTH_FORMS) {
    const format = formatter(locale, options);
    for (let month = 0; month < 12; month++)
      for (const name of nameForms(format.formatToParts(Date.UTC(2021, month, 15)), 'month'))
        months.set(name, month + 1);
  }
  let weekdays: ReadonlySet<string> | undefined;
  return {
    language: languageOf(locale),
    months,
    weekdays: () => {
      weekdays ??= weekdaysOf(locale);
      return weekdays;
    },
  };
}

function weekdaysOf(locale: string): Set<string> {
  const weekdays = new Set<string>();
  for (const options of WEEKDAY_FORMS) {
    const format = formatter(locale, options);
    for (let day = 0; day < 7; day++)
      for (const name of nameForms(format.formatToParts(Date.UTC(2021, 0, 3 + day)), 'weekday'))
        weekdays.add(name);
  }
  return weekdays;
}

/** `pt-BR`, `pt_BR` and `pt` are all `pt`. */
export const languageOf = (locale: string): string => (locale.split(/[-_]/)[0] ?? '').toLowerCase();

/** Language, script and region of a locale as pages write it, in a form that `Intl` always takes: `en_US.UTF-8` is `en-US`. */
export function intlLocale(locale: string): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?(?![a-z])/i.exec(locale);
  return match
    ?.slice(1)
    .filter((part) => part !== undefined)
    .join('-');
}

function scriptOf(locale: string): string {
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
  return /^(Hans|Hant|Jpan)$/.test(script) ? 'Hani' : script === 'Kore' ? 'Hang' : script;
}

/** Every language that `Intl` knows by its ISO 639-1 code, and `regional` beside them. */
function allLocales(regional: readonly string[]): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return Intl.DateTimeFormat.supportedLocalesOf([...codes, ...regional]);
}

/** Words of a script, merged: a name whose languages disagree on the month has more than one entry. */
class ScriptNames {
  private readonly byName = new Map<string, MonthName[]>();

  constructor(all: readonly LocaleNames[]) {
    for (const { language, months } of all)
      for (const [name, month] of months) {
        const meanings = this.byName.get(name) ?? [];
        const same = meanings.find((meaning) => meaning.month === month);
        if (same) (same.languages as Set<string>).add(language);
        else meanings.push({ month, languages: new Set([language]) });
        this.byName.set(name, meanings);
      }
  }

  month(name: string): MonthName | undefined {
    const meanings = this.byName.get(name);
    return meanings?.length === 1 ? meanings[0] : undefined;
  }
}

/** Shortest abbreviation that is taken for the month it begins: `Sept`, `Okt`. */
const SHORTEST = 3;

function abbreviated(names: LocaleNames, word: string): number | undefined {
  if (word.length < SHORTEST) return undefined;
  const months = new Set<number>();
  for (const [name, month] of names.months) if (name.startsWith(word)) months.add(month);
  const [only] = months;
  return months.size === 1 ? only : undefined;
}

/** `regional` locales have names that their language's main locale has not (`de-AT`: Jänner). */
export function makeNames(regional: readonly string[]): DateNames {
  let locales: string[] | undefined;
  const byLanguage = new Map<string, LocaleNames[]>();
  const byScript = new Map<string, ScriptNames>();

  const known = (): string[] => {
    locales ??= allLocales(regional);
    return locales;
  };
  const ofLanguage = (language: string): LocaleNames[] => {
    let names = byLanguage.get(language);
    if (!names) {
      const own = [language, ...regional.filter((locale) => languageOf(locale) === language)];
      names = /^[a-z]{2,3}$/.test(language) ? Intl.DateTimeFormat.supportedLocalesOf(own).map(namesOf) : [];
      byLanguage.set(language, names);
    }
    return names;
  };
  const ofScript = (script: string): ScriptNames => {
    let names = byScript.get(script);
    if (!names) {
      const languages = new Set(
        known()
          .filter((locale) => scriptOf(locale) === script)
          .map(languageOf),
      );
      names = new ScriptNames([...languages].flatMap(ofLanguage));
      byScript.set(script, names);
    }
    return names;
  };
  const inLanguage = (word: string, language: string): MonthName | undefined => {
    const all = ofLanguage(language);
    const exact = all.find((names) => names.months.has(word));
    const month = exact?.months.get(word) ?? firstOf(all, (names) => abbreviated(names, word));
    return month === undefined ? undefined : { month, languages: new Set([language]) };
  };
  const nearMonth = (word: string, language: string | undefined): MonthName | undefined =>
    (language ? inLanguage(word, languageOf(language)) : undefined) ?? inLanguage(word, 'en');

  return {
    nearMonth,
    month: (word, language) => nearMonth(word, language) ?? ofScript(scriptOfWord(word)).month(word),
    isWeekday: (word, languages) => {
      for (const language of languages)
        if (ofLanguage(languageOf(language)).some(({ weekdays }) => weekdays().has(word))) return true;
      return false;
    },
  };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined) {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const SCRIPTS: readonly [string, RegExp][] = [
  'Latn',
  'Cyrl',
  'Grek',
  'Arab',
  'Hebr',
  'Armn',
  'Geor',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Thai',
  'Laoo',
  'Tibt',
  'Mymr',
  'Khmr',
  'Ethi',
  'Hani',
  'Hang',
  'Yiii',
].map((script) => [script, new RegExp(`^\\p{Script=${script}}`, 'u')]);

const scriptOfWord = (word: string): string => SCRIPTS.find(([, test]) => test.test(word))?.[0] ?? '';
