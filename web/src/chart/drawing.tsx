/** A drawing of Observable Plot on the page. */
import { type PlotOptions, plot } from '@observablehq/plot';
import { useLayoutEffect, useRef } from 'react';
import './chart.css';

/**
 * The drawing says nothing to those who hear the page: what stands around it does.
 * @param options Made once for the same content (`useMemo`): each new value draws anew.
 */
export function Drawing({ options }: { readonly options: PlotOptions }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(drawn(options));
  }, [options]);
  // Also in a line of text, where no block may be.
  return <span ref={place} className="drawing" aria-hidden="true" />;
}

/**
 * Plot puts a <style> element into each drawing, which `style-src 'self'` forbids. A browser looks at it only when it
 * becomes part of the page: it is taken out before. Its rules stand in chart.css.
 */
function drawn(options: PlotOptions): Element {
  const drawing = plot({ ...options, className: 'plot' });
  for (const style of drawing.querySelectorAll('style')) style.remove();
  return drawing;
}
