/** CAMEO's actor codes, read as countries and PLOVER sectors; the other way for those who want codes. */
import { z } from 'zod';
import { checkedData } from '../../data-file.js';
import { loadStates } from '../../place/index.js';
import type { Actor } from '../actor.js';
import { SECTORS } from '../lexicon.js';

const CodesFile = z.strictObject({
  countries: z.record(z.string().regex(/^[A-Z]{3}$/), z.string().regex(/^[A-Z]{3}$/)),
  bodies: z.record(z.string().regex(/^[A-Z]{3}$/), z.string()),
  written: z.record(z.string(), z.string().regex(/^(?:[A-Z]{3})+$/)),
  sectors: z.record(z.string().regex(/^[A-Z]{3}$/), z.string()),
});

export interface CodeTable {
  /** What a code says of its bearer. */
  read(code: string): {
    readonly country?: string;
    readonly sectors: readonly string[];
    readonly body: boolean;
  };
  /** `RUS` and GOV make `RUSGOV`, the European Union `IGOEUREEC`, the troops of the United Nations `IGOUNOMIL`; nothing where neither is known. */
  write(actor: Pick<Actor, 'country' | 'sectors' | 'kind'>): string | undefined;
  /** CAMEO's code for one of PLOVER's sectors. */
  agentOf(sector: string): string;
}

/** What a code has where its country should stand, when there is none. */
export const NO_COUNTRY = '---';

/** The three letters that codes are made of, in their order. */
export const unitsOf = (code: string): string[] => code.match(/.{1,3}/gu) ?? [];

/** One code behind another, without what it already says. */
export function joined(first: string, second: string): string {
  const said = new Set(unitsOf(first));
  return (
    first +
    unitsOf(second)
      .filter((unit) => !said.has(unit))
      .join('')
  );
}

const turned = ([sector, code]: readonly [string, string]): [string, string] => [code, sector];

/** @throws Error naming file and entry. */
export function loadCodes(): CodeTable {
  const { countries, bodies, written, sectors } = checkedData('actors', 'cameo.yaml', CodesFile);
  const { codes } = loadStates();
  const named = [...Object.entries({ ...bodies, ...sectors }), ...Object.entries(written).map(turned)];
  for (const [code, sector] of named)
    if (!SECTORS.has(sector))
      throw new Error(`data/actors/cameo.yaml: ${code}: '${sector}' is no sector code.`);
  const agents = new Map<string, string>();
  for (const [code, sector] of Object.entries(sectors)) if (!agents.has(sector)) agents.set(sector, code);
  const agentOf = (sector: string): string => agents.get(sector) ?? sector;
  const countryOf = (unit: string): string | undefined =>
    countries[unit] ?? (codes.has(unit) ? unit : undefined);

  return {
    read(code) {
      const [first = '', ...rest] = unitsOf(code);
      const body = bodies[first];
      // A body that one state's people make up names that state second: `NGOUSA`.
      const country = body === undefined ? countryOf(first) : countryOf(rest[0] ?? '');
      const read = [body, ...rest.map((unit) => sectors[unit])].filter((sector) => sector !== undefined);
      return {
        ...(country !== undefined && { country }),
        sectors: [...new Set(read)],
        body: body !== undefined,
      };
    },
    write({ country, sectors: own, kind }) {
      const [sector, next] = kind === 'state' || kind === 'people' ? [] : own;
      if (country === undefined && sector === undefined) return undefined;
      const whole = country === undefined && sector !== undefined ? written[sector] : undefined;
      if (whole !== undefined) return joined(whole, next === undefined ? '' : agentOf(next));
      const body = sector !== undefined && Object.values(bodies).includes(sector);
      if (country === undefined && body) return sector;
      return (country ?? NO_COUNTRY) + (sector === undefined || body ? '' : agentOf(sector));
    },
    agentOf,
  };
}
