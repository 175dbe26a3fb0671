/** Codes that GDELT writes for countries, sectors and classes of events. */
import { z } from 'zod';
import { loadCodes } from '../../actor/dictionary/codes.js';
import { checkedData, dataText } from '../../data-file.js';
import type { Party } from '../store/tables.js';

export interface GdeltCodes {
  /** CAMEO's code of a country, where a party has one. */
  countryOf(party: Party): string | undefined;
  /** CAMEO's codes of up to three sectors. */
  typesOf(party: Party): readonly string[];
  /** Country and types together: `RUSGOV`. */
  actorCode(party: Party): string | null;
  quadOf(root: string): number | null;
  /** FIPS 10-4 of ISO 3166-1 alpha-3. */
  fipsOf(country: string): string | undefined;
}

const QuadFile = z.record(z.string(), z.array(z.string().regex(/^\d{2}$/)));

const CountryFile = z.record(z.string().regex(/^[A-Z]{3}$/), z.string().regex(/^[A-Z]{3}$/));

let loaded: GdeltCodes | undefined;

/** @throws Error naming file and entry. */
export function loadGdeltCodes(): GdeltCodes {
  loaded ??= read();
  return loaded;
}

function read(): GdeltCodes {
  const { agentOf } = loadCodes();
  const own = checkedData('record', 'export/cameo-countries.yaml', CountryFile);
  const quads = new Map(
    Object.entries(checkedData('record', 'export/quad-classes.yaml', QuadFile)).flatMap(([quad, roots]) =>
      roots.map((root) => [root, Number(quad)] as const),
    ),
  );
  const fips = new Map(rowsOf('export/fips.tsv').map(([code = '', other = '']) => [code, other]));
  const countryOf = ({ country }: Party) => (country === undefined ? undefined : (own[country] ?? country));
  const typesOf = ({ sectors }: Party) => [...new Set(sectors.map(agentOf))].slice(0, 3);
  return {
    countryOf,
    typesOf,
    actorCode: (party) => [countryOf(party) ?? '', ...typesOf(party)].join('') || null,
    quadOf: (root) => quads.get(root) ?? null,
    fipsOf: (country) => fips.get(country),
  };
}

const rowsOf = (file: string): string[][] =>
  dataText('record', file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
