/** What is not as the gold set has it, as lines: `-` is missing, `+` is there instead. */
import type { Event } from '../../src/event/event.js';
import type { GoldEvent, GoldItem } from './gold-read.js';
import { type Layers, wrongEvents } from './gold-score.js';

/** Nothing for an item whose events are all right in code, parties, status and background. */
export function missesOf(gold: GoldItem, text: string, read: Layers): string {
  const { missing, surplus } = wrongEvents(gold, text, read);
  if (missing.length + surplus.length === 0) return '';
  const head = gold.kind === 'report' ? gold.id : `${gold.id}: ${gold.text}`;
  const lines = [
    ...missing.map((event) => `  - ${goldLine(event)}`),
    ...surplus.map((event) => `  + ${readLine(event, read)}`),
  ];
  return `${[head, ...lines].join('\n')}\n`;
}

const goldLine = (event: GoldEvent): string => lineOf(event, event.actors, event.recipients);

function readLine(event: Event, { actors }: Layers): string {
  const nameOf = (id: string): string => {
    const actor = actors.find((known) => known.id === id);
    return actor?.country ?? actor?.countries?.join(', ') ?? actor?.name ?? id;
  };
  return lineOf(event, event.actors.map(nameOf), event.recipients.map(nameOf));
}

const lineOf = (
  { code, status, background }: Pick<GoldEvent, 'code' | 'status' | 'background'>,
  actors: readonly string[],
  recipients: readonly string[],
): string =>
  [
    code,
    status === 'occurred' ? '' : status,
    background ? 'background' : '',
    actors.join(', '),
    recipients.length > 0 ? `> ${recipients.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
