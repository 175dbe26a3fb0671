import { counted } from '../../../../src/record/dossier/words.js';
import type { Lane } from './item.js';
import type { Layout } from './layout.js';

interface LegendProps {
  readonly layout: Layout;
  /** How many entries there are, those outside of the window too. */
  readonly count: number;
}

/** Which shape and colour is what; only what is to be seen. */
export function Legend({ layout: { lanes, bins }, count }: LegendProps) {
  const has = (lane: Lane): boolean => lanes.some((room) => room.lane === lane);
  const told = has('happened') || has('background');
  const bars = bins.length > 0;
  const outside = count - lanes.reduce((sum, room) => sum + room.count, 0);
  return (
    <ul className="chart-legend">
      {told && (
        <Sign
          shape={bars ? BAR : CIRCLE}
          className="cooperation"
          words={bars ? 'cooperation (up)' : 'cooperation'}
        />
      )}
      {told && (
        <Sign
          shape={bars ? BAR : CIRCLE}
          className="conflict"
          words={bars ? 'conflict (down)' : 'conflict'}
        />
      )}
      {has('planned') && !bars && <Sign shape={TRIANGLE} className="planned" words="planned" />}
      {has('background') && !bars && <Sign shape={DIAMOND} className="background" words="background" />}
      {!bars && <li>larger: more sources</li>}
      {outside > 0 && <li>{counted(outside, 'entry', 'entries')} before or after: All</li>}
    </ul>
  );
}

const CIRCLE = 'M6 1.5a4.5 4.5 0 1 0 .01 0';
const TRIANGLE = 'M6 1.5l5 9H1z';
const DIAMOND = 'M6 .8L10 6l-4 5.2L2 6z';
const BAR = 'M3 1h6v10H3z';

interface SignProps {
  readonly shape: string;
  readonly className: string;
  readonly words: string;
}

const Sign = ({ shape, className, words }: SignProps) => (
  <li>
    <svg className={`sign ${className}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={shape} />
    </svg>
    {words}
  </li>
);
