/** Codes of CAMEO written of what we know of an actor, and read again. */
import { describe, expect, test } from 'vitest';
import { loadCodes } from '../../../src/actor/dictionary/codes.js';

const codes = loadCodes();

describe('a code', () => {
  test.each([
    ['organization', ['UNO'], undefined, 'IGOUNO'],
    ['military', ['UNO', 'MIL'], undefined, 'IGOUNOMIL'],
    ['organization', ['EUR'], undefined, 'IGOEUREEC'],
    ['organization', ['IGO'], undefined, 'IGO'],
    ['group', ['REB'], undefined, '---REB'],
    ['person', ['GOV', 'LEG'], 'RUS', 'RUSGOV'],
    ['state', ['GOV'], 'RUS', 'RUS'],
    ['person', [], undefined, undefined],
  ] as const)('of %s %j of %s is %s', (kind, sectors, country, code) => {
    expect(codes.write({ kind, sectors: [...sectors], ...(country !== undefined && { country }) })).toBe(
      code,
    );
  });

  test.each([
    ['IGOUNOMIL', ['IGO', 'UNO', 'MIL']],
    ['IGOEUREEC', ['IGO', 'EUR']],
    ['UNO', ['UNO']],
  ])('%s says %j', (code, sectors) => {
    expect(codes.read(code)).toEqual({ sectors, body: true });
  });
});
