import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/article/html/page.js';

const codes = (html: string): string[] => parsePage(html).log.map(({ code }) => code);

describe('parsePage gives every page a head and a body', () => {
  it.each([
    ['a whole page', '<html lang="en"><head><title>T</title></head><body class="b"><p>x</p></body></html>'],
    ['no body tag', '<html lang="en"><title>T</title><p>x</p>'],
    ['an open head', '<html lang="en"><head><title>T</title><p>x</p>'],
    ['tags in capitals', '<HTML LANG="en"><HEAD><TITLE>T</TITLE></HEAD><BODY><P>x</P></BODY></HTML>'],
  ])('%s', (_, html) => {
    const page = parsePage(html);
    expect(page.title).toBe('T');
    expect(page.documentElement.getAttribute('lang')).toBe('en');
    expect(page.body.querySelector('p')?.textContent).toBe('x');
    expect(page.head.querySelector('p')).toBeNull();
    expect(page.log).toEqual([]);
  });

  it('a fragment, an empty text and a text without tags', () => {
    expect(parsePage('<p>one</p><p>two</p>').body.textContent).toBe('onetwo');
    expect(parsePage('').body.textContent).toBe('');
    expect(parsePage('only words').body.textContent).toBe('only words');
  });

  it('entities, NULs and unclosed tags', () => {
    expect(parsePage('<p>a &amp; b &eacute;\0</p><p>c<b>d').body.textContent).toBe('a & b écd');
  });

  it('drops code and drawings, keeps metadata in scripts', () => {
    const page = parsePage(
      '<script>var a;</script><script type="application/ld+json">{}</script><style>p{}</style><svg><text>s</text></svg>x',
    );
    expect(page.documentElement.textContent).toBe('{}x');
  });
});

describe('parsePage stays within bounds', () => {
  it('deep nesting becomes siblings, very deep nesting ends the reading', () => {
    expect(codes(`${'<b>'.repeat(500)}x`)).toEqual(['article/page-flattened']);
    expect(parsePage(`${'<b>'.repeat(500)}x`).body.textContent).toBe('x');
    expect(codes('<div>'.repeat(100_000))).toEqual(['article/page-flattened', 'article/page-cut']);
  });

  it('too many elements, too much text', () => {
    expect(codes('<p>x</p>'.repeat(60_000))).toEqual(['article/page-cut']);
    expect(codes('word '.repeat(1_000_000))).toEqual(['article/page-cut']);
  });

  it('many attributes and closing tags of nothing', () => {
    const attributes = Array.from({ length: 50_000 }, (_, nth) => `a${nth}`).join(' ');
    expect(parsePage(`<p ${attributes}>x</p>${'</b>'.repeat(50_000)}`).body.textContent).toBe('x');
  });
});
