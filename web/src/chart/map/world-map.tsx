/** Where things happened: circles by number of happenings, which one opens, zooms and goes through. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { counted, whenWords } from '../../../../src/record/dossier/words.js';
import { Drawing } from '../drawing.js';
import { useGestures } from '../gestures.js';
import { Picked } from '../picked.js';
import { hasMouse, Readout } from '../readout.js';
import { useWidth } from '../use-width.js';
import { ZoomButtons } from '../zoom-buttons.js';
import { useAtlas } from './atlas.js';
import { type Frame, frameOf, isWorld, panned, WORLD, zoomedTo } from './frame.js';
import { mapOptions } from './marks.js';
import { nearestSpot } from './nearest.js';
import { keyOf, type MapPlace, type Spot } from './place.js';
import { PlaceTable } from './place-table.js';

export interface WorldMapProps {
  readonly places: readonly MapPlace[];
  readonly onOpen: (place: MapPlace) => void;
  /** The one that is open. */
  readonly chosen?: MapPlace | undefined;
}

export default function WorldMap({ places: told, onOpen, chosen }: WorldMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const places = useMemo(() => [...told].sort((a, b) => b.happenings - a.happenings), [told]);
  const data = useMemo(() => frameOf(places), [places]);
  const [moved, setMoved] = useState<Frame>();
  const frame = moved ?? data;
  // Several moves of a hand may come before the next drawing: each goes on from the one before.
  const move = (next: (before: Frame) => Frame) => setMoved((before) => next(before ?? data));
  const zoom = (factor: number) => move((before) => zoomedTo(before, factor));
  const [picked, setPicked] = useState(-1);
  const spots = useRef<ReadonlyMap<number, Spot>>(new Map());
  const atlas = useAtlas(frame.radius);
  // The same for the world and a part of it: nothing below it jumps.
  const height = Math.round(Math.min(Math.max(width * 0.53, 190), 560));
  const options = useMemo(
    () =>
      mapOptions({
        frame,
        atlas,
        places,
        width: Math.max(width, 200),
        height,
        onSpots: (found) => {
          spots.current = found;
        },
      }),
    [frame, atlas, places, width, height],
  );
  // Until it is drawn nobody knows where the places stand: one more turn shows the ring.
  const [, setDrawn] = useState<unknown>();
  useEffect(() => setDrawn(options), [options]);

  const reach = Math.min(width, height) / 2;
  const share = (x: number, y: number) => ({ x: (x - width / 2) / reach, y: (y - height / 2) / reach });
  const open = (index: number) => {
    const found = places[index];
    if (found !== undefined) onOpen(found);
  };
  const pick = (index: number) => {
    setPicked(index);
    const found = places[index];
    if (found !== undefined && !spots.current.has(index))
      setMoved({ ...frame, lon: found.lon, lat: found.lat });
  };
  useGestures(place, {
    zoom: (factor, x, y) => move((before) => zoomedTo(before, factor, share(x, y))),
    pan: (x, y) => move((before) => panned(before, x / reach, isWorld(before) ? 0 : y / reach)),
    tap: (at, touch) => {
      const index = nearestSpot(spots.current, at, touch ? 18 : 8);
      setPicked(index);
      open(index);
    },
    hover: (at) => at !== undefined && setPicked(nearestSpot(spots.current, at, 8)),
  });
  const key = (pressed: string): boolean => {
    if (pressed === '+' || pressed === '=') zoom(1 / 2);
    else if (pressed === '-') zoom(2);
    else if (pressed === '0') setMoved(undefined);
    else return false;
    return true;
  };
  const active = places[picked];
  const ring = spots.current.get(active === undefined ? indexOf(places, chosen) : picked);
  return (
    <figure className="chart world-map">
      <div className="chart-head">
        <figcaption>Circles by number of happenings.</figcaption>
        <div className="chart-tools">
          <button
            type="button"
            className="chart-button"
            aria-pressed={isWorld(frame)}
            onClick={() => setMoved({ ...data, lat: 20, radius: WORLD })}
          >
            World
          </button>
          <ZoomButtons zoom={zoom} whole={() => setMoved(undefined)} />
        </div>
      </div>
      <Picked
        label="Map of places, by number of happenings"
        count={places.length}
        picked={picked}
        onPick={pick}
        onOpen={open}
        onKey={key}
        words={active === undefined ? '' : `${active.name}: ${wordsOf(active)}`}
      >
        <div ref={place} className="chart-place chart-map">
          {width > 0 && <Drawing options={options} />}
          {ring !== undefined && (
            <span
              className="chart-ring round"
              style={{
                left: ring.x - ring.r - 4,
                top: ring.y - ring.r - 4,
                width: ring.r * 2 + 8,
                height: ring.r * 2 + 8,
              }}
            />
          )}
        </div>
      </Picked>
      <Readout
        entry={active && { title: active.name, words: wordsOf(active) }}
        help={hasMouse() ? HELP : HELP_TOUCH}
      />
      <PlaceTable places={places} onOpen={onOpen} />
    </figure>
  );
}

const HELP =
  'Click a place to see what happened there. Drag to move, hold Ctrl and turn the wheel to zoom. By keyboard: arrows, Enter, + and −.';
const HELP_TOUCH = 'Touch a place to see what happened there. Two fingers zoom.';

const indexOf = (places: readonly MapPlace[], chosen: MapPlace | undefined): number =>
  chosen === undefined ? -1 : places.findIndex((each) => keyOf(each) === keyOf(chosen));

function wordsOf({ happenings, from, to }: MapPlace): string {
  const time = from === undefined ? '' : `, ${whenWords({ from, to: to ?? from })}`;
  return `${counted(happenings, 'happening')}${time}`;
}
