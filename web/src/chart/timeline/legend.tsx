import type { Lane } from './item.js';
import type { Layout } from './layout.js';

/** Which shape and colour is what; only what is to be seen. */
export function Legend({ layout: { lanes, bins } }: { readonly layout: Layout }) {
  const has = (lane: Lane): boolean => lanes.some((room) => room.lane === lane);
  const told = has('happened') || has('background');
  const bars = bins.length > 0;
  return (
    <ul className="chart-legend">
      {told && (
        <li>
          <i className={bars ? 'sign bar cooperation' : 'sign circle cooperation'} />
          cooperation{bars && ' (up)'}
        </li>
      )}
      {told && (
        <li>
          <i className={bars ? 'sign bar conflict' : 'sign circle conflict'} />
          conflict{bars && ' (down)'}
        </li>
      )}
      {has('planned') && !bars && (
        <li>
          <i className="sign triangle" />
          planned
        </li>
      )}
      {has('background') && !bars && (
        <li>
          <i className="sign diamond" />
          background
        </li>
      )}
      {!bars && <li className="faint">larger: more sources</li>}
    </ul>
  );
}
