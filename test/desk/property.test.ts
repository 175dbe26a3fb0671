/** Whatever is asked, in every way that the document lets and some that it does not: an answer as the document says. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/desk/api/index.js';
import type { Desk } from '../../src/desk/desk.js';
import { createSessions } from '../../src/desk/guard/keys.js';
import { createKeys } from '../../src/desk/keys.js';
import { reports } from '../record/reports.js';
import { type Components, faultsIn, resolved, type Schema } from './schema.js';
import { deskWith, type TestDesk } from './support.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Components };
}

let test: TestDesk;
/** Ids and names that the record has. */
let known: string[] = [];

/** Made without a record: which routes there are does not depend on one. */
const document: Document = await (async () => {
  const desk = { version: '0', additions: {}, answers: {}, news: {} } as unknown as Desk;
  const api = createApi(desk, createKeys('/nowhere/keys.json'), createSessions());
  return (await (await api.request('/openapi.json')).json()) as Document;
})();

beforeAll(async () => {
  test = await deskWith(reports, { maxBody: 100_000 });
  const lists = ['happenings', 'reports', 'statements', 'actors', 'disputes'];
  for (const list of lists) {
    const { rows, next } = await test.json<{ rows: { id: string }[]; next?: string }>(`/api/${list}?limit=2`);
    known.push(...rows.map(({ id }) => id), ...(next === undefined ? [] : [next]));
  }
  known = [
    ...known,
    'baltic',
    'Mari Tamm',
    'Estonia',
    'RUS>EST',
    '2021-05-04',
    'CONSULT',
    'CONSULT-visit',
    'Riga',
    '036',
    'meeting',
  ];
}, 120_000);
afterAll(() => test.close());

const hostile = fc.constantFrom(
  "'; drop table article; --",
  '\0',
  '\ud800',
  '../../etc/passwd',
  '<script>',
  '%',
  '',
  '9'.repeat(400),
  '-1',
  '1e999',
  'NaN',
  '2021-02-31',
  '9999-12-31',
  '0000-01-01',
  'null',
  '[]',
);

const anyText = () =>
  fc.oneof(fc.constantFrom(...known), hostile, fc.string({ unit: 'binary', maxLength: 40 }));

/** Mostly of the schema, now and then whatever else. */
function madeOf(given: Schema, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given, document.components.schemas);
  const other = fc.oneof(anyText(), fc.integer(), fc.constant(null), fc.constant([]), fc.constant({}));
  return fc.oneof({ weight: 8, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: other });
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => madeOf(each, depth + 1)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 50, 50) });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'array' && schema.items !== undefined && depth < 4)
    return fc.array(madeOf(schema.items, depth + 1), { maxLength: 3 });
  if (schema.type === 'object') return objectOf(schema, depth);
  if (schema.format === 'date')
    return fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
      anyText(),
    );
  return anyText();
}

function objectOf({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, madeOf(each, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

const written = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

function askedOf(path: string, method: string, operation: Operation): fc.Arbitrary<Asked> {
  const parameters = operation.parameters ?? [];
  const query = parameters.filter((each) => each.in === 'query');
  const inPath = parameters.filter((each) => each.in === 'path');
  const few = fc
    .subarray([...query], { maxLength: Math.min(4, query.length) })
    .chain((some) =>
      fc.tuple(
        ...[...new Set([...some, ...query.filter((each) => each.required)])].map((each) =>
          madeOf(each.schema).map((value) => [each.name, value] as const),
        ),
      ),
    );
  const more = fc.option(fc.tuple(fc.constantFrom('colour', '__proto__', 'Limit'), anyText()), { freq: 12 });
  return fc
    .record({
      names: fc.tuple(
        ...inPath.map((each) => madeOf(each.schema).map((value) => [each.name, written(value)] as const)),
      ),
      query: few,
      more,
      body: bodyOf(operation),
    })
    .map(({ names, query: chosen, more: unknown, body }) => {
      const filled = names.reduce(
        (all, [name, value]) => all.replace(`{${name}}`, encodeURIComponent(value.toWellFormed())),
        path,
      );
      const search = new URLSearchParams();
      for (const [name, value] of [...chosen, ...(unknown === null ? [] : [unknown])])
        for (const each of Array.isArray(value) ? value : [value]) search.append(name, written(each));
      return { path: `/api${filled}?${search}`, init: { method: method.toUpperCase(), ...body } };
    });
}

function bodyOf({ requestBody }: Operation): fc.Arbitrary<RequestInit> {
  if (requestBody === undefined) return fc.constant({});
  const kinds = Object.entries(requestBody.content).map(([type, { schema }]) => {
    if (type === 'multipart/form-data') return fc.array(anyText(), { maxLength: 2 }).map(formOf);
    const text =
      type === 'application/json'
        ? madeOf(schema).map((value) => JSON.stringify(value))
        : fc.oneof(anyText(), fc.constant('Oman met Iran in Muscat on Sunday.'));
    return text.map((body): RequestInit => ({ headers: { 'content-type': type }, body }));
  });
  const broken = fc.record({
    headers: fc.constantFrom<Record<string, string>[]>(
      { 'content-type': 'application/json' },
      { 'content-type': 'image/png' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      {},
    ),
    body: anyText(),
  });
  return fc.oneof({ weight: 6, arbitrary: fc.oneof(...kinds) }, { weight: 1, arbitrary: broken });
}

function formOf(texts: readonly string[]): RequestInit {
  const form = new FormData();
  for (const text of texts) form.append('files', new File([text], text));
  return { body: form };
}

async function check({ path, init }: Asked, operation: Operation): Promise<void> {
  const answer = await test.ask(path, init);
  const told = `${init.method} ${path} ${typeof init.body === 'string' ? init.body : ''} → ${answer.status}`;
  expect(answer.status, `${told} ${answer.status >= 500 ? await answer.clone().text() : ''}`).toBeLessThan(
    500,
  );
  const response = operation.responses[String(answer.status)];
  expect(response, `${told} is not in the document`).toBeDefined();
  const type = answer.headers.get('content-type')?.replace(/;.*/u, '') ?? '';
  if (type === 'text/event-stream') return answer.body?.cancel();
  const text = await answer.text();
  if (answer.status === 304 || answer.status === 204) return;
  const schema = response?.content?.[type]?.schema;
  expect(schema, `${told} ${type} is not in the document`).toBeDefined();
  if (!/json$/u.test(type) || path.startsWith('/api/export/') || schema === undefined) return;
  expect(faultsIn(JSON.parse(text), schema, document.components.schemas), told).toEqual([]);
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the document', () => {
  it('is of OpenAPI 3.1 and names every route', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.length).toBeGreaterThan(30);
  });

  it('says of every answer what it is like', () => {
    for (const { operation } of operations)
      for (const { content = {} } of Object.values(operation.responses))
        for (const { schema } of Object.values(content)) expect(schema).toBeDefined();
  });
});

describe('every route answers as the document says', () => {
  it.each(operations.map((each) => [`${each.method.toUpperCase()} ${each.path}`, each] as const))(
    '%s',
    async (_, { path, method, operation }) => {
      // Of adding and reading each run reads a text.
      const numRuns = method === 'get' ? 40 : 25;
      await fc.assert(
        fc.asyncProperty(askedOf(path, method, operation), (asked) => check(asked, operation)),
        { numRuns, interruptAfterTimeLimit: 60_000 },
      );
    },
    120_000,
  );
});
