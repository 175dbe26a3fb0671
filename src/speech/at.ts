/** From a place in the text to the statement it is part of. */
import { contains, type Span } from '../span.js';
import type { Statement } from './statement.js';

interface Entry extends Span {
  readonly statement: Statement;
  /** The furthest end of this and all entries before it. */
  readonly reach: number;
}

const indexes = new WeakMap<readonly Statement[], readonly Entry[]>();

/** The innermost statement whose content holds `span`; undefined when it is the report's own voice. */
export function statementAt(statements: readonly Statement[], span: Span): Statement | undefined {
  const entries = indexOf(statements);
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at--) {
    const entry = entries[at];
    if (!entry || entry.reach < span.end) return undefined;
    if (contains(entry, span)) return entry.statement;
  }
  return undefined;
}

function indexOf(statements: readonly Statement[]): readonly Entry[] {
  const known = indexes.get(statements);
  if (known) return known;
  const contents = statements.flatMap((statement) =>
    statement.content.map((span) => ({ ...span, statement })),
  );
  let reach = 0;
  const entries = contents
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((content) => {
      reach = Math.max(reach, content.end);
      return { ...content, reach };
    });
  indexes.set(statements, entries);
  return entries;
}
