const shown = 6;

/** What of an archive was passed over, on one line for standard error: the most frequent groups first. */
export function passedLine(from: string, records: Readonly<Record<string, number>>): string {
  const groups = Object.entries(records).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const total = groups.reduce((sum, [, count]) => sum + count, 0);
  const named = groups.slice(0, shown).map(([what, count]) => `${count} ${what}`);
  const rest = groups.slice(shown).reduce((sum, [, count]) => sum + count, 0);
  const parts = rest > 0 ? [...named, `${rest} other`] : named;
  return `demarche: ${from}: ${total} ${total === 1 ? 'record' : 'records'} passed over (${parts.join(', ')})`;
}
