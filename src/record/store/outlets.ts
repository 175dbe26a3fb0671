/**
 * How many reports and lineages each outlet has, kept by the database itself while reports come, change lineage and go:
 * counting a million of them takes a second. Made from `article` alone, so no backup holds it: restoring makes it anew.
 */

/** What must stand in `outlet`. */
export const outletsCounted = `
  select coalesce('=' || outlet, '') as id, outlet, sum(articles)::integer as articles, count(lineage)::integer as lineages,
    min(first_day) as first_day, max(last_day) as last_day
  from (select outlet, lineage, count(*) as articles, min(day) as first_day, max(day) as last_day
    from article group by outlet, lineage) as part
  group by outlet`;

/** Rows that a statement on `article` has put in or changed, and those that it has taken out or changed. */
const ADDED = `select outlet, lineage, day, 1 as more from added`;
const REMOVED = `select outlet, lineage, day, -1 as more from removed`;

const changes = [
  { on: 'insert', tables: 'new table as added', rows: ADDED },
  { on: 'update', tables: 'old table as removed new table as added', rows: `${ADDED} union all ${REMOVED}` },
  { on: 'delete', tables: 'old table as removed', rows: REMOVED },
];

/** Of an outlet, or of reports that name none: two conditions that an index answers, where one with `or` has none. */
const NAMED = 'a.outlet = o.outlet';
const NAMELESS = 'o.outlet is null and a.outlet is null';

const day = (which: 'min' | 'max'): string => `case when o.outlet is null
  then (select ${which}(a.day) from article a where a.outlet is null)
  else (select ${which}(a.day) from article a where ${NAMED}) end`;

/** Those of the lineage that are there now, less those that the statement added, were there before. */
const keeping = (rows: string): string => `
  begin
    with changed as (select outlet, lineage, day, sum(more) as more from (${rows}) as moved
      group by 1, 2, 3 having sum(more) <> 0),
    part as (select outlet, lineage, sum(more) as more from changed group by 1, 2),
    counted as (select o.outlet, sum(o.more) as articles,
        sum((now.found > 0)::integer - (now.found > o.more)::integer) filter (where o.lineage is not null) as lineages
      from part o cross join lateral (select count(*) as found from (
        select 1 from article a where ${NAMED} and a.lineage = o.lineage
        union all select 1 from article a where ${NAMELESS} and a.lineage = o.lineage) as each) as now
      group by o.outlet)
    insert into outlet as kept (id, outlet, articles, lineages, first_day, last_day)
      select coalesce('=' || o.outlet, ''), o.outlet, o.articles, coalesce(o.lineages, 0), ${day('min')}, ${day('max')}
      from counted o
    on conflict (id) do update set articles = kept.articles + excluded.articles,
      lineages = kept.lineages + excluded.lineages, first_day = excluded.first_day, last_day = excluded.last_day;
    delete from outlet where articles <= 0;
    return null;
  end`;

export const outletStatements: readonly string[] = [
  `create table outlet (id text primary key, outlet text, articles integer not null, lineages integer not null,
    first_day date, last_day date)`,
  ...changes.flatMap(({ on, tables, rows }) => [
    `create function outlet_after_${on}() returns trigger language plpgsql as $$ ${keeping(rows)} $$`,
    `create trigger outlet_after_${on} after ${on} on article referencing ${tables}
      for each statement execute function outlet_after_${on}()`,
  ]),
];
