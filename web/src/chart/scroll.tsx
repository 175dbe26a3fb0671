import type { ReactNode } from 'react';

interface ScrollProps {
  /** What is in it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What is too long or wide for its place is scrolled with the keyboard, too. */
export const Scroll = ({ label, children }: ScrollProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has the focus.
  <section className="chart-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
