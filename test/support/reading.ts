/** A small Reading made by hand: views are tested without the readers. */
import type { Reading } from '../../src/reading/reading.js';
import type { Span } from '../../src/span.js';

const text = [
  'Envoys meet in Tallinn',
  '',
  'Estonian envoy Mari Tamm met her Latvian counterpart in Tallinn on Friday.',
  '',
  '"We agree 😀 on <most> things," Tamm said.',
].join('\n');

/** The span of the nth time that `words` stand in the text. */
export function spanOf(words: string, nth = 0): Span {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`'${words}' does not stand in the text.`);
  return { start, end: start + words.length };
}

export const handmade: Reading = {
  article: {
    id: 'sha256:00',
    from: 'tallinn.txt',
    outlet: 'The Invented Courier',
    headline: 'Envoys meet in Tallinn',
    language: 'en',
    published: { value: '2024-03-16', text: '2024-03-16' },
    text,
    paragraphs: [
      { kind: 'headline', span: spanOf('Envoys meet in Tallinn') },
      {
        kind: 'body',
        span: spanOf('Estonian envoy Mari Tamm met her Latvian counterpart in Tallinn on Friday.'),
      },
      { kind: 'body', span: spanOf('"We agree 😀 on <most> things," Tamm said.') },
    ],
  },
  sentences: [
    spanOf('Envoys meet in Tallinn'),
    spanOf('Estonian envoy Mari Tamm met her Latvian counterpart in Tallinn on Friday.'),
    spanOf('"We agree 😀 on <most> things," Tamm said.'),
  ],
  times: [
    {
      id: 't1',
      span: spanOf('Friday'),
      text: 'Friday',
      type: 'DATE',
      value: '2024-03-15',
      from: '2024-03-15',
      to: '2024-03-16',
      anchor: 'published',
      rule: 'time/weekday',
    },
  ],
  places: [{ id: 'p1', span: spanOf('Tallinn', 1), name: 'Tallinn', country: 'EST', kind: 'city' }],
  actors: [
    {
      id: 'a1',
      kind: 'person',
      name: 'Mari Tamm',
      country: 'EST',
      sectors: ['GOV'],
      roles: [{ title: 'envoy', of: 'Estonian', span: spanOf('Estonian envoy') }],
      mentions: [spanOf('Mari Tamm'), spanOf('Tamm', 1)],
      aliases: ['Tamm'],
    },
    {
      id: 'a2',
      kind: 'person',
      name: 'her Latvian counterpart',
      country: 'LVA',
      sectors: ['GOV'],
      roles: [],
      mentions: [spanOf('her Latvian counterpart')],
      aliases: [],
    },
  ],
  statements: [
    {
      id: 's1',
      form: 'direct',
      speaker: 'a1',
      source: spanOf('Tamm', 1),
      cue: spanOf('said'),
      content: [spanOf('"We agree 😀 on <most> things,"')],
      rule: 'speech/after',
    },
  ],
  events: [
    {
      id: 'e1',
      type: 'CONSULT',
      contexts: [],
      code: 'CONSULT',
      cameo: '040',
      intensity: { plover: 2.5, goldstein: 1 },
      actors: ['a1', 'a2'],
      recipients: [],
      when: { from: '2024-03-15', to: '2024-03-16', precision: 'day', basis: 'time:t1' },
      where: 'p1',
      status: 'occurred',
      background: false,
      trigger: spanOf('met'),
      cite: spanOf('Estonian envoy Mari Tamm met her Latvian counterpart in Tallinn on Friday.'),
      voucher: 'own-voice',
      rule: 'event/meet',
      confidence: 0.9,
    },
  ],
  disputes: [],
  notes: [],
  log: [{ code: 'place/ambiguous', stage: 'place', message: 'An example of an entry.' }],
  made: { program: 'demarche 0', model: 'none', data: 'none' },
};
