import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../src/reading/format/html.js';
import { annotationsOf, toJson, toJsonLine } from '../../src/reading/format/json.js';
import { toMarkdown } from '../../src/reading/format/markdown.js';
import { toTerminal } from '../../src/reading/format/terminal.js';
import { Reading } from '../../src/reading/reading.js';
import { handmade, spanOf } from '../support/reading.js';

const sentence = 'Estonian envoy Mari Tamm met her Latvian counterpart in Tallinn on Friday.';

const disputed: Reading = {
  ...handmade,
  disputes: [
    {
      id: 'd1',
      object: {
        names: [
          { name: 'Tallinn', span: spanOf('Tallinn', 1) },
          { name: 'things', usedBy: 'a1', span: spanOf('things') },
        ],
        places: ['p1'],
      },
      parties: ['a1', 'a2'],
      since: 't1',
      effects: [spanOf('met her Latvian counterpart')],
      mentions: [spanOf('met')],
      cite: spanOf(sentence),
      rule: 'dispute/dispute',
    },
  ],
};

describe('a dispute', () => {
  test('stands in the terminal with its names, parties, since when and effects', () => {
    const shown = toTerminal(disputed, { width: 160 });
    expect(shown).toContain('WHAT IT IS ABOUT\n  dispute  Tallinn / things (Mari Tamm)');
    expect(shown).toContain(
      'Mari Tamm ↔ her Latvian counterpart · since Friday · “met her Latvian counterpart”',
    );
  });

  test('stands in Markdown with its sentence', () => {
    expect(toMarkdown(disputed)).toContain(
      '## What it is about\n\n- **dispute** Tallinn / things (Mari Tamm) (',
    );
  });

  test('is marked on the page and is an annotation', () => {
    expect(toHtml(disputed)).toContain('<li id="d1" class="row dispute">');
    expect(annotationsOf(disputed).find(({ id }) => id.endsWith('#d1'))?.target).toHaveLength(4);
  });

  test('of a thing that is not named says so', () => {
    const [dispute] = disputed.disputes;
    const unnamed = dispute && { ...dispute, object: { names: [], places: [] } };
    expect(toTerminal({ ...disputed, disputes: unnamed ? [unnamed] : [] })).toContain(
      '(over what is not said)',
    );
  });
});

describe('terminal', () => {
  test('each event stands with its participants, status, date, place and sentence', () => {
    const shown = toTerminal(handmade, { width: 100 });
    expect(shown).toContain('CONSULT  Mari Tamm ↔ her Latvian counterpart — met');
    expect(shown).toContain('occurred · 2024-03-15 · in Tallinn · 90 %');
    expect(shown).toContain(sentence);
  });

  test('no line is wider than asked for', () => {
    for (const width of [30, 44, 80]) {
      for (const line of toTerminal(handmade, { width }).split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  test('colours are added only when asked for', () => {
    const plain = toTerminal(handmade, { width: 80 });
    const coloured = toTerminal(handmade, { width: 80, color: true });
    expect(stripVTControlCharacters(plain)).toBe(plain);
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test('a report cannot send control sequences to the terminal', () => {
    const hostile: Reading = {
      ...handmade,
      article: { ...handmade.article, headline: 'Stop \u001b[2J\u0007 \u202ehere' },
    };
    const shown = toTerminal(hostile);
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u202e');
  });
});

describe('json', () => {
  test('prints the Reading and nothing else', () => {
    expect(JSON.parse(toJson(handmade))).toEqual(JSON.parse(JSON.stringify(handmade)));
    expect(Reading.parse(JSON.parse(toJson(handmade)))).toEqual(handmade);
  });

  test('a line stays one line whatever the text holds', () => {
    const text = 'one\u2028two\u2029three\nfour';
    const line = toJsonLine({ ...handmade, article: { ...handmade.article, text } });
    expect(line.split(/[\n\u2028\u2029]/u)).toHaveLength(2);
    expect((JSON.parse(line) as Reading).article.text).toBe(text);
  });

  test('--cite w3c gives selectors that find the exact words, counted in code points', () => {
    const annotation = annotationsOf(handmade).find(({ id }) => id === 'urn:sha256:00#s1');
    const [position, quote] = annotation?.target[0]?.selector ?? [];
    const codePoints = [...handmade.article.text];
    expect(codePoints.slice(position?.start, position?.end).join('')).toBe('"We agree 😀 on <most> things,"');
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: '"We agree 😀 on <most> things,"',
      prefix: 'nterpart in Tallinn on Friday.\n\n',
      suffix: ' Tamm said.',
    });
    // After a character outside the BMP the code point offset lags behind the UTF-16 one.
    const tamm = annotationsOf(handmade).find(({ id }) => id === 'urn:sha256:00#a1')?.target[1]?.selector;
    expect(codePoints.slice(tamm?.[0].start, tamm?.[0].end).join('')).toBe('Tamm');
  });
});

describe('markdown', () => {
  test('an event is a list item with its sentence quoted and its trigger in bold', () => {
    expect(toMarkdown(handmade)).toContain(
      '- **CONSULT** Mari Tamm ↔ her Latvian counterpart — met (occurred · 2024-03-15 · in Tallinn · 90 %)\n' +
        '  > Estonian envoy Mari Tamm **met** her Latvian counterpart in Tallinn on Friday.',
    );
  });

  test('marks of the report are text, not markup', () => {
    expect(toMarkdown(handmade)).toContain('\\<most\\>');
  });
});

describe('html', () => {
  const page = toHtml(handmade);

  test('the trigger is marked and linked to its row, and the row back to it', () => {
    expect(page).toMatch(/<a class="mark event" id="at-(\d+)" href="#e1"[^>]*>met<\/a>/u);
    const at = /id="(at-\d+)" href="#e1"/u.exec(page)?.[1];
    expect(page).toContain(
      `<li id="e1" class="row event"><span class="label">CONSULT</span> <a href="#${at}">`,
    );
  });

  test('every link leads to something on the page', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(ids).toContain(link);
  });

  test('all of the text is there, escaped, and nothing is fetched or run', () => {
    const body = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    const text = body
      .replace(/<[^>]+>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(text.replaceAll('&quot;', '"')).toContain('"We agree 😀 on <most> things," Tamm said.');
    expect(page).not.toMatch(/<script|src=|url\(|@import/u);
    expect(page).toContain(`default-src 'none'`);
  });
});
