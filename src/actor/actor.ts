import { z } from 'zod';
import { Span } from '../span.js';

export const Role = z.object({
  /** As written: `foreign minister`. */
  title: z.string(),
  /** What the office is of, as written: `Japanese`, `the European Commission`. */
  of: z.string().optional(),
  span: Span,
});
export type Role = z.infer<typeof Role>;

export const Actor = z.object({
  id: z.string(),
  kind: z.enum(['person', 'state', 'government', 'organization', 'military', 'group', 'people', 'unknown']),
  /** The fullest name in the report. */
  name: z.string(),
  /** ISO 3166-1 alpha-3, or `SUN`, `YUG`, … of ISO 3166-3 for states that ended. */
  country: z.string().optional(),
  /** Codes as in `country`, of one group of several states: `the presidents of Peru and Chile`. */
  countries: z.array(z.string()).optional(),
  /** PLOVER sector codes: GOV, MIL, … */
  sectors: z.array(z.string()),
  /** As the user's actor dictionary codes it: `RUSGOV`, `NGOUSA`; `---GOV` of no country. */
  code: z.string().optional(),
  roles: z.array(Role),
  /**
   * What gives the country where the text does not: the table of office holders, by name and date. Or `place`: a state that the
   * report names only by its places, as host or as whose ground it is; its mentions are theirs.
   */
  basis: z.enum(['office-holders', 'place']).optional(),
  /** By start. A mention may lie inside another's (`Prado` in `the Prado administration`), they never cross. */
  mentions: z.array(Span),
  aliases: z.array(z.string()),
  /** Actor ids, of a group that the report named one by one before: `the two leaders`. */
  members: z.array(z.string()).optional(),
});
export type Actor = z.infer<typeof Actor>;
