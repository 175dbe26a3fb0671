/** What a question is narrowed to: one value for the command line, the library and the HTTP API. */
import { z } from 'zod';
import { PloverType, Status } from '../../event/event.js';
import { DossierFile } from '../dossier/file.js';
import { Day } from './day.js';
import { AskError } from './error.js';

/** What no database takes for text. */
const Text = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^\0]*$/u, 'text without the character 0');

export const sorts = ['newest', 'oldest', 'sources'] as const;

/** Conditions are joined by "and"; the values of one list by "or", save those of `country`, which must all be involved. */
export const Filter = z.strictObject({
  /** A name or other name of an actor, as reports write it, or an actor's id. */
  actor: Text.optional(),
  /** ISO 3166-1 alpha-3 or a country's name; each must be a party. */
  country: z.array(Text).max(20).optional(),
  /** `RUS>JPN`: done by the first to the second; `RUS,JPN`: either way. Codes or names. */
  dyad: Text.regex(
    /^[^>,]+[>,][^>,]+$/u,
    "two countries as 'RUS>JPN' (by the first to the second) or 'RUS,JPN' (either way)",
  ).optional(),
  type: z.array(PloverType).optional(),
  /** PLOVER labels (`CONSULT`, `CONSULT-visit`) or beginnings of CAMEO codes (`03`, `036`). */
  code: z.array(Text).max(100).optional(),
  status: z.array(Status).optional(),
  /** Days: what may have happened in them, both inclusive. What has no date is left out. */
  since: Day.optional(),
  until: Day.optional(),
  /** A name or a GeoNames id. */
  place: Text.optional(),
  /** Kilometres around `place`. */
  within: z.number().positive().max(20_100).optional(),
  /** Words as a search engine takes them: `"peace treaty" -fishing`. */
  words: Text.optional(),
  /** At least so many sources that do not copy each other. */
  minSources: z.int().min(1).max(1_000_000).optional(),
  /** True: only what is told as history; false: only news. */
  background: z.boolean().optional(),
  dossier: DossierFile.optional(),
  sort: z.enum(sorts).optional(),
});
export type Filter = z.infer<typeof Filter>;
export type Sort = (typeof sorts)[number];

/** @throws AskError `ask/bad-filter` naming each field that does not hold. */
export function checkedFilter(value: unknown): Filter {
  const result = Filter.safeParse(value);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path[0];
  throw new AskError(
    'ask/bad-filter',
    z.prettifyError(result.error),
    field === undefined ? undefined : String(field),
  );
}

/** A field that a question knows nothing of is told, never passed over. @throws AskError `ask/not-applicable` */
export function onlyWith(question: string, filter: Filter, fields: readonly (keyof Filter)[]): void {
  for (const [field, value] of Object.entries(filter)) {
    if (value !== undefined && !fields.includes(field as keyof Filter)) {
      throw new AskError('ask/not-applicable', `${question} cannot be narrowed by '${field}'.`, field);
    }
  }
}
