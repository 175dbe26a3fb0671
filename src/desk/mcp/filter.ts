/** What questions are narrowed to, with words for agents; the same value as on the command line and over HTTP. */
import { z } from 'zod';
import { PloverType, Status } from '../../event/event.js';
import { Day } from '../../record/ask/day.js';
import { checkedFilter, type Filter, sorts } from '../../record/ask/index.js';
import type { McpContext } from './context.js';
import { dossierNamed } from './dossiers.js';

const Name = z.string().trim().min(1).max(300);

const shape = {
  actor: Name.optional().describe(
    'Whom it is by, to or about: a name as reports write it ("Lavrov", "NATO"), in any case and without accents. A country\'s name means the state itself.',
  ),
  country: z
    .array(Name)
    .max(20)
    .optional()
    .describe('Countries that all take part: English name or ISO 3166-1 alpha-3 code.'),
  dyad: Name.optional().describe(
    '"RUS>JPN": done by the first to the second; "RUS,JPN": either way. Codes or names.',
  ),
  type: z.array(PloverType).max(16).optional().describe('Any of these PLOVER types of act.'),
  code: z
    .array(Name)
    .max(50)
    .optional()
    .describe('Any of these PLOVER labels (CONSULT-visit) or beginnings of CAMEO codes (036).'),
  status: z.array(Status).max(9).optional().describe('Any of these: said, planned, denied and done differ.'),
  since: Day.optional().describe('It may have happened on this day or later: 2016-12-03.'),
  until: Day.optional().describe('It may have happened on this day or earlier.'),
  place: Name.optional().describe('Where it was: a name, a country, or a GeoNames id.'),
  within: z.number().positive().max(20_100).optional().describe('Kilometres around `place`.'),
  words: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'Words as a search engine takes them: "peace treaty" -fishing; stems match, all must be there, `or` between alternatives.',
    ),
  minSources: z
    .int()
    .min(1)
    .optional()
    .describe('Told by at least so many sources that do not copy each other.'),
  background: z.boolean().optional().describe('true: only what is told as history; false: only news.'),
  dossier: Name.optional().describe('Only what belongs to this dossier: a name of the dossier resources.'),
  sort: z.enum(sorts).optional().describe('By day, or most sources first; newest if not given.'),
};

/** The fields that a question knows. */
export const filterInput = <Field extends keyof Filter>(
  fields: readonly Field[],
): Pick<typeof shape, Field> =>
  Object.fromEntries(fields.map((field) => [field, shape[field]])) as Pick<typeof shape, Field>;

type Given = { readonly [field in keyof Filter]?: unknown };

/** @throws AskError `ask/bad-filter`, DossierError. */
export function filterOf(context: McpContext, given: Given, fields: readonly (keyof Filter)[]): Filter {
  const { dossier, ...values } = Object.fromEntries(
    fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
  );
  return checkedFilter({
    ...values,
    ...(dossier === undefined ? {} : { dossier: dossierNamed(context, String(dossier)) }),
  });
}
