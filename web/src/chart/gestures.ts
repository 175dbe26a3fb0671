/** Ways of the hand over a drawing: wheel, pinch, drag. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from './point.js';

export interface Gestures {
  /** @param factor Below 1 closer. @param x, y Where, in pixels of the element. */
  readonly zoom: (factor: number, x: number, y: number) => void;
  /** Pixels. */
  readonly pan: (x: number, y: number) => void;
  /** Drag of one pointer, from where it began; done when it was let go. */
  readonly drag?: (from: Point, to: Point, done: boolean) => void;
  /** The pointer went down and up in one place. */
  readonly tap: (at: Point, touch: boolean) => void;
  readonly hover: (at: Point | undefined) => void;
}

/** Less than this is no drag. */
const STILL = 5;

/**
 * The wheel alone moves the page: it zooms with Ctrl or Cmd held (as browsers tell a pinch on a touchpad), and pans
 * sideways. With the finger one drag pans, two fingers zoom.
 */
export function useGestures(of: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const end = new AbortController();
    const { signal } = end;
    const at = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    element.addEventListener('wheel', (event) => wheeled(event, at(event), latest.current), {
      passive: false,
      signal,
    });
    const hand = new Hand(() => latest.current);
    element.addEventListener('pointerdown', (event) => hand.down(event, at(event), element), { signal });
    element.addEventListener('pointermove', (event) => hand.move(event, at(event)), { signal });
    element.addEventListener('pointerup', (event) => hand.up(event, at(event)), { signal });
    element.addEventListener('pointercancel', (event) => hand.cancel(event), { signal });
    element.addEventListener('pointerleave', () => latest.current.hover(undefined), { signal });
    return () => end.abort();
  }, [of]);
}

function wheeled(event: WheelEvent, at: Point, gestures: Gestures): void {
  const lines = event.deltaMode === 1 ? 16 : 1;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    gestures.zoom(Math.exp(Math.max(-0.5, Math.min(event.deltaY * lines * 0.004, 0.5))), at.x, at.y);
  } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    gestures.pan(event.deltaX * lines, 0);
  }
}

class Hand {
  private readonly fingers = new Map<number, Point>();
  private start: Point | undefined;
  private dragged = false;

  constructor(private readonly gestures: () => Gestures) {}

  down(event: PointerEvent, at: Point, element: HTMLElement): void {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, at);
    this.start = this.fingers.size === 1 ? at : undefined;
    this.dragged = this.fingers.size > 1;
  }

  move(event: PointerEvent, at: Point): void {
    const before = this.fingers.get(event.pointerId);
    if (before === undefined) {
      this.gestures().hover(at);
      return;
    }
    this.fingers.set(event.pointerId, at);
    const [other] = [...this.fingers].filter(([id]) => id !== event.pointerId);
    if (other !== undefined) this.pinch(before, at, other[1]);
    else if (this.start !== undefined) this.moveOne(event, this.start, before, at);
  }

  private moveOne(event: PointerEvent, start: Point, before: Point, at: Point): void {
    this.dragged ||= distance(start, at) > STILL;
    if (!this.dragged) return;
    const { drag, pan } = this.gestures();
    if (drag !== undefined && event.pointerType !== 'touch') drag(start, at, false);
    else pan(before.x - at.x, before.y - at.y);
  }

  up(event: PointerEvent, at: Point): void {
    if (!this.fingers.delete(event.pointerId) || this.start === undefined) return;
    const { drag, tap } = this.gestures();
    if (!this.dragged) tap(at, event.pointerType === 'touch');
    else if (event.pointerType !== 'touch') drag?.(this.start, at, true);
    this.start = undefined;
  }

  cancel(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
    this.start = undefined;
  }

  private pinch(before: Point, at: Point, other: Point): void {
    const factor = distance(before, other) / Math.max(distance(at, other), 1);
    const { zoom, pan } = this.gestures();
    zoom(factor, (at.x + other.x) / 2, (at.y + other.y) / 2);
    pan((before.x - at.x) / 2, (before.y - at.y) / 2);
  }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
