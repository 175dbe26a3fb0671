/** Errors as application/problem+json (RFC 9457), with the field that does not hold. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AskError } from '../../record/ask/index.js';
import { DossierError } from '../../record/dossier/file.js';
import { RecordError } from '../../record/store/error.js';

export const Problem = z
  .strictObject({
    type: z.string().openapi({ description: '`ask/unknown-name`, `desk/too-large`, …; permanent.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'A sentence that a user can act on.' }),
    field: z.string().optional().openapi({ description: 'The first field that does not hold.' }),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof Problem>;

/** Thrown anywhere below a request: it is answered so. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be answered',
  401: 'A key is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'In conflict with the record',
  413: 'Too large',
  415: 'Of no known kind',
  429: 'Too many requests',
  500: 'A fault of the program',
  503: 'Not now',
  507: 'The disk is full',
};

export const problem = (
  status: number,
  type: string,
  detail: string,
  more: Pick<Problem, 'field' | 'errors'> = {},
): Problem => ({ type, title: titles[status] ?? 'Error', status, detail, ...more });

export const fail = (...given: Parameters<typeof problem>): ProblemError =>
  new ProblemError(problem(...given));

const statusOfRecord: Readonly<Record<RecordError['code'], number>> = {
  'record/in-use': 503,
  'record/not-found': 503,
  'record/unreachable': 503,
  'record/newer': 503,
  'record/full': 507,
  'record/damaged': 500,
  'record/unknown-id': 404,
  'record/refused': 409,
};

const statusOfDossier: Readonly<Record<DossierError['code'], number>> = {
  'dossier/not-found': 404,
  'dossier/unreadable': 409,
  'dossier/damaged': 409,
  'dossier/exists': 409,
  'dossier/unwritable': 409,
};

/** What went wrong, in words for whoever asked; undefined where it is a fault of the program, which tells nothing. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof AskError) return ofAsk(error);
  if (error instanceof RecordError) return problem(statusOfRecord[error.code], error.code, error.message);
  if (error instanceof DossierError) return problem(statusOfDossier[error.code], error.code, error.message);
  if (error instanceof HTTPException) return ofHttp(error);
  return ofDatabase(error);
}

const ofAsk = ({ code, message, field }: AskError): Problem =>
  problem(code === 'ask/unknown-id' ? 404 : 400, code, message, {
    ...(field === undefined ? {} : { field, errors: [{ field, message }] }),
  });

const ofHttp = ({ status, message }: HTTPException): Problem =>
  problem(
    status,
    status === 415 ? 'desk/media-type' : 'desk/bad-request',
    message || (titles[status] ?? 'It cannot be answered.'),
  );

/** PostgreSQL's class 22: a value that no column takes; 57014: it took longer than the server is given. */
function ofDatabase(error: unknown): Problem | undefined {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : '';
  if (code.startsWith('22'))
    return problem(400, 'desk/bad-value', 'A value is none that the record can hold or look for.');
  if (code === '57014') return tooLong();
  return undefined;
}

export const tooLong = (): Problem =>
  problem(503, 'desk/too-long', 'The question takes too long: narrow it by days, countries or actors.');

export function answerProblem(
  c: Context,
  found: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return c.body(JSON.stringify(found), found.status as 400, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/** Where a request does not fit its schema: each field with what is wrong. */
export function ofZod({ issues }: z.ZodError, target: string): Problem {
  const errors = issues.flatMap((issue) => fieldsOf(issue, target, []));
  const [first] = errors;
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return problem(400, 'desk/bad-request', detail.slice(0, 2000), {
    ...(first === undefined ? {} : { field: first.field }),
    errors: errors.slice(0, MOST_ERRORS),
  });
}

const MOST_ERRORS = 50;

type FieldError = NonNullable<Problem['errors']>[number];

function fieldsOf(issue: z.core.$ZodIssue, target: string, before: readonly PropertyKey[]): FieldError[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return nearest(issue.errors).flatMap((each) => fieldsOf(each, target, path));
  const names = path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: [...names, key].join('.'),
      message: 'is no field that is known here',
    }));
  // Of a list in a query the list is the field.
  const field = target === 'query' ? names.slice(0, 1) : names;
  return [{ field: field.join('.') || bodyOr(target), message: issue.message }];
}

const bodyOr = (target: string): string => (target === 'json' ? 'body' : target);

/** Of the forms that something may have, the one that it comes nearest to: of the same type, with the fewest faults. */
const nearest = (forms: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] => {
  const faults = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.length +
    (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? 1000 : 0);
  return [...forms].sort((a, b) => faults(a) - faults(b))[0] ?? [];
};
