/** Reads and checks the data of plain text: lines that are no report, names of outlets, datelines. */
import { z } from 'zod';
import { checkedData } from '../../data-file.js';
import { Phrases, plain } from './phrases.js';

export const LineRole = z.enum(['share', 'related', 'list', 'section', 'caption', 'foot']);
export type LineRole = z.infer<typeof LineRole>;

const LineRow = z.strictObject({
  id: z.string().regex(/^plain\/[a-z-]+$/),
  role: LineRole,
  at: z.enum(['whole', 'start', 'end']),
  words: z.array(z.string().min(1)).min(1),
  example: z.string(),
});

const Words = z.strictObject({ words: z.array(z.string().min(1)), example: z.string() });

const Outlets = z.strictObject({
  outlet: Words,
  outletBegins: Words,
  desk: Words,
  bylineLabels: Words,
  sourceLabels: Words,
  agencies: z.array(z.strictObject({ name: z.string(), also: z.array(z.string()) })),
  agencyEnds: Words,
  subjectPrefixes: Words,
});

const Datelines = z.strictObject({
  dashes: z.array(z.string()),
  notPlaces: z.array(z.string()),
  particles: z.array(z.string()),
  examples: z.array(
    z.strictObject({
      id: z.string().regex(/^dateline\/[a-z-]+$/),
      text: z.string(),
      dateline: z.string(),
      place: z.string().optional(),
      agency: z.string().optional(),
      date: z.string().optional(),
    }),
  ),
});

export interface TextData {
  readonly lines: Phrases<LineRole>;
  readonly credits: CreditWords;
  readonly datelines: DatelineWords;
}

export interface CreditWords {
  /** Last words of outlets' names. */
  readonly outletWords: ReadonlySet<string>;
  readonly outletBegins: Phrases<true>;
  readonly desks: Phrases<true>;
  readonly bylineLabels: Phrases<true>;
  readonly sourceLabels: Phrases<true>;
  /** Each name in lower case, to the name as the agency is known. */
  readonly agencies: ReadonlyMap<string, string>;
  readonly agencyEnds: Phrases<true>;
  readonly subjectPrefixes: Phrases<true>;
}

export interface DatelineWords {
  /** Finds each dash of a text; global. */
  readonly dashes: RegExp;
  readonly notPlaces: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
}

const readYaml = <Row>(name: string, schema: z.ZodType<Row>): Row => checkedData('article', name, schema);

export const readLineRows = (): z.infer<typeof LineRow>[] => readYaml('plain-text.yaml', z.array(LineRow));
export const readOutletRows = (): z.infer<typeof Outlets> => readYaml('outlets.yaml', Outlets);
export const readDatelineRows = (): z.infer<typeof Datelines> => readYaml('datelines.yaml', Datelines);

function linePhrases(): Phrases<LineRole> {
  const phrases = new Phrases<LineRole>();
  const ids = new Set<string>();
  for (const { id, role, at, words } of readLineRows()) {
    if (ids.has(id)) throw new Error(`data/article/plain-text.yaml: ${id} stands twice.`);
    ids.add(id);
    phrases.add(at, words, role);
  }
  return phrases;
}

function listed(at: 'whole' | 'start' | 'end', { words }: z.infer<typeof Words>): Phrases<true> {
  const phrases = new Phrases<true>();
  phrases.add(at, words, true);
  return phrases;
}

function creditWords(): CreditWords {
  const rows = readOutletRows();
  const agencies = new Map<string, string>();
  for (const { name, also } of rows.agencies)
    for (const form of [name, ...also]) {
      if (agencies.has(plain(form)))
        throw new Error(`data/article/outlets.yaml: the agency '${form}' stands twice.`);
      agencies.set(plain(form), name);
    }
  const desks = listed('whole', rows.desk);
  desks.add('end', rows.desk.words, true);
  return {
    outletWords: new Set(rows.outlet.words.map(plain)),
    outletBegins: listed('start', rows.outletBegins),
    desks,
    bylineLabels: listed('start', rows.bylineLabels),
    sourceLabels: listed('start', rows.sourceLabels),
    agencies,
    agencyEnds: listed('end', rows.agencyEnds),
    subjectPrefixes: listed('start', rows.subjectPrefixes),
  };
}

/** Throws an Error that names file and entry when the data is damaged. */
export function loadTextData(): TextData {
  const { dashes, notPlaces, particles } = readDatelineRows();
  return {
    lines: linePhrases(),
    credits: creditWords(),
    datelines: {
      dashes: new RegExp([...dashes].sort((a, b) => b.length - a.length).join('|'), 'gu'),
      notPlaces: new Set(notPlaces.map(plain)),
      particles: new Set(particles.map(plain)),
    },
  };
}
