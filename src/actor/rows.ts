/** The rows of data/actors/*.yaml as they are checked on loading. */
import { z } from 'zod';
import { Actor } from './actor.js';

/** PLOVER's sector codes, and those of its non-state actor codes that say what a body is. */
export const SECTORS: ReadonlySet<string> = new Set(
  'GOV JUD LEG MIL COP OPP PTY REB PRM SPY UAF UNK CVL ELI BUS EDU MED LAB AGR JRN REF REL SOC CRM PRE IGO UNO EUR NGO ISM IMG MNC'.split(
    ' ',
  ),
);

/** Sectors of bodies that are of no one state. */
export const BEYOND_STATES: ReadonlySet<string> = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'IMG', 'ISM']);

const Sector = z.string().refine((code) => SECTORS.has(code), { error: 'is no PLOVER sector code' });
export const Kind = Actor.shape.kind;
const Id = z.string().regex(/^(?:title|group|metonym|body)\/[a-z0-9-]+$/);
const Gender = z.enum(['he', 'she']);
export type Gender = z.infer<typeof Gender>;

export const TitleRow = z.strictObject({
  id: Id,
  class: z.enum(['head', 'office', 'rank', 'common']),
  sector: Sector,
  titles: z.array(z.string()),
  short: z.array(z.string()).optional(),
  plural: z.array(z.string()).optional(),
  sender: z.boolean().optional(),
  'of-sector': z.boolean().optional(),
  needs: z.literal('owner').optional(),
  gender: Gender.optional(),
  again: z.boolean().optional(),
  example: z.string(),
});
export type TitleRow = z.infer<typeof TitleRow>;

export const GroupRow = z.strictObject({
  id: Id,
  kind: Kind,
  sector: Sector,
  needs: z.enum(['state', 'owner', 'act']).optional(),
  alone: z.boolean().optional(),
  synonyms: z.boolean().optional(),
  'acts-for': z.boolean().optional(),
  'of-sector': z.boolean().optional(),
  nouns: z.array(z.string()),
  example: z.string(),
});
export type GroupRow = z.infer<typeof GroupRow>;

export const MetonymRow = z.strictObject({
  id: Id,
  names: z.array(z.string()),
  kind: Kind,
  country: z.string().optional(),
  sector: Sector,
  example: z.string(),
});

export const SuffixRow = z.strictObject({
  id: Id,
  kind: Kind,
  sector: Sector.optional(),
  end: z.array(z.string()),
  start: z.array(z.string()).optional(),
  example: z.string(),
});
export type SuffixRow = z.infer<typeof SuffixRow>;

export const OfficeRow = z.strictObject({
  id: z.string().regex(/^office\/[a-z-]+$/),
  not: Id,
  but: Id,
  countries: z.array(z.string()),
  example: z.strictObject({ text: z.string(), name: z.string() }),
});
export type OfficeRow = z.infer<typeof OfficeRow>;

const Words = z.array(z.string());

export const ModifiersFile = z.strictObject({
  former: Words,
  standing: Words,
  sectors: z.record(z.string(), Sector),
  honorifics: z.record(z.string(), Gender.nullable()),
  particles: Words,
  speaking: Words,
  minded: Words,
  leading: Words,
  'not-names': Words,
  'not-bodies': Words,
  ethnic: z.record(z.string(), z.string().nullable()),
  peoples: z.record(z.string(), z.string().nullable()),
  telling: Words,
  compound: Words,
  partitives: Words,
  'away-from-home': z.array(z.string()),
  'beside-places': Words,
  'parts-of-towns': Words,
  where: Words,
  toward: Words,
  'town-verbs': Words,
  dealing: Words,
  attached: z.record(z.string(), Words),
});
