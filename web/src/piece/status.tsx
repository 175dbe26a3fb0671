/** What has become of an act, by a word and a sign: colour only helps. */
import { statusWords } from '../words/codes.js';

const signs: Readonly<Record<string, string>> = {
  occurred: 'M3 8.5l3.2 3L13 4.5',
  ongoing: 'M8 3v5l3.5 2M8 1.5a6.5 6.5 0 1 0 .01 0',
  scheduled: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  intended: 'M2 8h11M9.5 4.5L13 8l-3.5 3.5',
  requested: 'M8 13.5v-11M4.5 6L8 2.5 11.5 6',
  conditional: 'M8 2.5v4L3.5 13M8 6.5L12.5 13',
  denied: 'M3 3l10 10M13 3L3 13',
  cancelled: 'M2.5 8h11M8 1.5a6.5 6.5 0 1 0 .01 0',
  reported: 'M3 4h10v6.5H8L5 13.5v-3H3z',
};

/** @param isBackground Told as history, not as news. */
export function StatusBadge({
  status,
  isBackground = false,
}: {
  readonly status: string;
  readonly isBackground?: boolean;
}) {
  return (
    <span className={`status ${status}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={signs[status] ?? 'M8 8h.01'} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      {statusWords[status] ?? status}
      {isBackground ? ', told as history' : ''}
    </span>
  );
}
