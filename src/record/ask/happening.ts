/** A happening as an answer gives it: fields that are not known are absent. */
import type { Count, HappeningRow, Party } from '../store/tables.js';
import type { Evidence, Source } from './cite.js';

export interface Happening {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  /** PLOVER label after "which type wins". */
  readonly code: string;
  readonly mode?: string;
  readonly contexts: readonly string[];
  readonly cameo?: string;
  /** Two scales, never mixed. */
  readonly intensity: { readonly plover: number; readonly goldstein?: number };
  readonly status: string;
  readonly background: boolean;
  /** Half open. */
  readonly when?: { readonly from: string; readonly to: string; readonly precision?: string };
  readonly where?: Where;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly counts: readonly Count[];
  readonly countries: readonly string[];
  readonly dyads: readonly string[];
  /** How many reports tell it, and how many sources that do not copy each other. */
  readonly reports: number;
  readonly sources: number;
  readonly contradictions: number;
  readonly confidence: number;
  /** The report that printed it first. */
  readonly first?: Source;
  readonly firstDay?: string;
  /** Everything claimed for it. */
  readonly claimed: { readonly from?: string; readonly to?: string; readonly places: readonly string[] };
  readonly sentence: string;
  /** The event whose sentence is shown. */
  readonly cite?: Evidence;
  /** On request: every report's event. */
  readonly evidence?: readonly Evidence[];
}

export interface Where {
  readonly name: string;
  readonly geonames?: number;
  readonly lat?: number;
  readonly lon?: number;
  readonly country?: string;
}

/** All but the words that are searched. */
export const happeningColumns = [
  'h.id',
  'h.type',
  'h.code',
  'h.mode',
  'h.contexts',
  'h.cameo',
  'h.plover',
  'h.goldstein',
  'h.status',
  'h.background',
  'h.from',
  'h.to',
  'h.precision',
  'h.actors',
  'h.recipients',
  'h.place',
  'h.geonames',
  'h.lat',
  'h.lon',
  'h.country',
  'h.counts',
  'h.countries',
  'h.dyads',
  'h.who',
  'h.title',
  'h.sentence',
  'h.best',
  'h.reports',
  'h.sources',
  'h.first_day',
  'h.first_article',
  'h.claimed_from',
  'h.claimed_to',
  'h.claimed_places',
  'h.contradictions',
  'h.confidence',
] as const;

export interface Cited {
  readonly cite?: Evidence | undefined;
  readonly first?: Source | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
}

export function happeningOf(row: HappeningRow, { cite, first, evidence }: Cited): Happening {
  const { goldstein, claimed_from, claimed_to, claimed_places, first_day } = row;
  return {
    id: row.id,
    title: row.title,
    type: row.type,
    code: row.code,
    ...given('mode', row.mode),
    contexts: row.contexts,
    ...given('cameo', row.cameo),
    intensity: { plover: row.plover, ...given('goldstein', goldstein) },
    status: row.status,
    background: row.background,
    ...given('when', whenOf(row)),
    ...given('where', whereOf(row)),
    actors: row.actors,
    recipients: row.recipients,
    counts: row.counts,
    countries: row.countries,
    dyads: row.dyads,
    reports: row.reports,
    sources: row.sources,
    contradictions: row.contradictions,
    confidence: row.confidence,
    ...given('first', first),
    ...given('firstDay', first_day),
    claimed: { ...given('from', claimed_from), ...given('to', claimed_to), places: claimed_places },
    sentence: row.sentence,
    ...given('cite', cite),
    ...given('evidence', evidence),
  };
}

function whenOf({ from, to, precision }: HappeningRow): Happening['when'] {
  return from === null || to === null ? undefined : { from, to, ...given('precision', precision) };
}

function whereOf({ place, geonames, lat, lon, country }: HappeningRow): Where | undefined {
  if (place === null) return undefined;
  return {
    name: place,
    ...given('geonames', geonames),
    ...given('lat', lat),
    ...given('lon', lon),
    ...given('country', country),
  };
}

/** The field where there is a value, else nothing. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [key in Name]?: Value } {
  return (value === null || value === undefined ? {} : { [name]: value }) as {
    readonly [key in Name]?: Value;
  };
}
