import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMainText, mainText } from '../../src/article/html/main-text.js';
import { parsePage } from '../../src/article/html/page.js';
import { readCases } from '../support/cases.js';

const data = loadMainText();

const read = (html: string): string =>
  mainText(parsePage(html), data)
    .blocks.map(({ kind, text }) => (kind === 'heading' ? `## ${text}` : text))
    .join('\n');

const LEAD =
  'Negotiators from both coasts met on Thursday in the old customs house, the port authority said. ';
const page = (before: string, after: string): string =>
  `<body>${before}<article>${`<p>${LEAD}</p>`.repeat(3)}</article>${after}</body>`;

describe.each(['main-text.txt', 'main-text-kept.txt'])('%s', (file) => {
  it.each(readCases(join(import.meta.dirname, file)))('$name', ({ input, expected }) => {
    expect(read(input)).toBe(expected);
  });
});

describe('data/article/main-text.yaml', () => {
  it.each(data.elements)('$id leaves out what its example shows', ({ example, before }) => {
    const html = before === undefined ? page('', example.html) : page(example.html, '');
    const text = parsePage(example.html).body.textContent ?? '';
    const left = text.replace(example.keep, '').trim();
    expect(left).not.toBe('');
    expect(read(html)).toContain(LEAD.trim());
    expect(read(html)).not.toContain(left);
  });

  it.each(data.text)(
    '$id matches its examples and not their near misses',
    ({ pattern, most, examples, not }) => {
      for (const example of examples) {
        expect(example.length).toBeLessThanOrEqual(most);
        expect(example).toMatch(pattern);
      }
      for (const other of not) expect(other).not.toMatch(pattern);
    },
  );
});

describe('mainText', () => {
  it('says what it left out, by rule', () => {
    const { log } = mainText(
      parsePage(page('', '<footer><p>The Daily Example is printed daily.</p></footer>')),
      data,
    );
    expect(log).toEqual([
      {
        code: 'article/left-out',
        stage: 'article',
        message: 'main-text/foot left out 1 block, the first: “The Daily Example is printed daily.”.',
      },
    ]);
  });

  it('leaves the page as it was', () => {
    const document = parsePage(page('<nav>Home</nav>', '<div class="share">Share</div>'));
    const before = document.documentElement.innerHTML;
    mainText(document, data);
    expect(document.documentElement.innerHTML).toBe(before);
  });

  it('says when there is no text', () => {
    expect(mainText(parsePage(''), data).log.map(({ code }) => code)).toEqual(['article/no-text']);
  });
});

describe('mainText on any markup', () => {
  const pieces = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<ul>',
    '<li>',
    '<h1>',
    '<h2>',
    '</h2>',
    '<a href="#">',
    '</a>',
    '<br>',
    '<blockquote>',
    '<body>',
    '</body>',
    '<html>',
    '</head>',
    '<script>',
    '</script>',
    '<div class="share">',
    '<',
    '&#0;',
    '\ud800',
    '\0',
    LEAD,
  );
  it('gives lines without white space around them, and never throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const { text } of mainText(parsePage(parts.join('')), data).blocks) {
          expect(text).toBe(text.trim());
          expect(text).not.toMatch(/\s\s|\n|^$/);
        }
      }),
    );
  });
});

describe('mainText stays within bounds', () => {
  const deep = (depth: number): string => '<div>'.repeat(depth) + LEAD + '</div>'.repeat(depth);
  it.each([
    ['deep nesting', deep(100_000)],
    ['nesting up to the limit, many times', deep(90).repeat(20)],
    ['many paragraphs', `<p>${LEAD}</p>`.repeat(3_000)],
    ['many links', '<a href="#">x</a> '.repeat(3_000)],
    ['tables in tables', '<table><tr><td>'.repeat(300) + LEAD],
    ['one line of a million characters', `<p>${'a'.repeat(1_000_000)}`],
    ['a million spaces', `<p>a${' '.repeat(1_000_000)}b`],
    ['half markup', '<p <div <a href="'.repeat(10_000)],
  ])(
    '%s',
    (_, html) => {
      expect(Array.isArray(mainText(parsePage(html), data).blocks)).toBe(true);
    },
    20_000,
  );
});
