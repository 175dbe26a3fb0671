/**
 * Tables of cases, one text file for each behaviour:
 *
 *     # name of the case {"published": "2024-03-15"}
 *     Police arrested two men on Tuesday.
 *     ==>
 *     Police arrested two men on [Tuesday | DATE 2024-03-12 time/weekday-past].
 *
 * The JSON after the name is optional. Lines that start with `//` before the first case are comments.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export interface Case {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly input: string;
  readonly expected: string;
  /** `weekday.txt:12`, for messages. */
  readonly at: string;
}

export function readCases(path: string): Case[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('# ') ? [index] : []));
  if (starts.length === 0) throw new Error(`${basename(path)}: no case in it; one starts with '# name'.`);
  return starts.map((start, nth) =>
    parseCase(lines.slice(start, starts[nth + 1]), `${basename(path)}:${start + 1}`),
  );
}

function parseCase(lines: readonly string[], at: string): Case {
  const [head = '', ...body] = lines;
  const arrow = body.indexOf('==>');
  if (arrow < 0)
    throw new Error(`${at}: no '==>' between input and what is expected, in:\n${lines.join('\n')}`);
  const config = /\{.*\}\s*$/.exec(head)?.[0];
  return {
    name: head.slice(2, config ? head.length - config.length : undefined).trim(),
    config: config ? parseConfig(config, at) : {},
    input: body.slice(0, arrow).join('\n').trim(),
    expected: body
      .slice(arrow + 1)
      .join('\n')
      .trim(),
    at,
  };
}

function parseConfig(json: string, at: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${at}: the part in braces is not JSON: ${String(error)}`);
  }
}
