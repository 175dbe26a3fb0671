/** Addresses of the page: every view has one, filters stand in it. */
import type { Span } from '../../src/span.js';
import { type Params, searchOf } from './api/client.js';

const segment = encodeURIComponent;

export const routes = {
  home: '/',
  dossier: '/dossiers/:name',
  dossiers: '/dossiers',
  happening: '/happenings/:id',
  report: '/reports/:id',
  reports: '/reports',
  map: '/map',
  people: '/people',
  person: '/people/:id',
  calendar: '/calendar',
  search: '/search',
  add: '/add',
  decisions: '/decisions',
} as const;

export const toDossier = (name: string): string => `/dossiers/${segment(name)}`;
export const toHappening = (id: string): string => `/happenings/${segment(id)}`;
/** @param at The sentence to stand at, in UTF-16 code units of the article's text. */
export const toReport = (id: string, at?: Span): string =>
  `/reports/${segment(id)}${at === undefined ? '' : `?at=${at.start}-${at.end}`}`;
export const toPerson = (id: string): string => `/people/${segment(id)}`;
export const toSearch = (params: Params = {}): string => `/search${searchOf(params)}`;
export const toMap = (params: Params = {}): string => `/map${searchOf(params)}`;

/** `120-240` of `?at=` as a span. */
export function spanOf(at: string | null): Span | undefined {
  const found = /^(\d+)-(\d+)$/u.exec(at ?? '');
  if (found === null) return undefined;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return start < end ? { start, end } : undefined;
}
