/** The lines of a dictionary file that say something: comments taken out, each with its number. */
import type { NamedText } from '../../table-file.js';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** A line that could not be taken, and why. The rest of its file is read all the same. */
export interface Fault {
  /** File name as it was given. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const OPENS = /<!\s*--/u;
const CLOSES = '-->';

/** `#` to the end of a line and `<!-- -->` over several lines are comments. Lines without words are left out. */
export function linesOf({ name, text }: NamedText, faults: Fault[]): Line[] {
  const lines: Line[] = [];
  let opened: number | undefined;
  text.split(/\r?\n/u).forEach((written, index) => {
    const number = index + 1;
    const { rest, open } = withoutComment(written, opened !== undefined);
    if (open) opened ??= number;
    else opened = undefined;
    const said = (rest.split('#', 1)[0] ?? '').trimEnd();
    if (said.trim() !== '') lines.push({ number, text: said });
  });
  if (opened !== undefined)
    faults.push({ file: name, line: opened, message: 'a comment is opened here and never closed.' });
  return lines;
}

/** What a line says outside of `<!-- -->`, and whether the comment goes on below. */
function withoutComment(line: string, within: boolean): { readonly rest: string; readonly open: boolean } {
  let rest = '';
  let open = within;
  let left = line;
  while (left !== '') {
    if (open) {
      const end = left.indexOf(CLOSES);
      if (end < 0) return { rest, open };
      left = left.slice(end + CLOSES.length);
      open = false;
      continue;
    }
    const start = OPENS.exec(left);
    if (!start) return { rest: rest + left, open };
    rest += left.slice(0, start.index);
    left = left.slice(start.index + start[0].length);
    open = true;
  }
  return { rest, open };
}
