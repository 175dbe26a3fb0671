/** The tables of the record as Kysely sees them; docs/record.md says what each row means. */
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Reading } from '../../reading/reading.js';

/** A calendar day as text, `2016-12-02`. */
type Day = string;
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
/** A moment as ISO 8601 text. */
type Moment = ColumnType<string, string | undefined, string>;

/** One report. Its id is the digest of its text: the same text twice is one row. */
export interface ArticleTable {
  /** First 20 hex digits of the Reading's `article.id`. */
  id: string;
  url: string | null;
  outlet: string | null;
  agency: string | null;
  headline: string;
  language: string;
  /** ISO 8601 as stated, with its precision. */
  published: string | null;
  updated: string | null;
  /** Day of publication, where it is known to the day. */
  day: Day | null;
  /** Path, URL or id it was given under. */
  origin: string;
  text: string;
  reading: Json<Reading>;
  /** Program, model and data that read it. */
  made: string;
  filed: Moment;
  /** Bottom-k sketch of its shingles, for telling copies. */
  sketch: number[];
  /** Which lineage it belongs to: the id of the lineage's first article. */
  lineage: string | null;
  /** It says of itself that it corrects an earlier report of its outlet. */
  correction: boolean;
  /** The later version of the same page. */
  superseded: string | null;
  /** Forms of all that it names, and their countries: what it is searched by. */
  named: Generated<string[]>;
}

/** An actor as a report's event or statement names it, flat enough to compare. */
export interface Party {
  readonly kind: string;
  readonly name: string;
  readonly country?: string;
  readonly countries?: readonly string[];
  /** Title, where a person is known by the office alone or with it: `foreign minister`. */
  readonly title?: string;
  readonly sectors: readonly string[];
  /** Form of the name in the record, `person|sergei lavrov|RUS`: a row of `form`. */
  readonly form: string;
}

export interface Count {
  readonly of: string;
  readonly value: number;
}

/** One event of one report. */
export interface EventTable {
  /** `ARTICLE-eSTART`, by where its trigger stands: it stays the same when a report is read again. */
  id: string;
  article: string;
  type: string;
  code: string;
  mode: string | null;
  contexts: string[];
  cameo: string | null;
  plover: number;
  goldstein: number | null;
  status: string;
  background: boolean;
  /** Half open. */
  from: Day | null;
  to: Day | null;
  precision: string | null;
  basis: string | null;
  actors: Json<readonly Party[]>;
  recipients: Json<readonly Party[]>;
  place: string | null;
  geonames: number | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  counts: Json<readonly Count[]>;
  trigger_start: number;
  trigger_end: number;
  cite_start: number;
  cite_end: number;
  /** The sentence it was read from. */
  sentence: string;
  /** The headline tells it: what the body's first lines tell again. */
  headline: boolean;
  /** Statement it is told in. */
  statement: string | null;
  voucher: string;
  rule: string;
  confidence: number;
  happening: string | null;
  /** Thrown out by a person's decision. */
  rejected: boolean;
  /** The article that takes its claim back: a correction, or a later version of the same page. */
  corrected: string | null;
}

/** Where rows that may be one are looked for: rows that share a mark are compared. */
export interface MarkTable {
  mark: number;
  node: string;
}

/** Two rows that speak for being one, each pair once with `a` < `b`. */
export interface EdgeTable {
  a: string;
  b: string;
  /** Log odds that they are one, above 0. */
  weight: number;
}

/** An event as the record holds it: merged from one or more reports. */
export interface HappeningTable {
  /** Id of its first event, by day of publication. */
  id: string;
  type: string;
  code: string;
  mode: string | null;
  contexts: string[];
  cameo: string | null;
  plover: number;
  goldstein: number | null;
  status: string;
  background: boolean;
  from: Day | null;
  to: Day | null;
  precision: string | null;
  actors: Json<readonly Party[]>;
  recipients: Json<readonly Party[]>;
  place: string | null;
  geonames: number | null;
  lat: number | null;
  lon: number | null;
  country: string | null;
  counts: Json<readonly Count[]>;
  /** What people ask by: every country, `RUS>JPN` pairs, ids of actors. */
  countries: string[];
  dyads: string[];
  who: string[];
  /** `Shinzo Abe (JPN) met Vladimir Putin (RUS)`, from the best sentence's words or a person's name for it. */
  title: string;
  /** The sentence that says most about it, and the event it is of. */
  sentence: string;
  best: string;
  /** How many articles tell it, and in how many independent lineages. */
  reports: number;
  sources: number;
  /** First day anybody printed it, and where. */
  first_day: Day | null;
  first_article: string;
  /** Span of all days claimed for it. */
  claimed_from: Day | null;
  claimed_to: Day | null;
  /** Names of all places claimed for it. */
  claimed_places: string[];
  contradictions: number;
  confidence: number;
}

/** Two reports that cannot both be right about a happening. */
export interface ContradictionTable {
  happening: string;
  kind: 'date' | 'place' | 'title' | 'count' | 'status';
  /** What it is about, where a kind has several: `killed`, the family name of a person; else empty. */
  of: string;
  /** Events that make the claims, and the claims as words. */
  a: string;
  b: string;
  claim_a: string;
  claim_b: string;
  /** The event whose claim was taken back. */
  settled: string | null;
}

/** What came of what was scheduled, promised, threatened or demanded. */
export interface FollowTable {
  happening: string;
  outcome: string;
  kind: 'held' | 'postponed' | 'called-off' | 'kept' | 'broken';
}

/** One attribution of one report. */
export interface StatementTable {
  id: string;
  article: string;
  form: string;
  speakers: Json<readonly Party[]>;
  content: string;
  content_start: number;
  content_end: number;
  sentence: string;
  cite_start: number;
  cite_end: number;
  from: Day | null;
  to: Day | null;
  language: string | null;
  countries: string[];
  who: string[];
  /** Its words and speaker, which reports may share. */
  wording: ColumnType<string | null, string | null | undefined, string | null>;
  /** The saying it is a wording of. */
  saying: string | null;
  /** Thrown out by a person's decision: it has no wording then, and is under no saying. */
  rejected: Generated<boolean>;
}

/** The same words of the same speaker, however many reports print them: what is compared when sayings are merged. */
export interface WordingTable {
  /** Made from speaker, words and form; of what may be said often, from the day too. */
  id: string;
  form: string;
  /** Forms of names; `known` are those of somebody in particular. */
  speakers: Json<readonly { readonly form: string; readonly known: boolean }[]>;
  /** In lower case, without marks. */
  words: string;
  /** The first day on which it is said or, where reports do not tell, printed. */
  first: Day | null;
  saying: string | null;
}

/** Something said once, with all who carried it. */
export interface SayingTable {
  id: string;
  speakers: Json<readonly Party[]>;
  form: string;
  content: string;
  from: Day | null;
  to: Day | null;
  countries: string[];
  who: string[];
  best: string;
  wordings: number;
  reports: number;
  sources: number;
  first_day: Day | null;
}

/** A name as reports write it, with what they say of it: `person|lavrov|RUS`. */
export interface FormTable {
  id: string;
  kind: string;
  name: string;
  country: string | null;
  sectors: string[];
  /** Some report writes it as a common noun: `the minister`, `gunmen`. */
  common: Generated<boolean>;
  /** How many articles name it. */
  reports: number;
  actor: string | null;
  /** A person has decided that it stands for no actor. */
  rejected: Generated<boolean>;
  /** The decision by which a person took it out of its actor: names of its family join it by a person's word alone. */
  apart: Generated<number | null>;
}

/** Which article names which form, how often, and what it says of it. */
export interface NamingTable {
  article: string;
  form: string;
  mentions: number;
  name: string;
  sectors: string[];
  /** Written as a common noun. */
  common: boolean;
  roles: Json<readonly { readonly title: string; readonly of: string }[]>;
}

/** What reports call a form, and between which days of publication. */
export interface RoleTable {
  form: string;
  title: string;
  /** What the office is of; empty where the report does not say. */
  of: string;
  first_day: Day | null;
  last_day: Day | null;
  reports: number;
}

/** A person, state, organisation or group of the record: one or more forms. */
export interface ActorTable {
  /** Id of its fullest form. */
  id: string;
  kind: string;
  name: string;
  country: string | null;
  sectors: string[];
  aliases: string[];
  reports: number;
}

/** A dispute as a report tells it. */
export interface DisputeTable {
  id: string;
  article: string;
  parties: string[];
  names: Json<readonly { readonly name: string; readonly usedBy?: string }[]>;
  places: number[];
  sentence: string;
  cite_start: number;
  cite_end: number;
  since: string | null;
  effects: string[];
  /** Its parties and what it is about, which reports may share. */
  matter: ColumnType<string | null, string | null | undefined, string | null>;
  /** The quarrel of the record it belongs to. */
  quarrel: string | null;
}

/** The same parties at odds over what has the same names, however many reports tell of it; a mark's node. */
export interface MatterTable {
  id: string;
  parties: string[];
  /** In lower case; what is no name of its own (`the border`) with a `~` before it. */
  names: string[];
  places: number[];
  quarrel: string | null;
}

/** A dispute of the record. */
export interface QuarrelTable {
  id: string;
  parties: string[];
  names: Json<readonly { readonly name: string; readonly usedBy: readonly string[] }[]>;
  places: number[];
  since: string | null;
  reports: number;
  sources: number;
}

/** A person's word on the record; kept for ever and replayed after every re-read. */
export interface DecisionTable {
  id: Generated<number>;
  kind: 'merge' | 'split' | 'rename' | 'reject';
  /** What it is about: places in articles, which outlast ids. */
  subjects: Json<readonly Anchor[]>;
  /** The new name. */
  value: string | null;
  author: string;
  at: Moment;
  note: string | null;
  undone: Moment | null;
}

/** A row by where it stands: the words of an event's trigger or of a statement in an article, or a form of a name. */
export type Anchor =
  | {
      readonly table: 'event';
      readonly article: string;
      readonly start: number;
      readonly end: number;
      readonly type: string;
      /** Where one trigger tells of several events, which of them; 1 if absent. */
      readonly nth?: number;
      /** Of a split: which of the two sides it is on. */
      readonly side?: number;
    }
  | {
      readonly table: 'statement';
      readonly article: string;
      /** Of what is said. */
      readonly start: number;
      readonly end: number;
      readonly side?: number;
    }
  | { readonly table: 'form'; readonly form: string; readonly side?: number };

/** What decisions say of two events, wordings or forms as they stand now: one or two. Made anew from `decision`. */
export interface RulingTable {
  a: string;
  b: string;
  one: boolean;
}

/** A person's name for the happening that an event tells of, or the actor that a form names, as it stands now. */
export interface GivenTable {
  /** Or form. */
  event: string;
  title: string;
  /** The decision; of several the last counts. */
  decision: number;
}

/** A report that could not be read or filed. */
export interface FailureTable {
  /** Where it came from and the place in it. */
  id: string;
  origin: string;
  place: string | null;
  code: string;
  message: string;
  at: Moment;
  tries: Generated<number>;
}

/** A look at a source: the ground for "nothing reported since" against "not read". */
export interface VisitTable {
  id: Generated<number>;
  source: string;
  at: Moment;
  outcome: 'ok' | 'unchanged' | 'failed';
  message: string | null;
  found: number;
  filed: number;
}

/** What is known of a source between visits. */
export interface SourceTable {
  id: string;
  kind: string;
  state: Json<unknown>;
  next: Moment;
}

/** How far an input has been taken in: going on later does not read that part again. */
export interface InputTable {
  /** Path, size and time of change. */
  id: string;
  /** Reports taken from it, in its order. */
  position: number;
  whole: boolean;
  at: Moment;
}

/** One value a name, e.g. the schema's version and the program that wrote last. */
export interface MetaTable {
  name: string;
  value: string;
}

export interface Tables {
  article: ArticleTable;
  event: EventTable;
  mark: MarkTable;
  edge: EdgeTable;
  happening: HappeningTable;
  contradiction: ContradictionTable;
  follow: FollowTable;
  statement: StatementTable;
  wording: WordingTable;
  saying: SayingTable;
  form: FormTable;
  naming: NamingTable;
  role: RoleTable;
  actor: ActorTable;
  dispute: DisputeTable;
  matter: MatterTable;
  quarrel: QuarrelTable;
  decision: DecisionTable;
  ruling: RulingTable;
  given: GivenTable;
  failure: FailureTable;
  visit: VisitTable;
  source: SourceTable;
  input: InputTable;
  meta: MetaTable;
}

export type EventRow = Selectable<EventTable>;
export type StatementRow = Selectable<StatementTable>;
export type HappeningRow = Selectable<HappeningTable>;
