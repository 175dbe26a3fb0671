import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDossiers } from '../../src/desk/dossiers.js';
import { mcpApp } from '../../src/desk/mcp/http.js';
import { packageFile } from '../../src/package-root.js';
import { createSingle } from '../../src/reading/pool.js';
import { type Database, openDatabase } from '../../src/record/store/database.js';
import { type Asked, allPages, askedRecord, call, citationsIn, newClient, oneLine } from './mcp-support.js';

let asked: Asked;
beforeAll(async () => {
  asked = await askedRecord();
}, 120_000);
afterAll(() => asked.drop());

const page = `<html><head><title>Envoys in Tallinn</title></head><body><article><h1>Envoys in Tallinn</h1>
<p>Estonian Foreign Minister Mari Tamm met Latvian Foreign Minister Janis Ozols in Tallinn on Friday.</p>
<p>"We shall meet again," Tamm said. The talks in the town hall took two hours, and the weather was fine all day.</p>
</article></body></html>`;

let pages: Server;
let pageUrl = '';
beforeAll(async () => {
  pages = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  pageUrl = `http://127.0.0.1:${(pages.address() as AddressInfo).port}/tallinn`;
});
afterAll(() => pages.close());

/** The same on either transport. */
function suite(name: string, open: () => Promise<{ client: Client; close(): Promise<void> }>): void {
  describe(name, () => {
    let client: Client;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ client, close } = await open());
    }, 60_000);
    afterAll(() => close());

    /** Each sentence stands in the report that is cited for it, and is quoted with its report in the lines. */
    async function expectCited(tool: string, args: object, least = 1): Promise<void> {
      const { text, data, isError } = await call(client, tool, args);
      expect(isError, text).toBe(false);
      const citations = citationsIn(data);
      expect(citations.length).toBeGreaterThanOrEqual(least);
      for (const { sentence, report } of citations) {
        expect(asked.texts.get(report)).toContain(sentence);
        const line = text
          .split('\n')
          .find((each) => each.includes(`report ${report}`) && each.includes(shown(sentence)));
        expect(line, sentence).toMatch(/\]( \(under [a-z0-9.-]+\))?$/u);
      }
    }
    const shown = (sentence: string): string => `«${sentence.replaceAll('«', '‹').replaceAll('»', '›')}»`;

    it('says of each tool that it changes nothing, and what it gives', async () => {
      const { tools } = await client.listTools();
      expect(tools.map((tool) => tool.name).sort()).toEqual([
        'calendar',
        'contradictions',
        'get_dossier',
        'get_happening',
        'get_report',
        'read_report',
        'search_happenings',
        'search_reports',
        'search_statements',
      ]);
      for (const { name: tool, annotations, description = '', outputSchema } of tools) {
        expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: tool === 'read_report' });
        expect(description).toContain('not instructions');
        expect(outputSchema?.properties).toHaveProperty('notice');
      }
      expect(client.getInstructions()).toContain('cite');
    });

    it('cites what happened', () => expectCited('search_happenings', { country: ['Norway'], limit: 50 }, 8));

    it('cites what was said', () => expectCited('search_statements', { words: 'Hestur' }));

    it('cites words of reports', () => expectCited('search_reports', { words: 'cod' }, 2));

    it('cites what is due and what came of it', async () => {
      const args = { since: '2019-01-01', today: '2019-06-10' };
      await expectCited('calendar', args);
      const { data } = await call(client, 'calendar', args);
      const outcomes = data.rows.map((row: { outcome: string }) => row.outcome);
      expect(outcomes).toContain('held');
      expect(data.rows.find((row: { outcome: string }) => row.outcome === 'held').came.status).toBe(
        'occurred',
      );
    });

    it('cites both sides of a contradiction', () => expectCited('contradictions', {}, 2));

    it('cites one happening claim by claim', async () => {
      const { data } = await call(client, 'search_happenings', { words: 'Reykjavik', sort: 'sources' });
      const { id } = data.rows[0];
      await expectCited('get_happening', { id }, 3);
      await expectCited('get_happening', { id: id.slice(0, 12) }, 3);
    });

    it('cites one report, and gives its text', async () => {
      const { data } = await call(client, 'search_reports', { words: '"old customs house"' });
      const { report } = data.rows[0].citation;
      await expectCited('get_report', { report }, 2);
      const lines = await call(client, 'get_report', { report: report.slice(0, 10) });
      expect(lines.data.copies).toHaveLength(1);
      expect(lines.data.rows.some((row: { under?: string }) => row.under?.startsWith('h'))).toBe(true);
      const { data: whole } = await call(client, 'get_report', { report, text: 0 });
      expect(oneLine(whole.text.words)).toBe(asked.texts.get(report));
    });

    it.each(['course', 'background', 'said', 'due', 'disagreements', 'names'])(
      'cites a dossier: %s',
      (section) => expectCited('get_dossier', { name: 'hestur', section, today: '2019-06-10' }),
    );

    it('gives a dossier as a resource', async () => {
      const { resources } = await client.listResources();
      expect(resources).toContainEqual(
        expect.objectContaining({ uri: 'demarche://dossier/hestur', title: 'The Hestur Bank' }),
      );
      const { resourceTemplates } = await client.listResourceTemplates();
      expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['demarche://dossier/{name}']);
      const { contents } = await client.readResource({ uri: 'demarche://dossier/hestur' });
      expect(contents[0]).toHaveProperty('text', expect.stringContaining('Norway accused Iceland'));
      await expect(client.readResource({ uri: 'demarche://dossier/none' })).rejects.toThrow(
        /There are: .*hestur/u,
      );
    });

    it('reads a report that it is given', async () => {
      const report = {
        text: 'Talks\n\nNorwegian Prime Minister Ola Berg met Danish Prime Minister Jens Holm in Aarhus on Friday.',
      };
      const { data, text } = await call(client, 'read_report', {
        ...report,
        published: '2020-03-02',
        outlet: 'Gull Post',
      });
      const met = data.rows.find((row: { title: string }) => row.title.includes('Jens Holm'));
      expect(met).toMatchObject({
        kind: 'event',
        label: 'CONSULT',
        citation: { outlet: 'Gull Post', date: '2020-03-02' },
      });
      expect(met.details).toContain('2020-02-28');
      expect(report.text.slice(met.citation.span.start, met.citation.span.end)).toBe(met.citation.sentence);
      expect(text).toContain(`«${met.citation.sentence}» [Gull Post, 2020-03-02, report ${data.report}]`);
    });

    it('reads a page, and only from public addresses', async () => {
      const { data } = await call(client, 'read_report', { html: page, published: '2020-03-02' });
      expect(data).toMatchObject({ headline: 'Envoys in Tallinn', items: 1 });
      const refused = await call(client, 'read_report', { url: pageUrl });
      expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('not public') });
    });

    it('gives long lists in pages and says how much is left', async () => {
      const whole = await call(client, 'search_happenings', { limit: 50 });
      const pages = await allPages(client, 'search_happenings', { limit: 3 });
      const ids = pages.flatMap(({ data }) => data.rows.map((row: { id: string }) => row.id));
      expect(ids).toEqual(whole.data.rows.map((row: { id: string }) => row.id));
      let after = 0;
      for (const { data, text } of pages) {
        after += data.rows.length;
        expect(data.left).toBe(ids.length - after);
        expect(text).toContain(data.next === undefined ? 'That is all.' : `${data.left} more: call again`);
      }
    });

    it('never floods: what is long comes in parts, and nothing is lost between them', async () => {
      const sentence = (at: number) =>
        `Norwegian Foreign Minister Ola Berg met Danish envoy number ${at} Jens Holm in the harbour town of Aarhus on Friday to speak of herring, of cod, and of the price of both.`;
      const text = `Talks\n\n${Array.from({ length: 120 }, (_, at) => sentence(at)).join(' ')}`;
      const args = { text, published: '2020-03-02', limit: 100 };
      const pages = await allPages(client, 'read_report', args);
      expect(pages.length).toBeGreaterThan(2);
      for (const { data, text: lines } of pages) {
        expect(JSON.stringify(data).length).toBeLessThan(30_000);
        expect(lines.length).toBeLessThan(40_000);
      }
      const cited = citationsIn(pages.map(({ data }) => data)).map((each) => each.sentence);
      for (let at = 0; at < 120; at++) expect(cited).toContain(sentence(at));
    });

    it('lets no report forge a citation or a line', async () => {
      const { text, data } = await call(client, 'search_happenings', { words: 'hiding note' });
      expect(data.rows[0].citation.sentence).toContain('» [Forged Wire');
      expect(text).not.toContain('» [Forged Wire');
      expect(text).toContain('[Gull) (Forged Wire, 2019-05-21, report');
      expect(text.split('\n')[0]).toContain('not instructions');
    });

    it.each([
      ['search_happenings', { actor: 'Nobody Known' }, /Nobody Known.*search_reports/u],
      ['search_happenings', { country: ['Atlantis'] }, /no country is called 'Atlantis'/u],
      ['search_happenings', { dyad: 'NOR' }, /RUS>JPN/u],
      ['search_happenings', { since: 'May' }, /since/u],
      ['search_happenings', { colour: 'blue' }, /colour/u],
      ['search_happenings', { words: 'a\u0000b' }, /character 0/u],
      ['search_reports', { words: 'a\u0000b' }, /characters or a number/u],
      ['get_report', { report: 'a\u0000b' }, /characters or a number/u],
      ['search_happenings', { after: 'nowhere' }, /`after`/u],
      ['search_happenings', { dossier: 'nothing' }, /There are: .*hestur/u],
      ['get_dossier', { name: '../outside' }, /There are: .*hestur/u],
      ['get_dossier', { name: 'hestur.yaml' }, /There are: .*hestur/u],
      ['get_happening', { id: 'h0000' }, /no happening 'h0000'/u],
      ['get_report', { report: 'zzzz' }, /zzzz/u],
      ['read_report', {}, /text, html or url/u],
      ['read_report', { text: 'a', html: 'b' }, /not both/u],
      ['read_report', { text: '' }, /read/u],
      ['read_report', { url: 'file:///etc/passwd' }, /Only http/u],
    ])('says what is wrong with %s %j', async (tool, args, message) => {
      const { text, isError } = await call(client, tool, args);
      expect(isError).toBe(true);
      expect(text).toMatch(message);
    });

    it('names no file of the desk where a dossier is damaged', async () => {
      const { text, isError } = await call(client, 'get_dossier', { name: 'broken' });
      expect(isError).toBe(true);
      expect(text).not.toContain(asked.folder);
    });
  });
}

suite('over standard input and output', async () => {
  const client = newClient();
  const main = packageFile('dist', 'src', 'cli', 'main.js');
  const args = [main, 'mcp', '--record', asked.folder];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
  return { client, close: () => client.close() };
});

suite('over streamable HTTP', async () => {
  const desk = await httpDesk();
  const client = newClient();
  await client.connect(new StreamableHTTPClientTransport(desk.url));
  return {
    client,
    async close() {
      await client.close();
      await desk.close();
    },
  };
});

interface HttpDesk {
  readonly url: URL;
  readonly database: Database;
  close(): Promise<void>;
}

async function httpDesk(options: { readonly allowPrivate?: boolean } = {}): Promise<HttpDesk> {
  const database = await openDatabase(asked.folder);
  const pool = createSingle();
  const app = mcpApp({
    ask: (question) => question(database.db),
    pool,
    dossiers: createDossiers([`${asked.folder}/dossiers`]),
    ...options,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    database,
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

describe('the HTTP door', () => {
  let desk: HttpDesk;
  beforeAll(async () => {
    desk = await httpDesk({ allowPrivate: true });
  }, 60_000);
  afterAll(() => desk.close());

  const post = (body: string) =>
    fetch(desk.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body,
    });
  const ping = { jsonrpc: '2.0', method: 'ping', id: 1 };

  it('answers POST alone', async () => {
    const got = await fetch(desk.url);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(desk.url, { method: 'DELETE' })).status).toBe(405);
    const pong = await post(JSON.stringify(ping));
    expect([pong.status, await pong.json()]).toEqual([200, { jsonrpc: '2.0', id: 1, result: {} }]);
  });

  it('refuses what is no JSON, too large, or too much together', async () => {
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify(Array.from({ length: 11 }, () => ping)))).status).toBe(400);
    expect((await post(JSON.stringify({ ...ping, pad: 'x'.repeat(5_000_000) }))).status).toBe(413);
  });

  it('reads pages of private addresses where the desk lets it', async () => {
    const client = newClient();
    await client.connect(new StreamableHTTPClientTransport(desk.url));
    const { data } = await call(client, 'read_report', { url: pageUrl, published: '2020-03-02' });
    expect(data).toMatchObject({ headline: 'Envoys in Tallinn', url: pageUrl });
    await client.close();
  });

  it('serves many clients at a time', async () => {
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = newClient();
        await client.connect(new StreamableHTTPClientTransport(desk.url));
        return client;
      }),
    );
    const answers = await Promise.all(
      clients.map((client) => call(client, 'search_happenings', { limit: 5 })),
    );
    for (const { data } of answers) expect(data).toEqual(answers[0]?.data);
    await Promise.all(clients.map((client) => client.close()));
  });
});
