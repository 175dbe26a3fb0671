/**
 * The door of place/: toponyms in locative use become gazetteer entries.
 * A name is a place only where the words around it use it as one: "in Moscow" is a place, "Moscow said" a
 * government. Of a country only its code is given, of a town its GeoNames id and coordinates.
 * Log: `place/ambiguous` where namesakes can't be told apart; `country` is then absent, as are the ids.
 * Note: `place/two-spellings` where one place is spelled in two ways.
 */
import type { Name } from '../language/doc.js';
import type { LogEntry, Note } from '../log.js';
import type { Layer, Reader } from '../reader.js';
import type { Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import { containerOf } from './container.js';
import { type Entry, Gazetteer } from './gazetteer.js';
import { type Mention, mentionsOf, type PlaceTables } from './mention.js';
import type { Place } from './place.js';
import { countriesInPlay } from './play.js';
import { byNeighbours, type Resolved, resolve } from './resolve.js';
import { loadPlaceRules } from './rules.js';
import { type Scan, scanOf } from './scan.js';
import { type Meant, spellingOf } from './spelling.js';
import { loadStates } from './states.js';
import { usedAsPlaces } from './usage.js';

export { folded, foldedLower } from './fold.js';
export { groundOf } from './ground.js';
export { PhraseTable } from './phrases.js';
export { isCapital, isHyphen, isPossessive, lowerAt, type Scan, scanOf, touches } from './scan.js';
export { loadStates, type States } from './states.js';

export type PlaceData = PlaceTables;

let loaded: PlaceData | undefined;

/** Reads data/places and world-countries once. @throws Error naming file and entry. */
export function loadPlaces(): PlaceData {
  loaded ??= read();
  return loaded;
}

function read(): PlaceData {
  const states = loadStates();
  return { states, gazetteer: new Gazetteer(states), rules: loadPlaceRules() };
}

export function placeReader(data: PlaceData): Reader<{ readonly times: readonly Time[] }, Place> {
  return (doc, { times }) => {
    const scan = scanOf(doc, times);
    const names = bySentence(scan);
    const found = doc.sentences.flatMap((sentence) =>
      mentionsOf(scan, data, sentence, names[sentence.index] ?? []),
    );
    const neighbours = new Map(
      found.map(({ from }, at) => [from, { before: found[at - 1], next: found[at + 1] }]),
    );
    const play = countriesInPlay(scan, data, found);
    const used = usedAsPlaces(scan, data, found);
    const meantBy = spellingOf(
      data,
      used.map(({ mention }) => mention),
    );
    let around: Entry | undefined;
    const readings = used.map(({ mention, dateline }) => {
      const unknown = mention.entries.length === 0 && mention.states.length === 0;
      const meant = unknown && !mention.part && !mention.told ? meantBy(mention) : undefined;
      const container = containerOf(scan, data, mention, neighbours.get(mention.from) ?? ALONE);
      const named = meant === undefined ? mention : { ...mention, entries: meant.entries };
      // `Tacoma, Washington`: what lies around the town that was just named is that division.
      const outer = mention.entries.find((entry) => entry === around);
      around = container?.within;
      const resolved: Resolved =
        outer === undefined ? resolve(named, container, play, data.states) : { as: 'entry', entry: outer };
      return { mention, dateline, meant, container, resolved };
    });
    const certain = certainOf(readings.map(({ resolved }) => resolved));
    const notes: Note[] = [];
    const layer: Place[] = [];
    const log: LogEntry[] = [];
    for (const { mention, dateline, meant, container, resolved: first } of readings) {
      const neighbour = first.as === 'ambiguous' ? byNeighbours(first.among, certain) : undefined;
      const resolved: Resolved = neighbour === undefined ? first : { as: 'entry', entry: neighbour };
      const place = placeOf(scan, data, mention, resolved, container?.country, `p${layer.length + 1}`);
      layer.push(dateline ? { ...place, dateline } : place);
      if (resolved.as === 'ambiguous') log.push(ambiguous(place));
      if (meant !== undefined) notes.push(otherSpelling(scan, place, meant));
    }
    return { layer, log, notes } satisfies Layer<Place>;
  };
}

const ALONE = { before: undefined, next: undefined };

/** Entries that are settled, each once: at most so many, so that a list of towns costs no more. */
const MOST_CERTAIN = 60;

function certainOf(all: readonly Resolved[]): Entry[] {
  const entries = all.flatMap((resolved) => (resolved.as === 'entry' ? [resolved.entry] : []));
  return [...new Set(entries.filter(({ lat }) => lat !== undefined))].slice(0, MOST_CERTAIN);
}

/** The model's names by the sentence they stand in. */
function bySentence({ doc }: Scan): Name[][] {
  const names: Name[][] = doc.sentences.map(() => []);
  for (const name of doc.names) names[doc.tokens[name.from]?.sentence ?? 0]?.push(name);
  return names;
}

function placeOf(
  scan: Scan,
  { states }: PlaceTables,
  mention: Mention,
  resolved: Resolved,
  told: string | undefined,
  id: string,
): Place {
  const span = spanOf(scan, mention);
  const base = { id, span, name: nameOf(scan, span) };
  if (resolved.as === 'state') {
    const { country } = resolved;
    const geonames = mention.part ? undefined : states.geonames.get(country);
    return { ...base, ...(geonames !== undefined && { geonames }), country, kind: mention.kind ?? 'country' };
  }
  if (resolved.as === 'entry') {
    const { entry } = resolved;
    const country = entry.country === undefined ? {} : { country: entry.country };
    if (mention.part) return { ...base, ...country, kind: mention.kind ?? entry.kind };
    const { geonames, lat, lon, kind } = entry;
    return {
      ...base,
      ...(geonames !== undefined && { geonames }),
      ...(lat !== undefined && lon !== undefined && { lat, lon }),
      ...country,
      kind,
    };
  }
  const country = resolved.as === 'ambiguous' ? resolved.country : told;
  const kind = mention.kind ?? (resolved.as === 'ambiguous' ? resolved.kind : undefined) ?? 'unknown';
  return { ...base, ...(country !== undefined && { country }), kind };
}

const spanOf = (scan: Scan, { from, to }: Mention): Span => ({
  start: scan.tokens[from]?.start ?? 0,
  end: scan.tokens[to - 1]?.end ?? 0,
});

const nameOf = (scan: Scan, { start, end }: Span): string =>
  scan.doc.text.slice(start, end).replaceAll(/\s+/g, ' ');

function otherSpelling(scan: Scan, place: Place, { name, mention }: Meant): Note {
  if (mention === undefined) {
    const message = `No place '${place.name}' is known; '${name}' is taken.`;
    return { kind: 'place/misspelt', message, spans: [place.span] };
  }
  const right = spanOf(scan, mention);
  const message = `The report writes '${place.name}' as well as '${nameOf(scan, right)}'.`;
  return { kind: 'place/two-spellings', message, spans: [place.span, right] };
}

const ambiguous = (place: Place): LogEntry => ({
  code: 'place/ambiguous',
  stage: 'place',
  message: `'${place.name}' may be one of several places of that name.`,
  span: place.span,
});
