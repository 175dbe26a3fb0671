/** What went wrong, as `application/problem+json` (RFC 9457) tells it or as the network left it. */
export interface FieldProblem {
  readonly field?: string;
  readonly message: string;
}

export class Problem extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly code: string;
  readonly fields: readonly FieldProblem[];

  constructor(told: {
    status: number;
    title: string;
    detail: string;
    code?: string;
    fields?: readonly FieldProblem[];
  }) {
    super(told.detail);
    this.name = 'Problem';
    this.status = told.status;
    this.title = told.title;
    this.code = told.code ?? '';
    this.fields = told.fields ?? [];
  }

  /** Asking the same again may help. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface Told {
  readonly title?: string;
  readonly detail?: string;
  readonly type?: string;
  readonly code?: string;
  readonly field?: string;
  readonly errors?: readonly FieldProblem[];
}

export async function problemOf(response: Response): Promise<Problem> {
  const told = await bodyOf(response);
  const title = told.title ?? (response.statusText || `Status ${response.status}`);
  return new Problem({
    status: response.status,
    title,
    detail: told.detail ?? title,
    code: told.code ?? told.type ?? '',
    fields:
      told.errors ?? (told.field === undefined ? [] : [{ field: told.field, message: told.detail ?? title }]),
  });
}

async function bodyOf(response: Response): Promise<Told> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

export const noAnswer = (): Problem =>
  new Problem({
    status: 0,
    title: 'No answer',
    detail: 'The desk does not answer. It may have been stopped, or the connection to it is lost.',
    code: 'page/no-answer',
  });
