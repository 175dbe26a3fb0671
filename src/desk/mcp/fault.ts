/** Errors in words that an agent can act on. */
import { AskError } from '../../record/ask/index.js';
import type { McpContext } from './context.js';
import { clipped } from './words.js';

/** What was asked for cannot be given; the message says what to do. */
export class ToolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ToolError';
  }
}

const advice: { readonly [code: string]: string } = {
  'ask/unknown-name':
    'Try another spelling or the family name alone, or look for it with search_reports and take the name from a sentence.',
  'ask/ambiguous': 'Call again with one of them.',
  'ask/unknown-id': 'Take an id from an answer of this server: whole, or its beginning.',
  'ask/bad-cursor': 'Leave out `after` to begin anew.',
  'ask/bad-filter': 'Mend these arguments and call again.',
};

/** What is no mistake of the caller is told to the desk, never to the client: it may name files and servers. */
export function faultText(error: unknown, { onError }: McpContext): string {
  if (error instanceof ToolError) return error.message;
  if (error instanceof AskError) {
    const hint = advice[error.code];
    return `${clipped(error.message, 1000)}${hint === undefined ? '' : ` ${hint}`}`;
  }
  const code = String((error as { readonly code?: unknown } | undefined)?.code);
  // PostgreSQL's class of values that no column takes.
  if (/^22\w{3}$/u.test(code))
    return 'An argument holds characters or a number that the record cannot look for.';
  onError?.(error);
  return code === 'record/unreachable'
    ? 'The record cannot be reached at the moment: wait a little and call again.'
    : 'The desk could not answer because of an error of its own, which its log describes. Ask for less, or something else.';
}
