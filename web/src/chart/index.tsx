/** Charts as views use them: their code is fetched when the first one is shown. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { SmallMapProps } from './map/small-map.js';
import type { WorldMapProps } from './map/world-map.js';
import type { MonthBrushProps } from './months/month-brush.js';
import type { RelationsProps } from './relations/relations.js';
import type { SparklineProps } from './sparkline.js';
import type { TimelineProps } from './timeline/timeline.js';

export type { MapPlace } from './map/place.js';
export { itemsOfDossier, itemsOfHappenings } from './timeline/item.js';

/** @param height Pixels that are kept for it, so that what stands below does not jump. */
const Later = ({ height, children }: { readonly height: number; readonly children: ReactNode }) => (
  <Suspense fallback={<span style={{ display: 'block', minHeight: height }} aria-busy="true" />}>
    {children}
  </Suspense>
);

const LazyTimeline = lazy(() => import('./timeline/timeline.js'));
export const Timeline = (props: TimelineProps) => (
  <Later height={220}>
    <LazyTimeline {...props} />
  </Later>
);

const LazyRelations = lazy(() => import('./relations/relations.js'));
export const Relations = (props: RelationsProps) => (
  <Later height={330}>
    <LazyRelations {...props} />
  </Later>
);

const LazyWorldMap = lazy(() => import('./map/world-map.js'));
export const WorldMap = (props: WorldMapProps) => (
  <Later height={480}>
    <LazyWorldMap {...props} />
  </Later>
);

const LazySmallMap = lazy(() => import('./map/small-map.js'));
export const SmallMap = (props: SmallMapProps) => (
  <Later height={200}>
    <LazySmallMap {...props} />
  </Later>
);

const LazyMonthBrush = lazy(() => import('./months/month-brush.js'));
export const MonthBrush = (props: MonthBrushProps) => (
  <Later height={150}>
    <LazyMonthBrush {...props} />
  </Later>
);

const LazySparkline = lazy(() => import('./sparkline.js'));
export const Sparkline = (props: SparklineProps) => (
  <Later height={24}>
    <LazySparkline {...props} />
  </Later>
);
