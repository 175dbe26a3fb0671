import { describe, expect, test } from 'vitest';
import { articleIn, codes, read } from './support.js';

const kinds = (input: string | Uint8Array): string[] => articleIn(input).paragraphs.map(({ kind }) => kind);

describe('mail', () => {
  const head = 'From: The Harbour Post <desk@harbour.example>\nDate: Fri, 08 Mar 2024 09:05:00 +0100\n';

  test('a text part in quoted-printable', () => {
    const article = articleIn(
      `${head}Subject: =?utf-8?q?Envoys_meet_in_Bogot=C3=A1?=\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe two envoys met in Bogot=E1 on Fri=\nday.\n--b1--\n`,
    );
    expect(article).toMatchObject({
      headline: 'Envoys meet in Bogotá',
      outlet: 'The Harbour Post',
      published: { value: '2024-03-08T09:05:00+01:00' },
    });
    expect(article.text).toContain('met in Bogotá on Friday.');
  });

  test('an HTML part alone', () => {
    const html = Buffer.from('<p>The two envoys met in Lima on Friday.</p><p>They agreed on nothing.</p>');
    const article = articleIn(
      `${head}Subject: Envoys meet\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n${html.toString('base64')}`,
    );
    expect(article.text).toBe(
      'Envoys meet\n\nThe two envoys met in Lima on Friday.\n\nThey agreed on nothing.',
    );
  });

  test('a mail that passes a report on says nothing of its date or outlet', () => {
    const article = articleIn(`${head}Subject: Fwd: Envoys meet\n\nThe two envoys met in Lima on Friday.`);
    expect(article.headline).toBe('Envoys meet');
    expect([article.published, article.outlet]).toEqual([undefined, undefined]);
  });
});

describe('feeds', () => {
  const item =
    '<item><title>Envoys meet</title><link>https://harbour.example/1</link><pubDate>Fri, 08 Mar 2024 09:05:00 GMT</pubDate><description>&lt;p&gt;The two envoys met in Lima.&lt;/p&gt;</description></item>';

  test('RSS gives one article for each item', () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title>${item}${item}</channel></rss>`;
    expect(codes(feed)).toEqual(['ok', 'ok']);
    expect(articleIn(feed)).toMatchObject({
      outlet: 'The Harbour Post',
      url: 'https://harbour.example/1',
      headline: 'Envoys meet',
      published: { value: '2024-03-08T09:05:00Z' },
      text: 'Envoys meet\n\nThe two envoys met in Lima.',
    });
  });

  test('Atom', () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title><entry><id>urn:1</id><title>Envoys meet</title><updated>2024-03-08T09:05:00Z</updated><content type="html">&lt;p&gt;They met.&lt;/p&gt;</content></entry></feed>';
    expect(articleIn(feed)).toMatchObject({
      headline: 'Envoys meet',
      updated: { value: '2024-03-08T09:05:00Z' },
    });
  });

  test('a JSON feed; one bad item loses no other', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Harbour Post',
      items: [
        7,
        { id: '1', title: 'Envoys meet', content_text: 'They met in Lima.', date_published: '2024-03-08' },
      ],
    };
    expect(codes(JSON.stringify(feed))).toEqual(['input/bad-feed item 1', 'ok']);
  });

  test('the summary of a JSON feed is a dek, as that of RSS is', () => {
    const item = { id: '1', title: 'Envoys meet', content_html: '<p>They met in Lima.</p>' };
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ ...item, summary: 'Two envoys, one table.' }, item],
    };
    const [first, second] = read(JSON.stringify(feed));
    expect(first?.ok && first.article.dek).toBe('Two envoys, one table.');
    expect(second?.ok && second.article.dek).toBeUndefined();
  });
});

describe('JSON lines', () => {
  const text = 'The two envoys met in Lima on Friday.';

  test('each line is a report; a broken one loses no other', () => {
    const lines = [
      JSON.stringify({ id: 'a', text }),
      '{"text":',
      '{"id":3}',
      JSON.stringify({ html: `<p>${text}</p>` }),
    ];
    expect(codes(lines.join('\n'))).toEqual([
      'ok',
      'input/bad-json line 2, column 9',
      'input/bad-record line 3',
      'ok',
    ]);
  });

  test('the text is the one given, so that offsets hold', () => {
    const article = articleIn(JSON.stringify({ id: 'a', text: `  ${text}\r\n`, outlet: 'The Harbour Post' }));
    expect(article).toMatchObject({ from: 'a', text: `  ${text}\r\n`, outlet: 'The Harbour Post' });
  });

  test('a date that is none is left out and logged', () => {
    const [outcome] = read(JSON.stringify({ text, published: 'last week' }));
    expect(outcome?.ok && outcome.log.map(({ code }) => code)).toEqual(['article/bad-date']);
  });

  test('two dates are both told', () => {
    const [outcome] = read(
      JSON.stringify({
        text: `Envoys meet in Lima\n\nPublished: 9 March 2024\n\n${text}`,
        published: '2024-03-08',
      }),
    );
    expect(outcome?.ok && outcome.article.published?.value).toBe('2024-03-08');
    expect(outcome?.ok && outcome.notes.map(({ kind }) => kind)).toEqual(['article/two-dates']);
  });
});

describe('Markdown', () => {
  const text =
    '---\ntitle: Envoys meet\nauthor: Jane Doe\nsource: The Harbour Post\ndate: 2024-03-08\n---\n\n# Envoys meet\n\nThe two **envoys** met in Lima.\n\n![The table](table.jpg)\n\n## What comes next\n\nThey will meet again.\n';

  test('front matter, headings and paragraphs', () => {
    expect(articleIn(text)).toMatchObject({
      headline: 'Envoys meet',
      byline: 'Jane Doe',
      outlet: 'The Harbour Post',
      published: { value: '2024-03-08' },
      text,
    });
    expect(kinds(text)).toEqual(['headline', 'body', 'heading', 'body']);
  });
});

describe('pages', () => {
  test('headline, dek and blocks with one empty line between them; the dateline apart', () => {
    const body =
      'The two envoys of the coast met in Lima on Friday and agreed that the ferries should run again.';
    const html = `<html lang="en"><head><meta property="og:title" content="Envoys meet in Lima"><meta property="og:site_name" content="The Harbour Post"></head><body><article><h1>Envoys meet in Lima</h1><p>LIMA, Peru (AP) — ${body}</p><p>${body}</p><p>They will meet again in the spring, an official of the ministry said on Friday, and then sign.</p></article></body></html>`;
    const article = articleIn(html);
    expect(article).toMatchObject({
      headline: 'Envoys meet in Lima',
      outlet: 'The Harbour Post',
      agency: 'AP',
      dateline: { place: 'LIMA, Peru' },
    });
    expect(article.text.startsWith('Envoys meet in Lima\n\nLIMA, Peru (AP) — The two envoys')).toBe(true);
    expect(kinds(html).slice(0, 3)).toEqual(['headline', 'dateline', 'body']);
  });

  test('a dek that only the page shows is the dek; a label over the headline is none', () => {
    const body = [
      'The two envoys of the coast met in Lima on Friday, and agreed that the ferries should run again.',
      'Ferries had not left the harbour since a storm took the landing stage two winters ago.',
      'The first of them, said the harbour office, will carry the mail of both towns.',
    ]
      .map((text) => `<p>${text}</p>`)
      .join('');
    const page = (dek: string) =>
      `<html><body><article><p class="kicker">World</p><h1>Envoys meet in Lima</h1><p class="dek">${dek}</p>${body}</article></body></html>`;
    const dek = 'The ferries of the coast will run again after two years.';
    expect(articleIn(page(dek))).toMatchObject({ dek });
    expect(kinds(page(dek)).slice(0, 3)).toEqual(['headline', 'dek', 'body']);
    expect(articleIn(page('Exclusive')).dek).toBeUndefined();
  });
});
