/** A drawing through which one goes with the keyboard: a list of which one entry is picked at a time. */
import { type KeyboardEvent, type ReactNode, useId } from 'react';

export interface PickedProps {
  /** What the list is: `Timeline`. */
  readonly label: string;
  /** Number of entries, in the order in which one goes through them. */
  readonly count: number;
  /** Index of the picked one; -1 for none. */
  readonly picked: number;
  readonly onPick: (index: number) => void;
  /** Enter or space. */
  readonly onOpen: (index: number) => void;
  /** What the picked one is, in words. */
  readonly words: string;
  /** Keys of the drawing's own: true where the key is taken. */
  readonly onKey?: (key: string) => boolean;
  readonly children: ReactNode;
}

/** Screen readers hear one entry at a time, with its place in the list; the drawing itself is left out for them. */
export function Picked({ label, count, picked, onPick, onOpen, words, onKey, children }: PickedProps) {
  const id = useId();
  const active = picked >= 0 && picked < count;
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stepTo(event.key, picked, count);
    if (to !== undefined) onPick(to);
    else if ((event.key === 'Enter' || event.key === ' ') && active) onOpen(picked);
    else if (!onKey?.(event.key)) return;
    event.preventDefault();
  };
  return (
    <div
      className="chart-picked"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active ? id : undefined}
      onKeyDown={press}
      onFocus={() => picked < 0 && count > 0 && onPick(0)}
    >
      {children}
      <div
        id={id}
        role="option"
        aria-selected={active}
        aria-posinset={active ? picked + 1 : undefined}
        aria-setsize={active ? count : undefined}
        className="visually-hidden"
        tabIndex={-1}
      >
        {active ? words : 'Nothing to go through'}
      </div>
    </div>
  );
}

function stepTo(key: string, picked: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(picked + 1, last);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(picked - 1, 0);
    case 'PageDown':
      return Math.min(picked + 10, last);
    case 'PageUp':
      return Math.max(picked - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
