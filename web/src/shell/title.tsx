/** The heading of a view: names the document, and takes the focus where the reader has just come. */
import { type ReactNode, useEffect, useRef } from 'react';

interface PageTitleProps {
  /** For the document's title, where the heading is more than text. */
  readonly title?: string;
  readonly children: ReactNode;
}

export function PageTitle({ title, children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = title ?? (typeof children === 'string' ? children : undefined);
  useEffect(() => {
    document.title = name === undefined ? 'Demarche' : `${name} · Demarche`;
  }, [name]);
  useEffect(() => {
    // The frame has put the focus on <main>; elsewhere the reader has moved on.
    if (document.activeElement?.id === 'main') heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
