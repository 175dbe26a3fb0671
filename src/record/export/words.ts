/** Words that several formats print of a happening. */
import { MANY } from '../ask/calendar.js';
import type { Happening, Source } from '../ask/index.js';

/** `Kita Shimbun, 2016-12-03`; the headline where no outlet is known. */
export const sourceText = ({ outlet, headline, day }: Pick<Source, 'outlet' | 'headline' | 'day'>): string =>
  [outlet ?? `"${headline}"`, ...(day === undefined ? [] : [day])].join(', ');

export const citedText = ({ sentence, cite }: Pick<Happening, 'sentence' | 'cite'>): string =>
  cite === undefined ? sentence : `${sentence} (${sourceText(cite)})`;

/** `3 reports from 2 sources`. */
export const countText = ({ reports, sources }: Pick<Happening, 'reports' | 'sources'>): string =>
  `${reports} report${reports === 1 ? '' : 's'} from ${sources} source${sources === 1 ? '' : 's'}`;

/** Of a calendar; nothing where a row has none. */
export function outcomeText(row: Happening): string | undefined {
  const outcome = (row as Partial<import('../ask/index.js').Due>).outcome;
  if (outcome === undefined) return undefined;
  if ('happening' in outcome) {
    const { title, when } = outcome.happening;
    return `${outcome.kind}: ${title}${when === undefined ? '' : `, ${when.from}`}`;
  }
  if (outcome.kind === 'no-further-word') {
    return `no further word in ${outcome.reports === MANY ? `${MANY} or more` : outcome.reports} reports up to ${outcome.until}`;
  }
  return { due: 'due', undated: 'no date given', 'not-read-since': 'not read since' }[outcome.kind];
}

/** An address that other programs may open. */
export const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/[^\s<>"]+$/iu.test(url) ? url : undefined;

export const moment = (day: string): Date => new Date(`${day}T00:00:00Z`);
