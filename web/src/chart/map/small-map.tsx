/** Where one happening was, as part of its page. */
import { useMemo, useRef } from 'react';
import { Drawing } from '../drawing.js';
import { useWidth } from '../use-width.js';
import { useAtlas } from './atlas.js';
import { frameOf } from './frame.js';
import { mapOptions } from './marks.js';

export interface SmallMapProps {
  /** Several where reports disagree. */
  readonly places: readonly { readonly name: string; readonly lat: number; readonly lon: number }[];
}

const HEIGHT = 200;
/** Degrees: from here on the coarser lines are enough. */
const COARSE = 28;
const nothing = () => undefined;

export default function SmallMap({ places: told }: SmallMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const places = useMemo(() => told.map((each) => ({ ...each, happenings: 1 })), [told]);
  const frame = useMemo(() => frameOf(places), [places]);
  // Part of a page that is read: the finer lines alone would be more than the page.
  const atlas = useAtlas(Math.max(frame.radius, COARSE));
  const options = useMemo(
    () => mapOptions({ frame, atlas, places, width: Math.max(width, 160), height: HEIGHT, onSpots: nothing }),
    [frame, atlas, places, width],
  );
  if (told.length === 0) return null;
  const words = `Map: ${told.map(({ name, lat, lon }) => `${name} (${degrees(lat, 'N', 'S')}, ${degrees(lon, 'E', 'W')})`).join('; ')}`;
  return (
    <div ref={place} className="chart chart-map small-map" role="img" aria-label={words}>
      {width > 0 && <Drawing options={options} />}
    </div>
  );
}

const degrees = (value: number, above: string, below: string): string =>
  `${Math.abs(value).toFixed(1)}° ${value < 0 ? below : above}`;
