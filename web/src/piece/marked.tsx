/** Text with stretches of it marked. */
import type { ReactNode } from 'react';
import type { Span } from '../../../src/span.js';

/** @param spans Into `text`, by start, not overlapping. */
export function Marked({
  text,
  spans,
  className,
}: {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly className?: string;
}) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end > text.length) continue;
    parts.push(
      text.slice(at, start),
      <mark key={start} className={className}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
