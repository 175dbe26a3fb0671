import { beforeEach, expect, it } from 'vitest';
import { contradictionsOf } from '../../src/record/ask/contradictions.js';
import {
  AskError,
  actors,
  calendar,
  contradictions,
  each,
  type Filter,
  happening,
  happenings,
  type PageOptions,
  search,
  shortId,
  sources,
  statements,
} from '../../src/record/ask/index.js';
import type { Db } from '../../src/record/store/database.js';
import { article, eventId, happeningId, key, name, person, say, state, tell } from './ask-rows.js';
import { onEachDatabase } from './support.js';

const japan = state('JPN', 'Japan');
const russia = state('RUS', 'Russia');
const norway = state('NOR', 'Norway');
const lavrin = person('Sergei Lavrin', 'RUS', 'foreign minister');
const lavrinShort = person('Lavrin', 'RUS');
const kitano = person('Fumi Kitano', 'JPN', 'prime minister');

const kita = 'kita-shimbun';
const vostok = 'vostok-courier';
const fjord = 'fjord-ledger';

async function fill(db: Db): Promise<void> {
  await db
    .insertInto('article')
    .values([
      article(kita, {
        day: '2016-12-03',
        sentences: [
          'The “northern shelf” talks drew crowds.',
          'Fumi Kitano signed the peace treaty 😀 with fishing rights on Friday.',
          'The treaty fishes for praise.',
        ],
        named: [kitano.form, 'JPN'],
      }),
      article(vostok, {
        day: '2016-12-04',
        lineage: key(kita),
        named: [lavrinShort.form, 'RUS'],
        sentences: ['Lavrin spoke in Nagato.', 'Nobody mentioned a treaty of peace in the hall.'],
      }),
      article(fjord, { day: '2017-02-01', outlet: fjord, sentences: ['Norway sent boats.'] }),
      article('later-issue', { day: '2017-03-01', outlet: kita, sentences: ['Snow fell on the harbour.'] }),
    ])
    .execute();
  await name(db, lavrin, [lavrin, lavrinShort], 7);
  await name(db, kitano, [kitano], 3);
  await db
    .insertInto('role')
    .values([
      {
        form: lavrin.form,
        title: 'foreign minister',
        of: 'Russia',
        first_day: '2016-12-03',
        last_day: '2016-12-04',
        reports: 2,
      },
      {
        form: lavrinShort.form,
        title: 'foreign minister',
        of: 'Russia',
        first_day: '2017-01-01',
        last_day: '2017-02-01',
        reports: 1,
      },
      {
        form: lavrinShort.form,
        title: 'envoy',
        of: '',
        first_day: '2015-01-01',
        last_day: '2015-01-01',
        reports: 1,
      },
    ])
    .execute();
  await tell(db, {
    name: 'talks',
    title: 'Sergei Lavrin (RUS) met Fumi Kitano (JPN)',
    sentence: 'Sergei Lavrin met Fumi Kitano in Nagato for talks on the peace treaty.',
    code: 'CONSULT-visit',
    cameo: '042',
    from: '2016-12-02',
    actors: [lavrin],
    recipients: [kitano],
    place: 'Nagato',
    geonames: 1859391,
    lat: 34.383,
    lon: 131.2,
    country: 'JPN',
    by: [kita, vostok, fjord],
    sources: 2,
    contradictions: 1,
  });
  await tell(db, {
    name: 'summit',
    status: 'scheduled',
    from: '2016-12-15',
    actors: [russia],
    recipients: [japan],
    by: [kita],
  });
  await tell(db, {
    name: 'summit-held',
    from: '2016-12-16',
    actors: [russia],
    recipients: [japan],
    by: [vostok],
  });
  await tell(db, {
    name: 'catch-quota',
    type: 'AGREE',
    status: 'intended',
    from: '2016-12-20',
    actors: [norway],
    recipients: [russia],
    by: [fjord],
  });
  await tell(db, {
    name: 'shelf-visit',
    status: 'scheduled',
    from: '2016-12-10',
    actors: [japan],
    recipients: [norway],
    by: [kita],
    sentence: 'Kitano will visit Oslo.',
  });
  await tell(db, {
    name: 'year-of-drills',
    type: 'MOBILIZE',
    from: '2016-01-01',
    to: '2017-01-01',
    precision: 'year',
    actors: [russia],
    by: [vostok],
  });
  await tell(db, {
    name: 'undated-protest',
    type: 'PROTEST',
    from: null,
    firstDay: '2016-12-04',
    actors: [japan],
    by: [vostok],
  });
  await tell(db, {
    name: 'old-war',
    type: 'ASSAULT',
    from: '1945-08-09',
    background: true,
    actors: [russia],
    recipients: [japan],
    by: [kita],
    firstDay: '2016-12-03',
  });
  await db
    .insertInto('contradiction')
    .values({
      happening: happeningId('talks', kita),
      kind: 'date',
      of: '',
      a: eventId('talks', kita),
      b: eventId('talks', vostok),
      claim_a: '2016-12-02',
      claim_b: '2016-12-03',
      settled: eventId('talks', vostok),
    })
    .execute();
  await db
    .insertInto('follow')
    .values({
      happening: happeningId('summit', kita),
      outcome: happeningId('summit-held', vostok),
      kind: 'held',
    })
    .execute();
  await say(db, {
    speaker: lavrin,
    from: '2016-12-03',
    wordings: [
      { by: kita, content: 'We want a peace treaty.', start: 10 },
      { by: vostok, content: 'A treaty of peace is what we want.', start: 4 },
    ],
  });
  await say(db, {
    speaker: kitano,
    from: '2016-12-04',
    wordings: [{ by: fjord, content: 'The shelf is ours.', start: 2 }],
  });
}

const names = async (db: Db, filter: Filter): Promise<string[]> =>
  (await happenings(db, filter)).rows.map(({ title }) =>
    title.replace('Sergei Lavrin (RUS) met Fumi Kitano (JPN)', 'talks'),
  );

const cases: readonly [string, Filter, string[]][] = [
  [
    'everything, the newest first, what is undated by its first report',
    {},
    [
      'catch-quota',
      'summit-held',
      'summit',
      'shelf-visit',
      'undated-protest',
      'talks',
      'year-of-drills',
      'old-war',
    ],
  ],
  ['a surname finds the actor and all its forms', { actor: 'Lavrin' }, ['talks']],
  ['a name in other letters', { actor: 'SERGEI  LAVRIN' }, ['talks']],
  ['a state by its name', { actor: 'Norway' }, ['catch-quota', 'shelf-visit']],
  ['a country by its code', { country: ['NOR'] }, ['catch-quota', 'shelf-visit']],
  ['two countries are both wanted', { country: ['Norway', 'Japan'] }, ['shelf-visit']],
  ['a dyad one way', { dyad: 'Japan>Norway' }, ['shelf-visit']],
  ['the same dyad the other way', { dyad: 'NOR>JPN' }, []],
  ['a dyad either way', { dyad: 'NOR,JPN' }, ['shelf-visit']],
  ['types', { type: ['AGREE', 'MOBILIZE'] }, ['catch-quota', 'year-of-drills']],
  [
    'a label stands for its modes',
    { code: ['consult'], since: '2016-12-01', until: '2016-12-04' },
    ['talks'],
  ],
  ['a label with its mode', { code: ['CONSULT-visit'] }, ['talks']],
  ['another mode', { code: ['CONSULT-phone'] }, []],
  ['the beginning of a CAMEO code', { code: ['04'] }, ['talks']],
  ['statuses', { status: ['scheduled', 'intended'] }, ['catch-quota', 'summit', 'shelf-visit']],
  [
    'days: a year that contains them may be meant',
    { since: '2016-12-02', until: '2016-12-02' },
    ['talks', 'year-of-drills'],
  ],
  [
    'since alone leaves out what has no date',
    { since: '2016-12-15' },
    ['catch-quota', 'summit-held', 'summit', 'year-of-drills'],
  ],
  ['the day after an interval is outside it', { since: '2017-01-01' }, []],
  ['until alone', { until: '1950-01-01' }, ['old-war']],
  [
    'since, the oldest first',
    { since: '2016-12-15', sort: 'oldest' },
    ['year-of-drills', 'summit', 'summit-held', 'catch-quota'],
  ],
  [
    'since, by sources',
    { since: '2016-12-01', until: '2016-12-10', sort: 'sources' },
    ['talks', 'shelf-visit', 'year-of-drills'],
  ],
  ['a place by name', { place: 'Nagato' }, ['talks']],
  ['a place by GeoNames id', { place: '1859391' }, ['talks']],
  ['a country as a place', { place: 'Japan' }, ['talks']],
  ['around a place', { place: 'Fukuoka', within: 120 }, ['talks']],
  ['not so far around it', { place: 'Fukuoka', within: 60 }, []],
  ['around an id', { place: '1859391', within: 1 }, ['talks']],
  ['words', { words: '"peace treaty"' }, ['talks']],
  ['sources that do not copy each other', { minSources: 2 }, ['talks']],
  ['more of them than there are', { minSources: 3 }, []],
  ['news alone', { background: false, until: '1950-01-01' }, []],
  ['history alone', { background: true }, ['old-war']],
  [
    'a dossier: two parties together, or one with the object',
    {
      dossier: {
        title: 'Shelf',
        parties: ['JPN', 'Norway'],
        object: { names: ['peace treaty'], places: [] },
        words: [],
      },
    },
    ['shelf-visit', 'talks'],
  ],
  [
    'a dossier with a place, since a day',
    {
      dossier: {
        title: 'Shelf',
        parties: ['RUS'],
        object: { names: [], places: ['Nagato'] },
        words: [],
        since: '2016-01-01',
      },
    },
    ['talks'],
  ],
  [
    'a dossier of parties alone may name one that no report has named',
    {
      dossier: {
        title: 'Pair',
        parties: ['Nobody Known', 'NOR', 'RUS'],
        object: { names: [], places: [] },
        words: [],
      },
    },
    ['catch-quota'],
  ],
];

onEachDatabase('asking', (database) => {
  beforeEach(() => fill(database().db));

  it.each(cases)('%s', async (_, filter, expected) => {
    expect(await names(database().db, filter)).toEqual(expected);
  });

  it('gives everything to cite, and each report on request', async () => {
    const { rows } = await happenings(database().db, { minSources: 2 }, { evidence: true });
    const [talks] = rows;
    expect(talks).toMatchObject({
      id: happeningId('talks', kita),
      intensity: { plover: 2.5, goldstein: 1 },
      when: { from: '2016-12-02', to: '2016-12-03', precision: 'day' },
      where: { name: 'Nagato', geonames: 1859391, country: 'JPN' },
      first: { article: key(kita), day: '2016-12-03', filed: '2016-12-20T10:00:00.000Z' },
      cite: { outlet: kita, url: `https://${kita}.example/report`, span: { start: 0 } },
    });
    expect(talks?.evidence?.map(({ outlet, lineage }) => [outlet, lineage])).toEqual([
      [kita, key(kita)],
      [vostok, key(kita)],
      [fjord, key(fjord)],
    ]);
  });

  it.each(['newest', 'oldest', 'sources'] as const)(
    'pages through all of them, %s, as one list',
    async (sort) => {
      const { db } = database();
      const all = (await happenings(db, { sort })).rows.map(({ id }) => id);
      expect(all).toHaveLength(8);
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await happenings(db, { sort }, { limit: 3, ...(after === undefined ? {} : { after }) });
        paged.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(paged).toEqual(all);
    },
  );

  it('runs through all pages, and stops where it is told to', async () => {
    const { db } = database();
    const ids = async (most?: number) => {
      const found: string[] = [];
      const ask = (page: PageOptions) => happenings(db, { since: '2016-12-01' }, { ...page, limit: 2 });
      for await (const { id } of each(ask, most)) found.push(id);
      return found;
    };
    expect(await ids()).toHaveLength(6);
    expect(new Set(await ids()).size).toBe(6);
  });

  it('shows one with all that stands for it, by a short id or that of any event', async () => {
    const { db } = database();
    const id = happeningId('talks', kita);
    const one = await happening(db, shortId(id));
    expect(one.happening.evidence).toHaveLength(3);
    expect(one.contradictions).toMatchObject([{ kind: 'date', claim_a: '2016-12-02' }]);
    expect((await happening(db, eventId('talks', fjord))).happening.id).toBe(id);
    const summit = await happening(db, happeningId('summit', kita));
    expect(summit.followed.map(({ kind, happening: { title } }) => [kind, title])).toEqual([
      ['held', 'summit-held'],
    ]);
    const held = await happening(db, happeningId('summit-held', vostok));
    expect(held.follows.map(({ happening: { title } }) => title)).toEqual(['summit']);
  });

  const errors: readonly [string, (db: Db) => Promise<unknown>, AskError['code'], RegExp][] = [
    [
      'an actor that no report names',
      (db) => happenings(db, { actor: 'Kitan' }),
      'ask/unknown-name',
      /It names 'Fumi Kitano'/u,
    ],
    [
      'a country that there is not',
      (db) => happenings(db, { country: ['Ruritania'] }),
      'ask/unknown-name',
      /'Ruritania'/u,
    ],
    [
      'a country that may be two',
      (db) => happenings(db, { country: ['Congo'] }),
      'ask/ambiguous',
      /COD or COG/u,
    ],
    [
      'a distance from nowhere',
      (db) => happenings(db, { place: 'Nowhereville-on-Sea', within: 5 }),
      'ask/unknown-name',
      /Nowhereville/u,
    ],
    [
      'an id that several begin with',
      (db) => happening(db, `h${key(kita).slice(0, 8)}`),
      'ask/ambiguous',
      /several ids/u,
    ],
    ['an id of nothing', (db) => happening(db, 'ffffffff-e1'), 'ask/unknown-id', /ffffffff-e1/u],
    [
      'a filter that does not apply',
      (db) => statements(db, { type: ['AGREE'] }),
      'ask/not-applicable',
      /'type'/u,
    ],
    ['a cursor of nowhere', (db) => happenings(db, {}, { after: 'x' }), 'ask/bad-cursor', /'x'/u],
  ];
  it.each(errors)('refuses %s', async (_, ask, code, message) => {
    const error = await ask(database().db).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AskError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('gives statements once, with every wording and who carried it', async () => {
    const { db } = database();
    const { rows } = await statements(db, { actor: 'Lavrin' });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.wordings.map(({ outlet, content }) => [outlet, content])).toEqual([
      [kita, 'We want a peace treaty.'],
      [vostok, 'A treaty of peace is what we want.'],
    ]);
    expect((await statements(db, { words: 'shelf', country: ['JPN'] })).rows).toHaveLength(1);
    expect((await statements(db, { minSources: 2 })).rows).toHaveLength(1);
    expect((await statements(db, { since: '2016-12-04', until: '2016-12-04' })).rows).toHaveLength(1);
  });

  it('gives actors by how many reports name them, roles of all forms together', async () => {
    const { rows } = await actors(database().db);
    expect(rows.map((actor) => actor.name)).toEqual(['Sergei Lavrin', 'Fumi Kitano']);
    expect(rows[0]).toMatchObject({
      aliases: ['Lavrin'],
      roles: [
        { title: 'envoy', firstDay: '2015-01-01', reports: 1 },
        {
          title: 'foreign minister',
          of: 'Russia',
          firstDay: '2016-12-03',
          lastDay: '2017-02-01',
          reports: 3,
        },
      ],
    });
    expect((await actors(database().db, { actor: 'lavrin' })).rows).toHaveLength(1);
    expect((await actors(database().db, { country: ['Japan'] })).rows).toHaveLength(1);
  });

  it('tells in the calendar what came of what was due, and silence from not having read', async () => {
    const { db } = database();
    const outcomes = async (today: string) =>
      (await calendar(db, { since: '2016-12-05' }, { today })).rows.map(({ title, outcome }) => [
        title,
        outcome.kind,
      ]);
    expect(await outcomes('2017-06-01')).toEqual([
      ['shelf-visit', 'no-further-word'],
      ['summit', 'held'],
      ['catch-quota', 'no-further-word'],
    ]);
    await db.deleteFrom('article').where('id', '=', key('later-issue')).execute();
    expect(await outcomes('2017-06-01')).toContainEqual(['shelf-visit', 'not-read-since']);
    expect(await outcomes('2016-12-10')).toContainEqual(['shelf-visit', 'due']);
    const [silent] = (await calendar(db, { since: '2016-12-20' }, { today: '2017-06-01' })).rows;
    expect(silent?.outcome).toEqual({ kind: 'no-further-word', reports: 1, until: '2017-02-01' });
  });

  it('shows both sides of a contradiction with their sentences', async () => {
    const { db } = database();
    const { rows } = await contradictions(db, { country: ['JPN'] });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: 'date',
      a: { claim: '2016-12-02', evidence: { outlet: kita } },
      b: { claim: '2016-12-03', evidence: { outlet: vostok } },
      settled: eventId('talks', vostok),
    });
    expect((await contradictions(db, { country: ['NOR'] })).rows).toEqual([]);
    // Of one report: those in which a claim is its own.
    const [one] = rows;
    expect(await contradictionsOf(db, one?.a.evidence?.article ?? '')).toEqual(rows);
    expect(await contradictionsOf(db, one?.b.evidence?.article ?? '')).toEqual(rows);
    expect(await contradictionsOf(db, key(fjord))).toEqual([]);
  });

  it('counts what outlets copy once, and tells how the last looks ended', async () => {
    const { db } = database();
    await db.updateTable('article').set({ outlet: kita }).where('id', '=', key(vostok)).execute();
    await db
      .insertInto('visit')
      .values([
        {
          source: 'https://a.example/feed',
          at: '2016-12-03T00:00:00Z',
          outcome: 'ok',
          message: null,
          found: 3,
          filed: 2,
        },
        {
          source: 'https://a.example/feed',
          at: '2016-12-04T00:00:00Z',
          outcome: 'failed',
          message: 'timed out',
          found: 0,
          filed: 0,
        },
      ])
      .execute();
    await db
      .insertInto('failure')
      .values({
        id: 'x',
        origin: 'x.html',
        place: null,
        code: 'html/empty',
        message: 'no text',
        at: '2016-12-04T00:00:00Z',
      })
      .execute();
    const found = await sources(db);
    expect(found.outlets).toEqual([
      { outlet: kita, articles: 3, lineages: 2, firstDay: '2016-12-03', lastDay: '2017-03-01' },
      { outlet: fjord, articles: 1, lineages: 1, firstDay: '2017-02-01', lastDay: '2017-02-01' },
    ]);
    expect(found.visited).toEqual([
      {
        source: 'https://a.example/feed',
        visits: 2,
        filed: 2,
        last: { at: '2016-12-04T00:00:00.000Z', outcome: 'failed', message: 'timed out' },
        lastReached: '2016-12-03T00:00:00.000Z',
      },
    ]);
    expect(found.failures).toMatchObject([{ code: 'html/empty', count: 1, origin: 'x.html' }]);
  });

  it('finds the sentence that has the words, and marks them in the article', async () => {
    const { db } = database();
    const [report] = await search(db, 'peace treaties fish', {}, { only: 'report' });
    expect(report?.sentence).toBe('Fumi Kitano signed the peace treaty 😀 with fishing rights on Friday.');
    const { text } = await db
      .selectFrom('article')
      .select('text')
      .where('id', '=', report?.article ?? '')
      .executeTakeFirstOrThrow();
    expect(text.slice(report?.span.start, report?.span.end)).toBe(report?.sentence);
    expect(report?.marks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'peace',
      'treaty',
      'fishing',
    ]);
  });

  it('searches what was said, and leaves out what must not be there', async () => {
    const { db } = database();
    const said = await search(db, '"peace treaty"', {}, { only: 'statement' });
    expect(said.map(({ outlet, sentence }) => [outlet, sentence])).toEqual([
      [kita, 'We want a peace treaty.'],
    ]);
    const without = await search(db, 'treaty -fishing', {}, { only: 'report' });
    expect(without.map(({ article: id }) => id)).toEqual([key(vostok)]);
    expect(await search(db, 'treaty', { until: '2016-12-03' }, { only: 'report' })).toHaveLength(1);
    const about = async (filter: Filter) =>
      (await search(db, 'treaty', filter, { only: 'report' })).map(({ article: id }) => id);
    expect(await about({ country: ['JPN'] })).toEqual([key(kita)]);
    expect(await about({ actor: 'Lavrin' })).toEqual([key(vostok)]);
    expect(await about({ actor: 'Lavrin', country: ['JPN'] })).toEqual([]);
    expect(await search(db, 'zeppelin')).toEqual([]);
    expect(await search(db, 'the')).toEqual([]);
  });
});
