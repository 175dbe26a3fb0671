/** The commands as they are installed, over an embedded record. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortId } from '../../src/record/ask/index.js';
import { openDatabase } from '../../src/record/store/database.js';
import { demarche } from '../support/command.js';
import { article, happeningId, key, person, say, state, tell } from './ask-rows.js';

let folder = '';
let record = '';

const run = (...args: string[]) => demarche(args.includes('--record') ? args : [...args, '--record', record]);

const kita = 'kita-shimbun';
const vostok = 'vostok-courier';
const lavrin = person('Sergei Lavrin', 'RUS', 'foreign minister');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-ask-'));
  record = join(folder, 'record');
  const database = await openDatabase(record, { create: true });
  const { db } = database;
  await db
    .insertInto('article')
    .values([
      article(kita, { day: '2016-12-03', sentences: ['Sergei Lavrin met ministers in Nagato.'] }),
      article(vostok, { day: '2016-12-04', sentences: ['They talked of the northern shelf.'] }),
    ])
    .execute();
  await tell(db, {
    name: 'talks',
    sentence: 'Sergei Lavrin met ministers in Nagato.',
    from: '2016-12-02',
    actors: [lavrin],
    recipients: [state('JPN', 'Japan')],
    by: [kita, vostok],
  });
  await tell(db, { name: 'summit', status: 'scheduled', from: '2016-12-15', actors: [lavrin], by: [kita] });
  await say(db, {
    speaker: lavrin,
    from: '2016-12-03',
    wordings: [{ by: kita, content: 'The shelf is ours.', start: 5 }],
  });
  await database.close();
  mkdirSync(join(record, 'dossiers'));
  writeFileSync(join(record, 'dossiers', 'shelf.yaml'), 'title: The shelf\nparties: [RUS, JPN]\n');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('questions on the command line', { timeout: 60_000 }, () => {
  it('print a table with sentences', async () => {
    const { code, out, err } = await run('happenings', '--country', 'Japan');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('2016-12-02');
    expect(out).toContain('│ Sergei Lavrin met ministers in Nagato. (kita-shimbun, 2016-12-03)');
    expect(out).toContain(shortId(happeningId('talks', kita)));
    expect(out).not.toContain('summit');
  });

  it('show one by a short id', async () => {
    const { out } = await run('happenings', shortId(happeningId('talks', kita)));
    expect(out).toContain('[2] vostok-courier, 2016-12-04: Sergei Lavrin met ministers in Nagato.');
    const { out: json } = await run('happenings', happeningId('talks', kita), '--format', 'json');
    expect(JSON.parse(json).happening.evidence).toHaveLength(2);
  });

  it('write files that are whole', async () => {
    const path = join(folder, 'out.csv');
    expect((await run('happenings', '--dossier', 'shelf', '--format', 'csv', '--out', path)).code).toBe(0);
    expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(3);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const { code, err } = await run(
      'happenings',
      '--format',
      'csv',
      '--out',
      join(folder, 'no', 'such', 'x.csv'),
    );
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be written')]);
  });

  it('ask the calendar from a day on', async () => {
    const { out } = await run(
      'calendar',
      '--since',
      '2016-12-01',
      '--today',
      '2016-12-10',
      '--format',
      'jsonl',
    );
    expect(JSON.parse(out)).toMatchObject({ title: 'summit', outcome: { kind: 'due' } });
    const { out: none, err } = await run('calendar', '--today', '2017-01-01');
    expect([none, err]).toEqual(['', 'demarche: nothing in the record answers that.\n']);
  });

  it('tell of the rest', async () => {
    expect((await run('statements')).out).toContain('“The shelf is ours.”');
    expect((await run('search', 'talking')).out).toContain('They talked of the northern shelf.');
    expect((await run('sources')).out).toMatch(/outlet\s+kita-shimbun\s+1\s+1\s+2016-12-03/u);
    expect((await run('contradictions', '--format', 'json')).out).toBe('[]\n');
    expect((await run('actors', '--format', 'json')).out).toBe('[]\n');
  });

  it('name what is not there', async () => {
    const errors: readonly [string[], RegExp][] = [
      [['happenings', '--country', 'Ruritania'], /no country is called 'Ruritania'/u],
      [['happenings', '--status', 'maybe'], /status/u],
      [['happenings', '--since', 'Tuesday'], /since/u],
      [['happenings', '--within', '5'], /--within needs --place/u],
      [['happenings', '--dossier', 'absent'], /no dossier 'absent'/u],
      [['happenings', key(vostok).slice(0, 6).replaceAll(/./gu, 'f')], /no happening 'ffffff'/u],
      [['statements', '--type', 'AGREE'], /unknown option '--type'/u],
      [['happenings', '--record', join(folder, 'nowhere')], /there is no record in/u],
    ];
    for (const [args, message] of errors) {
      const { code, out, err } = await run(...args);
      expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)]);
    }
  });
});
