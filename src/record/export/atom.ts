/** Atom by RFC 4287. A feed is held whole, so it has a limit. */
import { generateAtomFeed } from 'feedsmith';
import type { Happening } from '../ask/index.js';
import type { Chunk } from './chunk.js';
import { citedText, countText, outcomeText, webAddress } from './words.js';

/** No reader takes more. */
export const MOST_ENTRIES = 1000;

export async function* toAtom(
  rows: AsyncIterable<Happening>,
  title: string,
): AsyncGenerator<Chunk, void, undefined> {
  const entries: ReturnType<typeof entryOf>[] = [];
  for await (const row of rows) {
    entries.push(entryOf(row));
    if (entries.length === MOST_ENTRIES) break;
  }
  const latest = new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())));
  const feed = { id: `urn:demarche:${encodeURIComponent(title)}`, title: { value: title }, updated: latest };
  yield `${generateAtomFeed({ ...feed, authors: [{ name: 'Demarche' }], entries })}\n`;
}

function entryOf(row: Happening) {
  const url = webAddress(row.cite?.url ?? row.first?.url);
  const summary = [citedText(row), countText(row), outcomeText(row)].filter(Boolean).join(' · ');
  return {
    id: `urn:demarche:happening:${encodeURIComponent(row.id)}`,
    title: { value: row.title },
    // When the record last took in the report that is shown.
    updated: new Date(row.cite?.filed ?? row.first?.filed ?? 0),
    ...(url === undefined ? {} : { links: [{ href: url, rel: 'alternate' }] }),
    summary: { value: summary, type: 'text' },
    categories: [{ term: row.type }, { term: row.status }],
  };
}
