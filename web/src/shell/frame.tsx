/** Masthead, the view, what is new, and the foot of the page. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Foot } from './foot.js';
import { Masthead } from './masthead.js';
import { NewsLine } from './news-line.js';
import { Toasts } from './toast.js';

export function Frame({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useArrival(main);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <Masthead />
      <NewsLine />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Foot />
      <Toasts />
    </>
  );
}

/** A new address is a new page: to its top and with the focus in it, but where the reader was when going back. */
function useArrival(main: { readonly current: HTMLElement | null }): void {
  const [path] = useLocation();
  const last = useRef(path);
  const wentBack = useRef(false);
  useEffect(() => {
    const onBack = () => {
      wentBack.current = true;
    };
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, []);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (!wentBack.current) scrollTo(0, 0);
    wentBack.current = false;
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
