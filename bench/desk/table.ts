/** Times of answers by kind. */
import type { Answered } from './readers.js';
import { FLOORS, type Kind } from './requests.js';

const KINDS = Object.keys(FLOORS) as Kind[];

export const isError = ({ status }: Answered): boolean => status < 200 || status >= 400;

/** @returns lines, and whether every kind holds its floor and none failed. */
export function tableOf(answers: readonly Answered[], seconds: number): { lines: string[]; holds: boolean } {
  const rows = KINDS.map((kind) =>
    rowOf(
      kind,
      answers.filter((each) => each.kind === kind),
    ),
  );
  const errors = answers.filter(isError);
  const rate = (answers.length / seconds).toFixed(1);
  return {
    lines: [
      'kind         asked  errors   KiB   p50 ms  p95 ms  p99 ms  most ms  floor',
      ...rows.map(({ line }) => line),
      `${answers.length} answers in ${seconds.toFixed(0)} s, ${rate} a second, ${errors.length} errors`,
      ...someOf(errors),
    ],
    holds: errors.length === 0 && rows.every(({ holds }) => holds),
  };
}

function rowOf(kind: Kind, answers: readonly Answered[]): { line: string; holds: boolean } {
  const took = answers.map((each) => each.took).sort((a, b) => a - b);
  const part = (share: number): number => took[Math.max(0, Math.ceil(share * took.length) - 1)] ?? 0;
  const bytes = answers.reduce((sum, each) => sum + each.bytes, 0) / Math.max(1, answers.length);
  const holds = part(0.95) < FLOORS[kind];
  const cells = [
    cell(answers.length, 6),
    cell(answers.filter(isError).length, 6),
    cell(bytes / 1024, 4),
    ...[0.5, 0.95, 0.99, 1].map((share) => cell(part(share), 7)),
  ];
  return {
    line: `${kind.padEnd(11)} ${cells.join('  ')}  ${holds ? 'holds' : `missed (${FLOORS[kind]})`}`,
    holds,
  };
}

const cell = (value: number, width: number): string => value.toFixed(0).padStart(width);

/** The first of each error, and the slowest answers: where to look. */
function someOf(errors: readonly Answered[]): string[] {
  const first = new Map(errors.map((each) => [`${each.status} ${each.error}`.slice(0, 80), each]));
  return [...first.values()].slice(0, 5).map(({ status, path, error }) => `  ${status} ${path}: ${error}`);
}

export const slowest = (answers: readonly Answered[], most: number): string[] =>
  [...answers]
    .sort((a, b) => b.took - a.took)
    .slice(0, most)
    .map(({ took, path }) => `  ${took.toFixed(0)} ms ${decodeURIComponent(path)}`);
