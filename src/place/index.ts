/**
 * The door of place/: toponyms in locative use become gazetteer entries.
 * A name is a place only where the words around it use it as one: "in Moscow" is a place, "Moscow said" a
 * government. Of a country only its code is given, of a town its GeoNames id and coordinates.
 * Log: `place/ambiguous` where namesakes can't be told apart; `country` is then absent, as are the ids.
 * Note: `place/two-spellings` where one place is spelled in two ways.
 */
import type { LogEntry, Note } from '../log.js';
import type { Layer, Reader } from '../reader.js';
import type { Span } from '../span.js';
import type { Time } from '../time/timex3.js';
import { type Candidate, candidatesOf, type PlaceTables } from './candidate.js';
import { containerOf, isNamedWithin } from './container.js';
import { loadGazetteer } from './gazetteer.js';
import type { Place } from './place.js';
import { countriesInPlay } from './play.js';
import { type Resolved, resolve } from './resolve.js';
import { loadPlaceRules } from './rules.js';
import { type Scan, scanOf } from './scan.js';
import { distinctNames, meantBy } from './spelling.js';
import { loadStates } from './states.js';
import { usedAsPlaces } from './usage.js';

export { folded, foldedLower } from './fold.js';
export { PhraseTable } from './phrases.js';
export { isCapital, isHyphen, isPossessive, lowerAt, type Scan, scanOf, touches } from './scan.js';
export { loadStates, type States } from './states.js';

export type PlaceData = PlaceTables;

/** Reads data/places and world-countries once. @throws Error naming file and entry. */
export function loadPlaces(): PlaceData {
  const states = loadStates();
  return { states, gazetteer: loadGazetteer(states), rules: loadPlaceRules() };
}

export function placeReader(data: PlaceData): Reader<{ readonly times: readonly Time[] }, Place> {
  return (doc, { times }) => {
    const scan = scanOf(doc, times);
    const play = countriesInPlay(scan, data);
    const found = doc.sentences.flatMap((sentence) => candidatesOf(scan, data, sentence));
    const used = usedAsPlaces(found, (candidate) => isNamedWithin(scan, candidate, found));
    const names = distinctNames(used);
    const notes: Note[] = [];
    const layer: Place[] = [];
    const log: LogEntry[] = [];
    for (const candidate of used) {
      const nameless = candidate.entries.length === 0 && candidate.states.length === 0;
      const meant = nameless && candidate.kind === undefined ? meantBy(candidate, names) : undefined;
      if (nameless && candidate.kind === undefined && meant === undefined) continue;
      const container = containerOf(scan, data, candidate, found);
      const named = meant === undefined ? candidate : { ...candidate, entries: meant.entries };
      const resolved = resolve(named, container, play, data.states);
      const place = placeOf(scan, data, candidate, resolved, container?.country, `p${layer.length + 1}`);
      layer.push(place);
      if (resolved.as === 'ambiguous') log.push(ambiguous(place));
      if (meant !== undefined) notes.push(twoSpellings(scan, place, meant));
    }
    return { layer, log, notes } satisfies Layer<Place>;
  };
}

function placeOf(
  scan: Scan,
  { states }: PlaceTables,
  candidate: Candidate,
  resolved: Resolved,
  told: string | undefined,
  id: string,
): Place {
  const span = spanOf(scan, candidate);
  const base = { id, span, name: nameOf(scan, span) };
  if (resolved.as === 'state') {
    const { country } = resolved;
    const id = candidate.part ? undefined : states.geonames.get(country);
    return { ...base, ...(id !== undefined && { geonames: id }), country, kind: candidate.kind ?? 'country' };
  }
  if (resolved.as === 'entry') {
    const { entry } = resolved;
    const country = entry.country === undefined ? {} : { country: entry.country };
    if (candidate.part) return { ...base, ...country, kind: candidate.kind ?? entry.kind };
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
  const kind = candidate.kind ?? (resolved.as === 'ambiguous' ? resolved.kind : undefined) ?? 'unknown';
  return { ...base, ...(country !== undefined && { country }), kind };
}

const spanOf = (scan: Scan, { from, to }: Candidate): Span => ({
  start: scan.tokens[from]?.start ?? 0,
  end: scan.tokens[to - 1]?.end ?? 0,
});

const nameOf = (scan: Scan, { start, end }: Span): string =>
  scan.doc.text.slice(start, end).replaceAll(/\s+/g, ' ');

const twoSpellings = (scan: Scan, place: Place, meant: Candidate): Note => ({
  kind: 'place/two-spellings',
  message: `The report writes '${place.name}' as well as '${nameOf(scan, spanOf(scan, meant))}'.`,
  spans: [place.span, spanOf(scan, meant)],
});

const ambiguous = (place: Place): LogEntry => ({
  code: 'place/ambiguous',
  stage: 'place',
  message: `'${place.name}' may be one of several places of that name.`,
  span: place.span,
});
