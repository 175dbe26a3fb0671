import { expect, it } from 'vitest';
import { type Act, loadStances } from '../../src/record/dossier/positions.js';

const stances = loadStances();

/** `AGREE 1 a` is an act on 1 March by the source a; `AGREE 1-5 a,b` one on some day from 1 to 5 March, by two. */
function actsOf(text: string): Act[] {
  return text.split('; ').map((act) => {
    const [type = '', days = '', sources = ''] = act.split(' ');
    const [first = 0, last = first] = days.split('-').map(Number);
    const day = (number: number): string => `2019-03-${String(number).padStart(2, '0')}`;
    return { type, from: day(first), to: day(last + 1), lineages: sources.split(',') };
  });
}

const cases: readonly [string, string, readonly (readonly [number, string, string, string])[]][] = [
  ['one stand', 'AGREE 1 a; SUPPORT 2 b', []],
  [
    'from agreement to accusations, two acts each',
    'AGREE 1 a; AGREE 2 a; ACCUSE 3 a; ACCUSE 4 a',
    [[2, 'turned', 'agreement', 'accusations']],
  ],
  ['one act by two sources is enough', 'AGREE 1 a,b; REJECT 3 a,c', [[1, 'turned', 'agreement', 'refusal']]],
  ['one act by one source is not', 'AGREE 1 a,b; REJECT 3 a', []],
  ['nor is one that it comes from', 'AGREE 1 a; REJECT 3 a,b', []],
  ['thin talk between two equal stands', 'AGREE 1 a,b; REJECT 3 a; AGREE 5 a,b', []],
  [
    'back again',
    'AGREE 1 a,b; REJECT 3 a,b; CONCEDE 5 a,b',
    [
      [1, 'turned', 'agreement', 'refusal'],
      [2, 'turned', 'refusal', 'yielding'],
    ],
  ],
  ['harder on one side', 'REQUEST 1 a,b; THREATEN 3 a,b', [[1, 'hardened', 'demands', 'threats']]],
  [
    'softer on one side',
    'THREATEN 1 a; THREATEN 2 b; REQUEST 4 a,b',
    [[2, 'softened', 'threats', 'demands']],
  ],
  ['order of days not certain', 'AGREE 1-5 a,b; REJECT 3 a,b', []],
  ['types that take no stand', 'AGREE 1 a,b; CONSULT 2 a,b; AGREE 3 a,b', []],
  [
    'a change of sign is told once, not as harder too',
    'AGREE 1 a,b; THREATEN 3 a,b; THREATEN 4 a,b',
    [[1, 'turned', 'agreement', 'threats']],
  ],
];

it.each(cases)('%s', (_, text, expected) => {
  const changes = [...stances.changes(actsOf(text))];
  expect(changes.map(([at, { kind, before, after }]) => [at, kind, before, after])).toEqual(expected);
});
