import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/record/store/database.js';
import { demarche } from '../support/command.js';

let home: string;
let folder: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'demarche-mcp-'));
  folder = join(home, 'record');
  await (await openDatabase(folder, { create: true })).close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const message = (id: number, method: string, params: object = {}): string =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;

const hello = message(1, 'initialize', {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
});

it('writes nothing but the protocol to standard output, and answers what was asked before it ends', async () => {
  const input = [
    hello,
    message(2, 'tools/call', { name: 'search_happenings', arguments: {} }),
    'this is no message\n',
    message(3, 'tools/call', { name: 'no_such_tool', arguments: {} }),
    message(4, 'tools/call', {
      name: 'read_report',
      arguments: { text: 'Rain\n\nIt rained in Bergen on Friday.' },
    }),
  ].join('');
  const { code, out } = await demarche(['mcp', '--record', folder], input);
  expect(code).toBe(0);
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4]);
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  expect(byId.get(1).result.serverInfo).toMatchObject({ name: 'demarche' });
  expect(byId.get(2).result.structuredContent).toMatchObject({ rows: [], left: 0 });
  expect(byId.get(4).result.structuredContent.headline).toBe('Rain');
});

it('says on standard error where there is no record', async () => {
  const { code, out, err } = await demarche(['mcp', '--record', join(home, 'none')], hello);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('there is no record in');
});
