/** A text's disputes with the layers under them, by the real readers. */
import type { Dispute } from '../../src/dispute/dispute.js';
import { type Layers, loadLayers } from '../../src/reading/layers.js';
import { textOf } from '../../src/span.js';
import { articleOf, type DocOptions } from '../support/doc.js';

export interface Read extends Layers {
  readonly text: string;
}

const read = loadLayers();

export async function disputesOf(text: string, options: DocOptions = {}): Promise<Read> {
  return { text, ...(await read(articleOf(text, { published: '2024-03-15', ...options }))) };
}

/** `Falkland Islands / Malvinas (ARG) | ARG + GBR | since 1833 | effect …`, a dispute a line. */
export const disputeLines = (read: Read): string => read.disputes.map((one) => lineOf(read, one)).join('\n');

function lineOf({ text, actors, times }: Read, dispute: Dispute): string {
  const actorOf = (id: string): string => {
    const actor = actors.find((known) => known.id === id);
    return actor?.country ?? actor?.name ?? id;
  };
  const names = dispute.object.names.map(({ name, usedBy }) =>
    usedBy ? `${name} (${actorOf(usedBy)})` : name,
  );
  const since = times.find(({ id }) => id === dispute.since)?.value;
  return [
    names.join(' / '),
    dispute.parties.map(actorOf).sort().join(' + '),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...dispute.effects.map((span) => `effect ${textOf(text, span)}`),
  ]
    .join(' | ')
    .trim();
}
