/** Short words on what was just done, with a way back. */
import { useEffect } from 'react';
import { storeOf } from '../store.js';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isWrong?: boolean;
  readonly act?: { readonly label: string; readonly run: () => void };
}

const toasts = storeOf<readonly Toast[]>([]);
let last = 0;

/** Shown for 12 s, or as long as the pointer or the focus is on it. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  last += 1;
  const id = last;
  toasts.set((before) => [...before.slice(-2), { ...toast, id }]);
}

const dismiss = (id: number): void => toasts.set((before) => before.filter((each) => each.id !== id));

export function Toasts() {
  const all = toasts.use();
  return (
    <div className="toasts" role="status">
      {all.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

const TIME = 12_000;

function OneToast({ toast: { id, text, isWrong, act } }: { readonly toast: Toast }) {
  useEffect(() => {
    const timer = setInterval(() => {
      const own = document.querySelector(`[data-toast="${id}"]`);
      if (own?.matches(':hover, :focus-within') !== true) dismiss(id);
    }, TIME);
    return () => clearInterval(timer);
  }, [id]);
  return (
    <p className={isWrong ? 'toast wrong' : 'toast'} data-toast={id}>
      <span>{text}</span>
      {act === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            act.run();
            dismiss(id);
          }}
        >
          {act.label}
        </button>
      )}
      <button type="button" className="quiet" aria-label="Close" onClick={() => dismiss(id)}>
        ×
      </button>
    </p>
  );
}
