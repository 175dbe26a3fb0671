/** JSON, and where it breaks. */

export type JsonOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly why: string };

export function parseJson(text: string): JsonOutcome {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const at = /position (\d+)/u.exec(reason)?.[1];
    const ended = /end of JSON|Unterminated/u.test(reason);
    return {
      ok: false,
      ...placeOf(text, at === undefined ? text.length : Number(at)),
      why: ended ? 'it ends too early' : 'an unexpected character stands there',
    };
  }
}

/** Line and column of an offset, both from 1. */
function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  let line = 1;
  for (let end = before.indexOf('\n'); end >= 0; end = before.indexOf('\n', end + 1)) line++;
  return { line, column: at - before.lastIndexOf('\n') };
}
