/** TimeML files: the date of the report, the plain string of its text, and the TIMEX3 marked in it. */

export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface TimemlReport {
  /** Value of the DCT, as the report's date of publication. */
  readonly published: string;
  /** Characters of TEXT without its tags. */
  readonly text: string;
  readonly times: readonly Timex[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Throws an Error when the file has no DCT or no TEXT. */
export function readTimeml(xml: string): TimemlReport {
  const dct = /<DCT>\s*(<TIMEX3[^>]*>)/.exec(xml)?.[1];
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1];
  const published = dct && attribute(dct, 'value');
  if (!published || body === undefined) throw new Error('a TimeML file without DCT or TEXT');
  const times: Timex[] = [];
  let text = '';
  let open: { start: number; value: string } | undefined;
  for (const piece of body.split(/(<[^>]*>)/)) {
    if (piece.startsWith('<TIMEX3')) open = { start: text.length, value: attribute(piece, 'value') ?? '' };
    else if (piece === '</TIMEX3>' && open) times.push({ ...open, end: text.length });
    else if (!piece.startsWith('<')) text += decoded(piece);
  }
  return { published, text, times };
}
