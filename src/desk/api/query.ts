/** What may stand behind the `?`: fields of the Filter, and pages. */
import { z } from '@hono/zod-openapi';
import { Filter } from '../../record/ask/filter.js';
import { MOST, PAGE } from '../../record/ask/page.js';
import type { Desk } from '../desk.js';
import { fail } from './problem.js';
import { described } from './schemas/described.js';

/** One value, several, or several with commas between. */
const list = <Schema extends z.ZodType>(schema: Schema, upper = false) =>
  z.preprocess((value) => {
    const values = (Array.isArray(value) ? value : [value]) as unknown[];
    if (value === undefined || !values.every((each) => typeof each === 'string')) return value;
    const parts = values.flatMap((each) => each.split(',')).map((each) => each.trim());
    return parts.filter((each) => each !== '').map((each) => (upper ? each.toUpperCase() : each));
  }, schema);

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** The name of a dossier; never a path. */
export const DossierName = z
  .string()
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{N} _-]|\.(?!\.)){0,99}$/u,
    'the name of a dossier as /api/dossiers lists it',
  );

const about = (description: string) => ({ param: { description } });
const several = (description: string) => ({
  param: { description, style: 'form' as const, explode: true },
});

const { shape } = Filter;

/** Each field of the Filter as a query has it. */
const fields = {
  actor: described(
    shape.actor,
    about('Whom it is by, to or about: a name or other name, or the id of an actor.'),
  ),
  country: list(shape.country).openapi(
    several('A country that takes part, by name or ISO code; all that are given.'),
  ),
  dyad: described(shape.dyad, about('`RUS>JPN` by the first to the second, `RUS,JPN` either way.')),
  type: list(shape.type, true).openapi(several('PLOVER types of the act, any of them.')),
  code: list(shape.code).openapi(
    several('PLOVER labels (`CONSULT-visit`) or CAMEO codes (`036`), any of them.'),
  ),
  status: list(shape.status).openapi(several('Any of them.')),
  since: described(shape.since, { ...about('On this day or later.'), format: 'date' }),
  until: described(shape.until, { ...about('On this day or earlier.'), format: 'date' }),
  place: described(shape.place, about('Where: a name or GeoNames id.')),
  within: z.coerce
    .number()
    .pipe(z.number().positive().max(20_100))
    .optional()
    .openapi(about('So many kilometres around `place`.')),
  words: described(shape.words, about('With these words: `"peace treaty" -fishing`.')),
  minSources: z.coerce
    .number()
    .pipe(z.int().min(1).max(1_000_000))
    .optional()
    .openapi(about('Told by so many sources that do not copy each other.')),
  background: flag.optional().openapi(about('`true`: only history; `false`: no history.')),
  dossier: DossierName.optional().openapi(about('What belongs to this dossier.')),
  sort: described(shape.sort, about('By day, or those that most sources tell.')),
};

type Fields = typeof fields;

/** Of these fields of the Filter. */
export const filterQuery = <Name extends keyof Fields>(names: readonly Name[]): Pick<Fields, Name> =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as Pick<Fields, Name>;

/** Text that is taken as it is. */
export const textQuery = (description: string) =>
  z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[^\0]*$/u, 'text without the character 0')
    .optional()
    .openapi(about(description));

export const pageQuery = {
  limit: z.coerce
    .number()
    .pipe(z.int().min(1).max(MOST))
    .optional()
    .openapi(about(`Rows of a page, ${PAGE} if not given.`)),
  after: z.string().max(2000).optional().openapi(about('`next` of the page before.')),
};

export const dayQuery = described(shape.since, {
  ...about('What counts as today: days from this one on are still to come. The day it is if not given.'),
  format: 'date',
});

/** The filter that a query makes, its dossier read from its file. @throws ProblemError naming the field. */
export function filterOf(desk: Desk, query: Readonly<Record<string, unknown>>): Filter {
  const { dossier, ...rest } = Object.fromEntries(
    Object.entries(query).filter(([name, value]) => name in shape && value !== undefined),
  );
  if (rest.within !== undefined && rest.place === undefined)
    throw fail(400, 'ask/bad-filter', 'within needs a place.', {
      field: 'within',
      errors: [{ field: 'within', message: 'needs a place' }],
    });
  if (dossier === undefined) return rest as Filter;
  const file = desk.dossiers.find(String(dossier));
  if (file === undefined)
    throw fail(400, 'dossier/not-found', `there is no dossier '${String(dossier)}'.`, { field: 'dossier' });
  return { ...rest, dossier: file } as Filter;
}

/** `limit` and `after` of a query. */
export const pageOptions = ({
  limit,
  after,
}: {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}) => ({
  ...(limit === undefined ? {} : { limit }),
  ...(after === undefined ? {} : { after }),
});
