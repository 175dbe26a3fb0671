/** The first schema. Dates are days; `from` and `to` are half open; ids are made from texts, never counted. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { outletStatements } from '../outlets.js';

/**
 * What is new in such an index waits in a list that every query reads through: short enough, 256 kB, to cost it little.
 * PGlite has no autovacuum that would empty it.
 */
const pending = 'with (gin_pending_list_limit = 256)';

const statements = [
  `create table meta (name text primary key, value text not null)`,
  `create table article (
    id text primary key, url text, outlet text, agency text, headline text not null, language text not null,
    published text, updated text, day date, origin text not null, text text not null, reading jsonb not null,
    made text not null, filed timestamptz not null default now(),
    sketch integer[] not null, lineage text, correction boolean not null, superseded text,
    named text[] not null default '{}',
    words tsvector generated always as (to_tsvector('english', headline || ' ' || text)) stored)`,
  `create index article_url on article (url)`,
  `create index article_day on article (day)`,
  `create index article_newest on article ((coalesce(day, '-infinity'::date)), id collate "C")`,
  // What was filed last, for whoever waits for news.
  `create index article_filed on article (filed)`,
  `create index article_lineage on article (lineage)`,
  // For counts of an outlet's reports and lineages, and whether it was read since a day: no row is touched.
  `create index article_outlet on article (outlet, lineage, day)`,
  `create index article_outlet_day on article (outlet, day)`,
  `create index article_words on article using gin (words) ${pending}`,
  `create index article_named on article using gin (named) ${pending}`,
  ...outletStatements,
  `create table event (
    id text primary key, article text not null references article on delete cascade,
    type text not null, code text not null, mode text, contexts text[] not null, cameo text,
    plover real not null, goldstein real, status text not null, background boolean not null,
    "from" date, "to" date, precision text, basis text, actors jsonb not null, recipients jsonb not null,
    place text, geonames integer, lat double precision, lon double precision, country text, counts jsonb not null,
    trigger_start integer not null, trigger_end integer not null, cite_start integer not null, cite_end integer not null,
    sentence text not null, headline boolean not null, statement text, voucher text not null, rule text not null, confidence real not null,
    happening text, rejected boolean not null default false, corrected text)`,
  `create index event_article on event (article)`,
  `create index event_happening on event (happening)`,
  `create table statement (
    id text primary key, article text not null references article on delete cascade,
    form text not null, speakers jsonb not null, content text not null,
    content_start integer not null, content_end integer not null, sentence text not null,
    cite_start integer not null, cite_end integer not null, "from" date, "to" date, language text,
    countries text[] not null, who text[] not null, wording text, saying text, rejected boolean not null default false)`,
  `create index statement_article on statement (article)`,
  `create index statement_saying on statement (saying)`,
  `create index statement_wording on statement (wording)`,
  `create table wording (id text primary key, form text not null, speakers jsonb not null, words text not null,
    first date, saying text)`,
  `create index wording_saying on wording (saying)`,
  // No key: of the largest table the index is a third as large without the node.
  `create table mark (mark integer not null, node text not null)`,
  `create index mark_mark on mark (mark)`,
  `create index mark_node on mark (node)`,
  `create table edge (a text not null, b text not null, weight real not null, primary key (a, b))`,
  `create index edge_b on edge (b)`,
  `create table happening (
    id text primary key, type text not null, code text not null, mode text, contexts text[] not null, cameo text,
    plover real not null, goldstein real, status text not null, background boolean not null,
    "from" date, "to" date, precision text, actors jsonb not null, recipients jsonb not null,
    place text, geonames integer, lat double precision, lon double precision, country text, counts jsonb not null,
    countries text[] not null, dyads text[] not null, who text[] not null, title text not null,
    sentence text not null, best text not null, reports integer not null, sources integer not null,
    first_day date, first_article text not null, claimed_from date, claimed_to date, claimed_places text[] not null,
    contradictions integer not null, confidence real not null,
    words tsvector generated always as (to_tsvector('english', title || ' ' || sentence)) stored)`,
  // The order of answers: by day, else by the day it was first printed; ids by bytes, which all databases order alike.
  `create index happening_day on happening ((coalesce("from", first_day, '-infinity'::date)), id collate "C")`,
  `create index happening_status on happening (status, (coalesce("from", first_day, '-infinity'::date)), id collate "C")`,
  // What the calendar tells of, both statuses in one order.
  `create index happening_planned on happening ((coalesce("from", first_day, '-infinity'::date)), id collate "C")
    where status in ('scheduled', 'intended')`,
  `create index happening_type on happening (type, (coalesce("from", first_day, '-infinity'::date)), id collate "C")`,
  `create index happening_sources on happening (sources, (coalesce("from", first_day, '-infinity'::date)), id collate "C")`,
  `create index happening_disputed on happening ((coalesce("from", first_day, '-infinity'::date)), id collate "C")
    where contradictions > 0`,
  `create index happening_disputed_countries on happening using gin (countries) ${pending} where contradictions > 0`,
  `create index happening_disputed_most on happening
    (sources, (coalesce("from", first_day, '-infinity'::date)), id collate "C") where contradictions > 0`,
  `create index happening_background on happening ((coalesce("from", first_day, '-infinity'::date)), id collate "C")
    where background`,
  `create index happening_days on happening using gist (daterange("from", greatest("from", "to")))
    where "from" is not null`,
  `create index happening_code on happening (code)`,
  `create index happening_cameo on happening (cameo)`,
  `create index happening_geonames on happening (geonames)`,
  `create index happening_place on happening (lower(place))`,
  `create index happening_country on happening (country)`,
  `create index happening_lat on happening (lat, lon)`,
  // For ids given by their beginning.
  `create index happening_id on happening (id text_pattern_ops)`,
  `create index happening_countries on happening using gin (countries) ${pending}`,
  `create index happening_dyads on happening using gin (dyads) ${pending}`,
  `create index happening_who on happening using gin (who) ${pending}`,
  `create index happening_open on happening using gin (dyads) ${pending}
    where status in ('scheduled', 'intended', 'requested', 'conditional', 'cancelled')`,
  `create index happening_words on happening using gin (words) ${pending}`,
  `create table contradiction (
    happening text not null references happening on delete cascade, kind text not null,
    "of" text not null, a text not null, b text not null, claim_a text not null, claim_b text not null, settled text,
    primary key (happening, kind, "of", a, b))`,
  `create table follow (
    happening text not null references happening on delete cascade,
    outcome text not null references happening on delete cascade, kind text not null,
    primary key (happening, outcome))`,
  `create index follow_outcome on follow (outcome)`,
  `create table saying (
    id text primary key, speakers jsonb not null, form text not null, content text not null,
    "from" date, "to" date, countries text[] not null, who text[] not null, best text not null,
    wordings integer not null, reports integer not null, sources integer not null, first_day date,
    words tsvector generated always as (to_tsvector('english', content)) stored)`,
  `create index saying_day on saying ((coalesce("from", first_day, '-infinity'::date)), id collate "C")`,
  `create index saying_days on saying using gist (daterange("from", greatest("from", "to"))) where "from" is not null`,
  `create index saying_sources on saying (sources, (coalesce("from", first_day, '-infinity'::date)), id collate "C")`,
  `create index saying_countries on saying using gin (countries) ${pending}`,
  `create index saying_who on saying using gin (who) ${pending}`,
  `create index saying_words on saying using gin (words) ${pending}`,
  `create table form (id text primary key, kind text not null, name text not null, country text,
    sectors text[] not null, common boolean not null default false, reports integer not null, actor text,
    rejected boolean not null default false, apart integer)`,
  `create index form_actor on form (actor)`,
  `create index form_country on form (country)`,
  // The folded name in the middle of the id.
  `create index form_name on form (split_part(id, '|', 2))`,
  `create table naming (article text not null references article on delete cascade, form text not null,
    mentions integer not null, name text not null, sectors text[] not null, common boolean not null, roles jsonb not null,
    primary key (article, form))`,
  // With its reports, which searching for what names somebody runs through.
  `create index naming_form on naming (form, article)`,
  `create table role (form text not null references form on delete cascade, title text not null, "of" text not null,
    first_day date, last_day date, reports integer not null, primary key (form, title, "of"))`,
  `create table actor (id text primary key, kind text not null, name text not null, country text,
    sectors text[] not null, aliases text[] not null, reports integer not null)`,
  `create index actor_reports on actor (reports, id collate "C")`,
  `create index actor_name on actor (lower(name))`,
  `create table dispute (
    id text primary key, article text not null references article on delete cascade, parties text[] not null,
    names jsonb not null, places integer[] not null, sentence text not null,
    cite_start integer not null, cite_end integer not null, since text, effects text[] not null, matter text, quarrel text)`,
  `create index dispute_article on dispute (article)`,
  `create index dispute_quarrel on dispute (quarrel)`,
  `create index dispute_matter on dispute (matter)`,
  `create table matter (id text primary key, parties text[] not null, names text[] not null, places integer[] not null,
    quarrel text)`,
  `create index matter_quarrel on matter (quarrel)`,
  `create table quarrel (id text primary key, parties text[] not null, names jsonb not null, places integer[] not null,
    since text, reports integer not null, sources integer not null)`,
  `create table decision (id serial primary key, kind text not null, subjects jsonb not null, value text,
    author text not null, at timestamptz not null default now(), note text, undone timestamptz)`,
  // What decisions have thrown out or taken apart is little among much.
  `create index event_rejected on event (id) where rejected`,
  `create index statement_rejected on statement (id) where rejected`,
  `create index form_rejected on form (id) where rejected`,
  `create index form_apart on form (id) where apart is not null`,
  `create table ruling (a text not null, b text not null, one boolean not null, primary key (a, b))`,
  `create index ruling_b on ruling (b)`,
  `create table given (event text primary key, title text not null, decision integer not null)`,
  `create table failure (id text primary key, origin text not null, place text, code text not null, message text not null,
    at timestamptz not null default now(), tries integer not null default 1)`,
  `create table visit (id serial primary key, source text not null, at timestamptz not null default now(),
    outcome text not null, message text, found integer not null, filed integer not null)`,
  `create index visit_source on visit (source, at, id)`,
  `create table source (id text primary key, kind text not null, state jsonb not null, next timestamptz not null)`,
  `create table input (id text primary key, position integer not null, whole boolean not null,
    at timestamptz not null default now())`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
