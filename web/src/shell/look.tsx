/** Light or dark: as the system has it, or as the reader says. */
import { storeOf } from '../store.js';

type Look = 'system' | 'light' | 'dark';
const next: Readonly<Record<Look, Look>> = { system: 'light', light: 'dark', dark: 'system' };
const words: Readonly<Record<Look, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

function stored(): Look {
  const look = document.documentElement.dataset.look;
  return look === 'light' || look === 'dark' ? look : 'system';
}

const look = storeOf<Look>(stored());

function choose(chosen: Look): void {
  look.set(chosen);
  if (chosen === 'system') delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = chosen;
  try {
    if (chosen === 'system') localStorage.removeItem('look');
    else localStorage.setItem('look', chosen);
  } catch {
    // Storage is closed to this page: the choice lasts as long as the page.
  }
}

export function LookButton() {
  const now = look.use();
  return (
    <button
      type="button"
      className="look"
      aria-label={`Colours: ${words[now]}. Change to ${words[next[now]]}`}
      title={`Colours: ${words[now]}`}
      onClick={() => choose(next[now])}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle
          cx="8"
          cy="8"
          r="6.25"
          fill={now === 'dark' ? 'currentColor' : 'none'}
          stroke="currentColor"
        />
        {now === 'system' ? <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" /> : null}
      </svg>
    </button>
  );
}
