/** A report of our own with its Reading, as the desk answers it. */
import type { OneReport } from '../../src/record/ask/report.js';

const TEXT = `Ministers meet in Oslo

Norwegian Foreign Minister Kari Vik met Chilean Foreign Minister Luis Rojas in Oslo on Friday. “We will sign in May,” Vik said. Rojas threatened to leave.`;

/** The nth time that the words stand there. */
export function spanOf(words: string, nth = 1, text = TEXT) {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`'${words}' does not stand there`);
  return { start, end: start + words.length };
}

const sentence = (begin: string, end: string) => ({ start: spanOf(begin).start, end: spanOf(end).end });
const met = sentence('Norwegian', 'on Friday.');
const threat = sentence('Rojas threatened', 'leave.');
const whole = { start: spanOf('Norwegian').start, end: TEXT.length };

const event = {
  contexts: [] as string[],
  background: false,
  intensity: { plover: 1 },
  voucher: 'own-voice' as const,
  confidence: 0.9,
};

const reading: OneReport['reading'] = {
  article: {
    id: 'sha256:00',
    from: 'oslo.txt',
    outlet: 'Fjord Gazette',
    headline: 'Ministers meet in Oslo',
    language: 'en',
    published: { value: '2021-03-06T09:30+01:00', text: '6 March 2021' },
    text: TEXT,
    paragraphs: [
      { kind: 'headline', span: spanOf('Ministers meet in Oslo') },
      { kind: 'body', span: whole },
    ],
  },
  sentences: [met, threat],
  times: [
    {
      id: 't1',
      span: spanOf('Friday'),
      text: 'Friday',
      type: 'DATE',
      value: '2021-03-05',
      from: '2021-03-05',
      to: '2021-03-06',
      anchor: 'published',
      rule: 'time/weekday',
    },
  ],
  places: [{ id: 'p1', span: spanOf('Oslo', 2), name: 'Oslo', kind: 'city', country: 'NOR' }],
  actors: [
    {
      id: 'a1',
      kind: 'person',
      name: 'Kari Vik',
      country: 'NOR',
      sectors: ['GOV'],
      roles: [],
      mentions: [spanOf('Kari Vik'), spanOf('Vik', 2)],
      aliases: [],
    },
    {
      id: 'a2',
      kind: 'person',
      name: 'Luis Rojas',
      country: 'CHL',
      sectors: ['GOV'],
      roles: [],
      mentions: [spanOf('Luis Rojas'), spanOf('Rojas', 2)],
      aliases: [],
    },
  ],
  statements: [
    {
      id: 's1',
      form: 'direct',
      speaker: 'a1',
      cue: spanOf('said'),
      content: [spanOf('“We will sign in May,”')],
      rule: 'cue/say',
    },
  ],
  events: [
    {
      ...event,
      id: 'e1',
      type: 'CONSULT',
      code: 'CONSULT',
      cameo: '040',
      actors: ['a1'],
      recipients: ['a2'],
      status: 'occurred',
      when: { from: '2021-03-05', to: '2021-03-06', precision: 'day', basis: 'time:t1' },
      where: 'p1',
      trigger: spanOf('met'),
      cite: met,
      rule: 'verb/meet',
    },
    {
      ...event,
      id: 'e2',
      type: 'THREATEN',
      code: 'THREATEN',
      actors: ['a2'],
      recipients: [],
      status: 'occurred',
      trigger: spanOf('threatened'),
      cite: threat,
      rule: 'verb/threaten',
    },
  ],
  disputes: [],
  notes: [
    {
      kind: 'note/two-dates',
      message: 'The report gives two days for the meeting.',
      spans: [spanOf('Friday')],
    },
  ],
  log: [],
  made: { program: 'demarche 0.0.0', model: 'reader 0', data: 'sha256:11' },
};

const row = {
  id: 'r1',
  headline: 'Ministers meet in Oslo',
  outlet: 'Fjord Gazette',
  published: '2021-03-06T09:30+01:00',
  day: '2021-03-06',
  origin: 'oslo.txt',
  filed: '2021-03-06T10:00:00Z',
  lineage: 'r1',
  copies: 1,
  correction: false,
  events: 2,
  statements: 1,
} as const;

export const oneReport: OneReport = {
  report: row,
  reading,
  events: [
    {
      event: 'r1-e30',
      index: 0,
      happening: 'hr1-e30',
      title: 'Kari Vik (NOR) met Luis Rojas (CHL)',
      rejected: false,
    },
    {
      event: 'r1-e99',
      index: 1,
      happening: 'hr1-e99',
      title: 'Luis Rojas (CHL) threatened',
      rejected: false,
    },
  ],
  statements: [{ statement: 'r1-s1', index: 0, saying: 'w1', rejected: false }],
  copies: [{ ...row, id: 'r2', outlet: 'Skerry Sun', copies: 1 }],
  contradictions: [],
};

/** The same report so many times over, one after the other, in one paragraph. */
export function longReport(times: number): OneReport {
  const length = TEXT.length + 1;
  const moved = <Value>(value: Value, by: number): Value =>
    JSON.parse(JSON.stringify(value), (_, part) =>
      typeof part?.start === 'number' ? { start: part.start + by, end: part.end + by } : part,
    );
  const all = <Value>(values: readonly Value[]): Value[] =>
    Array.from({ length: times }, (_, at) => values.map((value) => moved(value, at * length))).flat();
  const events = all(reading.events);
  return {
    ...oneReport,
    reading: {
      ...reading,
      article: {
        ...reading.article,
        text: `${TEXT} `.repeat(times),
        paragraphs: [{ kind: 'body', span: { start: 0, end: length * times } }],
      },
      sentences: all(reading.sentences),
      times: all(reading.times),
      places: all(reading.places),
      statements: all(reading.statements),
      events,
      notes: [],
    },
    events: events.map((_, index) => ({ event: `r1-e${index}`, index, rejected: false })),
    statements: [],
  };
}
