import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchOf } from '../../src/record/add/intake.js';
import { checkIn, checkRecord, type Finding } from '../../src/record/check/check.js';
import { openRecord, type Record } from '../../src/record/record.js';
import { demarche, type Ran } from '../support/command.js';
import { kinds, type Place, readingsOf } from './kinds.js';
import { reports } from './reports.js';

/** What is damaged, and the rules that must tell of it. */
const damages: readonly [check: string, ...statements: string[]][] = [
  ['schema/version', `update kysely_migration set name = '000-older'`],
  [
    'event/article',
    'alter table event drop constraint event_article_fkey',
    `update event set article = 'gone' where id = (select min(id) from event)`,
  ],
  [
    'statement/article',
    'alter table statement drop constraint statement_article_fkey',
    `update statement set article = 'gone' where id = (select min(id) from statement)`,
  ],
  [
    'dispute/article',
    'alter table dispute drop constraint dispute_article_fkey',
    `update dispute set article = 'gone'`,
  ],
  [
    'naming/article',
    'alter table naming drop constraint naming_article_fkey',
    `update naming set article = 'gone' where form = (select min(form) from naming)
      and article = (select min(article) from naming where form = (select min(form) from naming))`,
  ],
  ['article/named', `update article set named = '{}' where id = (select min(article) from naming)`],
  ['outlet/reports', 'update outlet set lineages = lineages + 1 where id = (select min(id) from outlet)'],
  ['outlet/reports', 'delete from outlet where id = (select min(id) from outlet)'],
  ['event/happening', 'update event set happening = null where id = (select min(id) from event)'],
  ['event/happening', `update event set happening = 'gone' where id = (select min(id) from event)`],
  ['event/rejected', 'update event set rejected = true where id = (select min(id) from event)'],
  ['event/statement', `update event set statement = 'gone' where id = (select min(id) from event)`],
  ['event/corrected', `update event set corrected = 'gone' where id = (select min(id) from event)`],
  [
    'happening/members',
    `insert into happening (id, type, code, contexts, plover, status, background, actors, recipients, counts,
        countries, dyads, who, title, sentence, best, reports, sources, first_article, claimed_places, contradictions,
        confidence)
      select 'hgone', type, code, contexts, plover, status, background, actors, recipients, counts,
        countries, dyads, who, title, sentence, best, reports, sources, first_article, claimed_places, contradictions,
        confidence from happening limit 1`,
  ],
  [
    'happening/id',
    `update happening set id = 'hother' where id = (select min(id) from happening where not exists
      (select 1 from contradiction where happening = id) and not exists (select 1 from follow where id in (happening, outcome)))`,
    `update event set happening = 'hother' where not exists (select 1 from happening where id = event.happening)`,
  ],
  ['contradiction/events', `update contradiction set a = 'gone'`],
  ['contradiction/events', `update contradiction set settled = 'gone'`],
  ['follow/happenings', 'update follow set outcome = happening'],
  [
    'follow/happenings',
    'alter table follow drop constraint follow_outcome_fkey',
    `update follow set outcome = 'gone'`,
  ],
  ['statement/wording', `update statement set wording = 'gone' where id = (select min(id) from statement)`],
  [
    'wording/members',
    `insert into wording (id, form, speakers, words) values ('alone', 'direct', '[]', 'no')`,
  ],
  ['statement/saying', `update statement set saying = 'gone' where id = (select min(id) from statement)`],
  ['statement/saying', 'update statement set saying = null where id = (select min(id) from statement)'],
  ['statement/saying', `update wording set saying = 'gone'`],
  [
    'saying/members',
    `insert into saying (id, speakers, form, content, countries, who, best, wordings, reports, sources)
      values ('alone', '[]', 'direct', 'No.', '{}', '{}', 'x', 1, 1, 1)`,
  ],
  ['saying/conclusion', `update saying set content = 'No.'`],
  ['saying/conclusion', 'update saying set sources = sources + 1'],
  ['dispute/matter', `update dispute set matter = 'gone'`],
  ['matter/members', `insert into matter (id, parties, names, places) values ('alone', '{}', '{}', '{}')`],
  ['dispute/quarrel', `update dispute set quarrel = 'gone'`],
  ['dispute/quarrel', 'update matter set quarrel = null'],
  ['quarrel/conclusion', `update quarrel set parties = '{Utopia}'`],
  ['quarrel/conclusion', 'update quarrel set reports = reports + 1'],
  [
    'quarrel/members',
    `insert into quarrel (id, parties, names, places, reports, sources) values ('alone', '{}', '[]', '{}', 1, 1)`,
  ],
  ['actor/reports', 'update actor set reports = reports + 1'],
  ['actor/conclusion', `update actor set name = 'Nobody'`],
  ['actor/conclusion', `update actor set aliases = '{Nobody}'`],
  ['form/common', 'update form set common = not common'],
  ['role/reports', 'update role set reports = reports + 1'],
  ['role/reports', 'update role set first_day = first_day - 1'],
  ['role/reports', 'delete from role'],
  ['form/actor', `update form set actor = 'gone' where id = (select min(form) from naming)`],
  [
    'actor/members',
    `insert into actor (id, kind, name, sectors, aliases, reports) values ('alone', 'person', 'X', '{}', '{}', 1)`,
  ],
  [
    'role/form',
    'alter table role drop constraint role_form_fkey',
    `insert into role (form, title, "of", reports) values ('gone', 'minister', '', 1)`,
  ],
  ['naming/form', `update naming set form = 'gone' where form = (select min(form) from naming)`],
  ['form/reports', `update form set reports = reports + 1 where id = (select min(form) from naming)`],
  ['article/lineage', 'update article set lineage = null where id = (select min(id) from article)'],
  ['article/lineage', `update article set lineage = 'gone' where id = (select min(id) from article)`],
  ['article/superseded', `update article set superseded = 'gone' where id = (select min(id) from article)`],
  ['edge/order', 'update edge set a = b, b = a'],
  ['edge/order', 'update edge set weight = -1'],
  ['edge/nodes', `insert into edge (a, b, weight) select '!gone', min(id), 1 from event`],
  ['mark/nodes', `insert into mark (mark, node) values (1, 'gone')`],
  [
    'ruling/nodes',
    `insert into ruling (a, b, one) select max(id), min(id), happening is null from event group by happening limit 1`,
  ],
  ['ruling/nodes', `insert into ruling (a, b, one) values ('gone', 'gone too', true)`],
  [
    'ruling/followed',
    `insert into ruling (a, b, one) select x.id, y.id, true from event x join event y
      on x.id < y.id and x.happening <> y.happening limit 1`,
  ],
  [
    'ruling/followed',
    `insert into ruling (a, b, one) select x.id, y.id, false from event x join event y
      on x.id < y.id and x.happening = y.happening limit 1`,
  ],
  ['given/event', `insert into given (event, title, decision) values ('gone', 'The talks', 1)`],
  ['decision/applied', `insert into ruling (a, b, one) values ('gone', 'gone too', true)`],
  [
    'decision/applied',
    `insert into given (event, title, decision) select min(id), 'The talks', 1 from event`,
  ],
  ['decision/applied', 'update event set rejected = true'],
  [
    'decision/applied',
    `insert into decision (kind, subjects, value, author) select 'reject', jsonb_build_array(jsonb_build_object(
      'table', 'event', 'article', article, 'start', trigger_start, 'end', trigger_end, 'type', type)), null, 'A. Reader'
      from event limit 1`,
  ],
  ['article/id', `update article set text = text || ' More.' where id = (select min(id) from article)`],
  ['article/reading', `update article set reading = '{}' where id = (select min(id) from article)`],
  ['citation/id', `update event set trigger_start = trigger_start + 1, id = id where article is not null`],
  ['citation/id', 'update statement set content_start = content_start + 1'],
  ['citation/span', 'update event set trigger_end = 100000'],
  ['citation/span', 'update statement set content_end = 100000'],
  ['citation/span', 'update dispute set cite_start = -1'],
  ['citation/sentence', `update event set sentence = 'Nobody met.' where id = (select min(id) from event)`],
  ['citation/sentence', 'update statement set cite_end = cite_end - 3'],
  ['citation/sentence', `update dispute set sentence = ''`],
  ['happening/counts', 'update happening set reports = reports + 1'],
  ['happening/counts', 'update happening set sources = sources + 1'],
  ['happening/counts', `update happening set first_day = first_day - 1`],
  ['happening/counts', `update happening set first_article = 'gone'`],
  ['happening/counts', `update happening set claimed_from = claimed_from - 1`],
  ['happening/counts', `update happening set claimed_to = claimed_to + 1`],
  ['happening/counts', `update happening set claimed_places = '{Utopia}'`],
  ['happening/counts', `update happening set contradictions = contradictions + 1`],
  ['happening/conclusion', `update happening set title = 'Nothing happened'`],
  ['happening/conclusion', `update happening set confidence = 0.123`],
  ['happening/conclusion', `update happening set actors = '[]'`],
  ['happening/conclusion', `update happening set "from" = "from" - 1`],
  ['happening/conclusion', `update happening set dyads = '{}'`],
  [
    'happening/conclusion',
    `update event set status = 'denied' where id = (select min(best) from happening where reports = 1)`,
  ],
  ['contradiction/conclusion', 'delete from contradiction'],
  ['contradiction/conclusion', `update contradiction set claim_a = 'something else'`],
  ['event/taken-back', `update event set corrected = article where corrected is null`],
];

class Undone extends Error {}

const wrongIn = (findings: readonly Finding[]): string[] =>
  findings.filter(({ ok }) => !ok).map(({ check, example }) => `${check}: ${example}`);

describe.each(kinds)('doctor, $name', (kind) => {
  let place: Place;
  let record: Record;
  beforeAll(async () => {
    place = await kind.place();
    record = await openRecord(place.where, { create: true });
    await record.file(batchOf(await readingsOf(reports)));
  }, 120_000);
  afterAll(async () => {
    await record.close();
    await place.remove();
  });

  /** What is told of the record with these changes, which are then undone. */
  async function toldAfter(statements: readonly string[]): Promise<string[]> {
    let told: string[] = [];
    await record.db
      .transaction()
      .execute(async (tx) => {
        for (const statement of statements) await sql.raw(statement).execute(tx);
        told = (await checkIn(tx)).filter(({ ok }) => !ok).map(({ check }) => check);
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return told;
  }

  test('has every kind of row that is damaged below', async () => {
    for (const table of ['contradiction', 'follow', 'saying', 'quarrel', 'actor', 'role', 'edge', 'mark']) {
      const { rows } = await record.query(`select 1 from ${table} limit 1`);
      expect(rows, table).toHaveLength(1);
    }
  });

  test('a sound record is told to be sound', async () => {
    const steps: number[] = [];
    const findings = await checkRecord(record, (done, total) => steps.push(done / total));
    expect(wrongIn(findings)).toEqual([]);
    expect(steps.at(-1)).toBe(1);
  });

  test('a record that people have overruled is sound', async () => {
    const { rows } =
      await record.query(`select event.id, happening from event join happening h on happening = h.id
      where h.reports > 1 order by happening, event.id`);
    const events = rows as { id: string; happening: string }[];
    const ids = [...new Set(events.map(({ happening }) => happening))];
    const author = 'A. Reader';
    const made = [
      await record.decide({ kind: 'rename', ids: [ids[0] ?? ''], value: 'The talks', author }),
      await record.decide({ kind: 'split', ids: [events[0]?.id ?? ''], author }),
      await record.decide({ kind: 'reject', ids: [events.at(-1)?.id ?? ''], author }),
    ];
    expect(wrongIn(await checkRecord(record))).toEqual([]);
    for (const decision of made) await record.undo(decision);
    expect(wrongIn(await checkRecord(record))).toEqual([]);
  });

  test('every rule is broken by a case', async () => {
    const rules = (await checkRecord(record)).map(({ check }) => check);
    expect(new Set(damages.map(([check]) => check))).toEqual(new Set(rules));
  });

  test.each(damages)('%s: %s', async (check, ...statements) => {
    expect(await toldAfter(statements)).toContain(check);
  });

  test('the command shows what is wrong and ends with 1', { timeout: 120_000 }, async () => {
    const doctor = async (...args: string[]): Promise<Ran> => {
      await record.close();
      const ran = await demarche(['doctor', '--record', place.where, ...args]);
      record = await openRecord(place.where);
      return ran;
    };
    const sound = await doctor();
    expect(sound.out).not.toContain('WRONG');
    expect(sound.err).toMatch(/^demarche: \d+ rules checked, all kept\n$/u);
    expect(sound.code).toBe(0);
    await record.query(`update happening set title = 'Nothing happened' where reports > 1`);
    const broken = await doctor('--format', 'json');
    const findings = JSON.parse(broken.out) as Finding[];
    expect(wrongIn(findings)).toEqual([
      expect.stringMatching(/^happening\/conclusion: h.*title is Nothing happened/u),
    ]);
    expect(broken.code).toBe(1);
  });
});
