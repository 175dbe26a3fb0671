/** The form beside the results on wide pages, folded up above them on narrow ones. */
import { type ReactNode, useEffect, useState } from 'react';
import './filter.css';

const WIDE = '(min-width: 64rem)';

export function FilterPanel({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const turn = () => setOpen(media.matches);
    media.addEventListener('change', turn);
    return () => media.removeEventListener('change', turn);
  }, []);
  return (
    <details className="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Narrow it down</summary>
      {children}
    </details>
  );
}
