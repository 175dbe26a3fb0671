import { useState } from 'react';
import { Scroll } from '../scroll.js';
import { keyOf, type MapPlace } from './place.js';

interface PlaceTableProps {
  readonly places: readonly MapPlace[];
  readonly onOpen: (place: MapPlace) => void;
}

const STEP = 100;

/** The same in words; the place with most happenings first. */
export function PlaceTable({ places, onOpen }: PlaceTableProps) {
  const [open, setOpen] = useState(false);
  const [most, setMost] = useState(STEP);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      <Scroll label="Places">
        <table>
          <caption>Places by number of happenings</caption>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Country</th>
              <th scope="col">Happenings</th>
              <th scope="col">First day</th>
            </tr>
          </thead>
          <tbody>
            {(open ? places.slice(0, most) : []).map((place) => (
              <tr key={keyOf(place)}>
                <th scope="row">
                  <button type="button" className="chart-link" onClick={() => onOpen(place)}>
                    {place.name}
                  </button>
                </th>
                <td>{place.country ?? '–'}</td>
                <td>{place.happenings}</td>
                <td>{place.from ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {open && most < places.length && (
        <button type="button" className="chart-button" onClick={() => setMost(most + STEP)}>
          Show {Math.min(STEP, places.length - most)} more of {places.length}
        </button>
      )}
    </details>
  );
}
