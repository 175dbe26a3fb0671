/** Charts as views use them: their code is fetched when the first one is shown. */
import { type ComponentType, lazy, Suspense } from 'react';
import type { SmallMapProps } from './map/small-map.js';
import type { WorldMapProps } from './map/world-map.js';
import type { MonthBrushProps } from './months/month-brush.js';
import type { RelationsProps } from './relations/relations.js';
import type { SparklineProps } from './sparkline.js';
import type { TimelineProps } from './timeline/timeline.js';

export type { MapPlace } from './map/place.js';
export type { MonthCount } from './months/month-brush.js';
export { type Item, itemsOfDossier, itemsOfHappenings } from './timeline/item.js';

/** @param height Pixels that are kept for it, so that what stands below does not jump. */
function later<Props extends object>(fetched: () => Promise<{ default: ComponentType<Props> }>, height: number) {
  const Chart = lazy(fetched);
  return function Later(props: Props) {
    return (
      <Suspense fallback={<div className="chart-coming" style={{ minHeight: height }} aria-busy="true" />}>
        <Chart {...props} />
      </Suspense>
    );
  };
}

export const Timeline = later<TimelineProps>(() => import('./timeline/timeline.js'), 220);
export const Relations = later<RelationsProps>(() => import('./relations/relations.js'), 330);
export const WorldMap = later<WorldMapProps>(() => import('./map/world-map.js'), 480);
export const SmallMap = later<SmallMapProps>(() => import('./map/small-map.js'), 200);
export const MonthBrush = later<MonthBrushProps>(() => import('./months/month-brush.js'), 150);
export const Sparkline = later<SparklineProps>(() => import('./sparkline.js'), 24);
