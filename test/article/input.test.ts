import { describe, expect, test } from 'vitest';
import { articleFromJsonLine, parsePublished } from '../../src/article/index.js';
import { articleIn, codes, data, read } from './support.js';

const sentence = 'The two envoys met in Lima on Friday and agreed on nothing.';

describe('hostile input', () => {
  test.each([
    ['nothing', '', ['input/empty']],
    ['white space', ' \n\t\r\n\u00a0', ['input/empty']],
    ['only share words', 'Share on Facebook\n\nTweet', ['input/no-text']],
    ['half of a JSON object', '{"text": "The envoys', ['input/bad-json line 1, column 21']],
    ['an empty JSON list', '[]', ['input/empty']],
    ['an object of another kind', '{"name": "Lima"}', ['input/bad-record']],
    ['broken XML', '<rss version="2.0"><channel><item><title>Envoys', ['input/bad-feed']],
    ['deep JSON', '['.repeat(100_000), ['ok']],
  ])('%s', (_, input, expected) => {
    expect(codes(input)).toEqual(expected);
  });

  test.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['ELF', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]],
    ['zeros', Array.from({ length: 1000 }, () => 0)],
  ])('%s is no text', (_, bytes) => {
    const [outcome] = read(Uint8Array.from(bytes));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'input/binary' } });
  });

  test.each([
    ['a line of a million characters', sentence.repeat(20_000).slice(0, 1_000_000)],
    ['a million spaces', `${sentence}${' '.repeat(1_000_000)}${sentence}`],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a million dashes', `LIMA ${'- '.repeat(500_000)}`],
    ['Markdown of open links', `# a\n\n${'[a]('.repeat(30_000)}`],
    ['Markdown of quotations', `# a\n\n${'>'.repeat(100_000)}`],
    ['nested elements', `<html><body>${'<div>'.repeat(100_000)}<p>${sentence}`],
    [
      'mail parts',
      `From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nhello\n'.repeat(100_000)}`,
    ],
  ])('%s in bounded time', (_, input) => {
    const start = performance.now();
    read(input);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('more than one article may be: size and limit are named', () => {
    const [long] = read(`${sentence} `.repeat(40_000));
    expect(long).toMatchObject({ ok: false, error: { code: 'input/too-large' } });
    expect(long?.ok === false && long.error.message).toContain('2,000,000');
    const [large] = read(new Uint8Array(50_000_000).fill(97));
    expect(large?.ok === false && large.error.message).toContain('50,000,000');
  });

  test('a billion laughs are refused', () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
    const feed = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${entities.join('')}]><rss version="2.0"><channel><item><title>&l9;</title></item></channel></rss>`;
    expect(codes(feed)).toEqual(['input/bad-feed']);
  });

  test('halves of surrogate pairs are replaced', () => {
    const outcome = articleFromJsonLine(`{"text":"\\ud800 ${sentence}"}`, { from: 'test', line: 1 }, data);
    expect(outcome.ok && outcome.article.text).toBe(`\uFFFD ${sentence}`);
  });

  test('the character 0 is replaced, one for one', () => {
    const line = JSON.stringify({
      id: 'a\0b',
      headline: 'Talks\0 held',
      outlet: 'O\0',
      text: `${sentence}\0 Later.`,
    });
    const outcome = articleFromJsonLine(line, { from: 'test', line: 1 }, data);
    expect(JSON.stringify(outcome)).not.toContain('\\u0000');
    expect(outcome.ok && outcome.article.text).toBe(`${sentence}\uFFFD Later.`);
    const [read0] = read(Buffer.from(`${`${sentence} `.repeat(20)}\0`));
    expect(read0?.ok && read0.article.text.at(-1)).toBe('\uFFFD');
  });
});

describe('charsets', () => {
  const words = 'The café in São Paulo stayed shut, as the président had said.';
  test.each([
    ['UTF-8', Buffer.from(words), undefined],
    ['UTF-8 labelled as Latin 1', Buffer.from(words), 'text/plain; charset=iso-8859-1'],
    ['Latin 1 without a label', Buffer.from(words, 'latin1'), undefined],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${words}`, 'utf16le'), undefined],
    ['UTF-16 without', Buffer.from(words, 'utf16le'), undefined],
  ])('%s', (_, bytes, contentType) => {
    expect(articleIn(bytes, contentType).text).toBe(words);
  });

  test('broken UTF-8 is replaced and logged', () => {
    const bytes = Buffer.concat([Buffer.from(`Zoë and José met. ${sentence}`), Buffer.from([0xc3, 0x28])]);
    const [outcome] = read(bytes);
    expect(outcome?.ok && outcome.log.map(({ code }) => code)).toContain('article/broken-text');
  });
});

describe('language', () => {
  test.each([
    ['en', sentence],
    ['de', 'Die beiden Gesandten trafen sich am Freitag in Lima und einigten sich auf nichts.'],
    ['es', 'Los dos enviados se reunieron el viernes en Lima y no acordaron nada.'],
    ['ru', 'Два посланника встретились в пятницу в Лиме и ни о чём не договорились.'],
    ['ar', 'التقى المبعوثان يوم الجمعة في ليما ولم يتفقا على أي شيء على الإطلاق.'],
    ['ja', '二人の特使は金曜日にリマで会談したが、何も合意しなかった。'],
    // A line is enough, also one with hardly a word that is no name.
    ['en', 'Washington expelled two Cuban diplomats.'],
    ['en', 'Peru frees Chilean sailors'],
    ['en', 'Japan sends two envoys to Madagascar.'],
    ['da', 'Danmark udviser to russiske diplomater'],
    ['nl', 'Minister ontmoet president in Den Haag'],
    ['en', 'Kenyan, Ugandan presidents meet'],
    ['fr', 'Paris expulse deux diplomates russes'],
    ['es', 'Protesta en Buenos Aires contra el FMI'],
    ['nl', 'Nederland stuurt troepen naar Mali'],
    ['pt', 'Brasil expulsa dois diplomatas'],
    ['pl', 'Prezydent Polski odwiedza Kijów'],
    ['vi', 'Thủ tướng thăm Nhật Bản'],
  ])('%s: %s', (language, text) => {
    expect(articleIn(text).language).toBe(language);
  });

  test('what is not English says so', () => {
    const [outcome] = read('Los dos enviados se reunieron el viernes en Lima y no acordaron nada.');
    expect(outcome?.ok && outcome.log.map(({ code }) => code)).toEqual(['article/not-english']);
  });
});

describe('dates of publication', () => {
  test.each([
    ['2016-12', '2016-12'],
    ['2016-12-03', '2016-12-03'],
    ['2016-12-03T15:27', '2016-12-03T15:27'],
    ['2016-12-03T15:27:00+0300', '2016-12-03T15:27:00+03:00'],
    ['Sat, 03 Dec 2016 15:27:00 GMT', '2016-12-03T15:27:00Z'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (value, expected) => {
    const parsed = parsePublished(value);
    expect(parsed.ok && parsed.stamp.value).toBe(expected);
  });

  test.each(['yesterday', '', '2016-13-01', '2023-02-29', '03/12/2016'])('%s is none', (value) => {
    expect(parsePublished(value).ok).toBe(false);
  });
});
