import { describe, expect, test } from 'vitest';
import { regularLemma, type Words } from '../../../src/language/model/regular.js';

const sure = new Set(
  'need deploy deplore remark deny snap slam call hope close visit party mobilize pass expel swear laud'.split(
    ' ',
  ),
);
const irregular = new Map([['swore', 'swear']]);
const words: Words = {
  sure: (word) => sure.has(word),
  likely: (word) => word === 'laude' || word === 'resettle',
  irregular: (form) => irregular.get(form),
};
const past = { upos: 'VERB', feats: 'Mood=Ind|Tense=Past|VerbForm=Fin' } as const;
const ing = { upos: 'VERB', feats: 'Tense=Pres|VerbForm=Part' } as const;
const third = { upos: 'VERB', feats: 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin' } as const;
const plural = { upos: 'NOUN', feats: 'Number=Plur' } as const;
const lemma = (form: string, guess: string, word: Parameters<typeof regularLemma>[2]) =>
  regularLemma(form, guess, word, words);

describe('a regular lemma', () => {
  test.each([
    ['remarked', 'remarky', past, 'remark'],
    ['denied', 'deni', past, 'deny'],
    ['Snapped', 'snapp', past, 'snap'],
    ['calling', 'cal', ing, 'call'],
    ['expelled', 'expell', past, 'expel'],
    ['hoping', 'hop', ing, 'hope'],
    ['closes', 'clos', third, 'close'],
    ['parties', 'partie', plural, 'party'],
    ['swore', 'swor', past, 'swear'],
    ['lauded', 'laude', past, 'laud'],
    ['resettled', 'resettl', past, 'resettle'],
    ['deplored', 'deploy', past, 'deplore'],
  ] as const)('of %s is a word, not %s', (form, guess, word, wanted) => {
    expect(lemma(form, guess, word)).toBe(wanted);
  });

  test.each([
    ['quipped', 'quipp', past, 'quip'],
    ['vandalised', 'vandalis', past, 'vandalise'],
    ['ambushing', 'ambushe', ing, 'ambush'],
    ['lambasted', 'lambast', past, 'lambast'],
    ['crutches', 'crutche', plural, 'crutch'],
  ] as const)('of the unknown %s follows the spelling', (form, guess, word, wanted) => {
    expect(lemma(form, guess, word)).toBe(wanted);
  });

  test.each([
    ['was', 'be', past],
    ['left', 'leave', past],
    ['news', 'news', { upos: 'NOUN', feats: 'Number=Sing' }],
    ['Nations', 'Nations', { upos: 'PROPN', feats: 'Number=Plur' }],
    ['bred', 'breed', past],
    ['passed', 'pass', past],
    ['need', 'need', { upos: 'VERB', feats: 'VerbForm=Inf' }],
  ] as const)('of %s stays %s', (form, guess, word) => expect(lemma(form, guess, word)).toBe(guess));
});
