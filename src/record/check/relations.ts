/** Invariants that a single question to the database answers: what names what, and what is counted. */
import { sql } from 'kysely';
import type { Tx } from '../store/database.js';
import { outletsCounted } from '../store/outlets.js';
import type { Finding } from './finding.js';

interface Relation {
  readonly check: string;
  readonly what: string;
  /** Gives `bad`: each row that breaks it, in words. */
  readonly broken: string;
}

const noRow = (table: string, condition: string): string =>
  `not exists (select 1 from ${table} where ${condition})`;

const ownArticle = (table: string): Relation => ({
  check: `${table}/article`,
  what: `every ${table} has its report`,
  broken: `select ${table === 'naming' ? 'form' : 'id'} || ' of ' || article as bad from ${table} t
    where ${noRow('article', 'id = t.article')}`,
});

/** Nothing that marks, edges and decisions may be of: no event, report, wording, matter or name. */
const isNoNode = (column: string): string =>
  ['event', 'article', 'wording', 'matter', 'form']
    .map((table) => noRow(table, `id = ${column}`))
    .join(' and ');

/** A column that is empty or names a row. */
const named = (table: string, column: string, target: string, what: string): Relation => ({
  check: `${table}/${column}`,
  what,
  broken: `select id || ' names ' || "${column}" as bad from ${table} t
    where "${column}" is not null and ${noRow(target, `id = t."${column}"`)}`,
});

/** What is concluded from rows has some. */
const concluded = (table: string, from: string, what: string): Relation => ({
  check: `${table}/members`,
  what,
  broken: `select id as bad from ${table} t where ${noRow(from, `${table} = t.id`)}`,
});

/**
 * Rows that reports share (statements by their wording, disputes by what they are about), and what these belong to.
 * @param none Where a row belongs to none.
 */
const assigned = (row: string, shared: string, whole: string, none = 'false'): Relation[] => [
  named(row, shared, shared, `every ${shared} that a ${row} has exists`),
  concluded(shared, row, `every ${shared} is of a ${row}`),
  {
    check: `${row}/${whole}`,
    what: `every ${row} has its ${whole}, which is that of its ${shared}`,
    broken: `select id || coalesce(' names ' || ${whole}, ' has none') as bad from ${row} t
      where (${none}) <> (${whole} is null) or (${whole} is not null and ${noRow(whole, `id = t.${whole}`)})
      or exists (select 1 from ${shared} s where s.id = t.${shared} and s.${whole} is distinct from t.${whole})`,
  },
  concluded(whole, row, `every ${whole} has a ${row}`),
];

export const relations: readonly Relation[] = [
  ownArticle('event'),
  ownArticle('statement'),
  ownArticle('dispute'),
  ownArticle('naming'),
  {
    check: 'outlet/reports',
    what: 'every outlet has as many reports, lineages and days as its reports say',
    broken: `select coalesce(outlet, 'no outlet') as bad from (
      (select id, outlet, articles, lineages, first_day, last_day from outlet except ${outletsCounted})
      union all (${outletsCounted} except select id, outlet, articles, lineages, first_day, last_day from outlet)) as odd`,
  },
  {
    check: 'event/happening',
    what: 'every event that is not rejected has its happening',
    broken: `select id || coalesce(' names ' || happening, ' has none') as bad from event e where not rejected
      and (happening is null or ${noRow('happening', 'id = e.happening')})`,
  },
  {
    check: 'event/rejected',
    what: 'a rejected event tells of no happening',
    broken: `select id || ' names ' || happening as bad from event where rejected and happening is not null`,
  },
  named('event', 'statement', 'statement', 'every statement in which an event is told exists'),
  named('event', 'corrected', 'article', 'every report that takes a claim back exists'),
  {
    check: 'happening/members',
    what: 'every happening is told by an event',
    broken: `select id as bad from happening h where ${noRow('event', 'happening = h.id and not rejected')}`,
  },
  {
    check: 'happening/id',
    what: "every happening's id is made from one of its events",
    broken: `select id as bad from happening h where
      ${noRow('event', `happening = h.id and not rejected and 'h' || id = h.id`)}`,
  },
  {
    check: 'contradiction/events',
    what: 'contradictions are between two events of their happening',
    broken: `select happening || ': ' || a || ' against ' || b as bad from contradiction c
      where ${noRow('happening', 'id = c.happening')}
      or (select count(*) from event where id in (c.a, c.b) and happening = c.happening) < 2
      or (settled is not null and settled not in (a, b))`,
  },
  {
    check: 'follow/happenings',
    what: 'what came of a happening is another happening',
    broken: `select happening || ' → ' || outcome as bad from follow f where happening = outcome
      or ${noRow('happening', 'id = f.happening')} or ${noRow('happening', 'id = f.outcome')}`,
  },
  ...assigned('statement', 'wording', 'saying', 'rejected'),
  ...assigned('dispute', 'matter', 'quarrel'),
  named('form', 'actor', 'actor', 'every actor that a name belongs to exists'),
  concluded('actor', 'form', 'every actor has a name'),
  {
    check: 'actor/reports',
    what: 'an actor is counted in as many reports as use its names',
    broken: `select id || ': ' || reports || ' counted, ' || named || ' name it' as bad from (
      select id, reports, (select count(distinct article) from naming join form on naming.form = form.id
        where form.actor = a.id) as named from actor a) counted where reports <> named`,
  },
  {
    check: 'naming/form',
    what: 'every name that a report uses is known',
    broken: `select article || ' names ' || form as bad from naming n where ${noRow('form', 'id = n.form')}`,
  },
  {
    check: 'form/reports',
    what: 'a name is counted in as many reports as use it',
    broken: `select id || ': ' || reports || ' counted, ' || named || ' use it' as bad from (
      select id, reports, (select count(*) from naming where form = f.id) as named from form f) counted
      where reports <> named`,
  },
  {
    check: 'form/common',
    what: 'a name is a common noun where some report writes it so',
    broken: `select id as bad from form f where common is distinct from
      (select bool_or(common) from naming where form = f.id)`,
  },
  {
    check: 'role/form',
    what: 'every office is of a name that is known',
    broken: `select form || ', ' || title as bad from role r where ${noRow('form', 'id = r.form')}`,
  },
  {
    check: 'role/reports',
    what: 'an office is counted, from its first day to its last, as reports give it',
    broken: `select coalesce(r.form, g.form) || ', ' || coalesce(r.title, g.title) as bad from role r full join (
      select n.form, given ->> 'title' as title, given ->> 'of' as "of", count(distinct n.article) as reports,
        min(a.day) as first_day, max(a.day) as last_day
      from naming n join article a on a.id = n.article, jsonb_array_elements(n.roles) given group by 1, 2, 3) g
      on g.form = r.form and g.title = r.title and g."of" = r."of"
      where (r.reports, r.first_day, r.last_day) is distinct from (g.reports, g.first_day, g.last_day)`,
  },
  {
    check: 'article/lineage',
    what: 'every report is of a lineage, whose first report is of it too',
    broken: `select id || coalesce(' names ' || lineage, ' has none') as bad from article a
      where lineage is null or ${noRow('article head', 'head.id = a.lineage and head.lineage = head.id')}`,
  },
  {
    check: 'article/named',
    what: 'every report is searched by what it names',
    broken: `select a.id || ' is not searched by ' || n.form as bad from article a join naming n on n.article = a.id
      where not a.named @> array[n.form]`,
  },
  {
    check: 'article/superseded',
    what: 'the later version of a page is a version of it',
    broken: `select id || ' names ' || superseded as bad from article a where superseded is not null
      and ${noRow('article later', 'later.id = a.superseded and later.url = a.url and later.id <> a.id')}`,
  },
  {
    check: 'edge/order',
    what: 'two rows that may be one are one edge, in order, with a weight above 0',
    broken: `select a || ' – ' || b as bad from edge where a collate "C" >= b collate "C" or weight <= 0`,
  },
  {
    check: 'edge/nodes',
    what: 'every edge ties rows that exist',
    broken: `select a || ' – ' || b as bad from edge where (${isNoNode('edge.a')}) or (${isNoNode('edge.b')})`,
  },
  {
    check: 'mark/nodes',
    what: 'every mark is of a row that exists',
    broken: `select node || ' marked ' || mark as bad from mark where ${isNoNode('mark.node')}`,
  },
  {
    check: 'ruling/nodes',
    what: "people's decisions on two rows are in order, of rows that exist",
    broken: `select a || ' – ' || b as bad from ruling r where a collate "C" >= b collate "C"
      or (${isNoNode('r.a')}) or (${isNoNode('r.b')})`,
  },
  {
    check: 'ruling/followed',
    what: "people's decisions on two events, wordings or names are followed",
    broken: `select a || ' – ' || b || case when one then ' are one by decision' else ' are two by decision' end as bad
      from ruling join (
        select id, happening as whole from event where not rejected
        union all select id, saying from wording union all select id, actor from form where not rejected) x on x.id = a
      join (
        select id, happening as whole from event where not rejected
        union all select id, saying from wording union all select id, actor from form where not rejected) y on y.id = b
      where case when one then x.whole is distinct from y.whole else x.whole = y.whole end`,
  },
  {
    check: 'given/event',
    what: "people's names are of events or names that exist",
    broken: `select event || ', ' || title as bad from given g where ${isNoNode('g.event')}`,
  },
];

export async function checkRelation(tx: Tx, { check, what, broken }: Relation): Promise<Finding> {
  const { rows } = await sql<{ found: number; example: string | null }>`
    select count(*)::integer as found, min(bad collate "C") as example from (${sql.raw(broken)}) broken`.execute(
    tx,
  );
  const { found = 0, example = null } = rows[0] ?? {};
  return { check, what, ok: found === 0, found, example };
}
