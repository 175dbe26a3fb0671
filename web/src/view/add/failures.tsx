import { Scroll } from '../../chart/scroll.js';
import type { Failure } from './addition.js';

/** What could not be read, where it stood, and why. */
export function Failures({ failed, all }: { readonly failed: readonly Failure[]; readonly all: number }) {
  if (failed.length === 0) return null;
  return (
    <Scroll label="What could not be read">
      <table className="failures">
        <caption className="visually-hidden">What could not be read</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {failed.map(({ origin, place, code, message }) => (
            <tr key={`${origin} ${place} ${code}`}>
              <th scope="row">
                {origin}
                {place !== undefined && <span className="faint">, {place}</span>}
              </th>
              <td>
                {message} <code className="faint">{code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > failed.length && <p className="faint">and {all - failed.length} more</p>}
    </Scroll>
  );
}
