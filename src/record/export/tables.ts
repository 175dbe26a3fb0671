/** What a person sees of each answer. */
import type { ActorOfRecord, Contradiction, Due, Happening, Hit, Saying } from '../ask/index.js';
import { shortId } from '../ask/index.js';
import { listed } from '../dossier/words.js';
import { roleText, type SourceLine } from './columns/others.js';
import { namesOf } from './columns/parts.js';
import type { Table, TableColumn } from './table.js';
import { citedText, outcomeText, sourceText } from './words.js';

/** `2016-12-02`, `2016-12` of a month, `2016-12-02/2016-12-04` of several days, both inclusive. */
export function whenText(when: Happening['when'] | Saying['when']): string {
  if (when === undefined) return '–';
  const last = new Date(Date.parse(`${when.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const precision = 'precision' in when ? when.precision : undefined;
  if (precision === 'year') return when.from.slice(0, 4);
  if (precision === 'month') return when.from.slice(0, 7);
  return last > when.from ? `${when.from}/${last}` : when.from;
}

const when: TableColumn<Happening> = { title: 'when', of: (row) => whenText(row.when) };
const what: TableColumn<Happening> = { title: 'what', of: ({ title }) => title, grows: true };
const status: TableColumn<Happening> = {
  title: 'status',
  of: (row) => (row.background ? `${row.status}, history` : row.status),
  yields: 3,
};
const id: TableColumn<Happening> = { title: 'id', of: (row) => shortId(row.id) };
const reports = { title: 'reports', align: 'right', yields: 1 } as const;
const sources = { title: 'sources', align: 'right', yields: 2 } as const;

export const happeningTable: Table<Happening> = {
  columns: [
    when,
    what,
    status,
    { ...reports, of: (row) => String(row.reports) },
    { ...sources, of: (row) => String(row.sources) },
    id,
  ],
  note: (row) => [
    citedText(row),
    ...(row.contradictions > 0 ? [`reports contradict each other: ${row.contradictions}`] : []),
    ...(row.evidence ?? []).map((each) => `${sourceText(each)}: ${each.sentence}`),
  ],
};

export const calendarTable: Table<Due> = {
  columns: [
    when,
    what,
    status,
    { title: 'outcome', of: ({ outcome }) => outcome.kind.replaceAll('-', ' ') },
    id,
  ],
  // How it is known: the outcome, or how much was read without a word of it.
  note: (row) => [
    citedText(row),
    ...('happening' in row.outcome || 'reports' in row.outcome ? [outcomeText(row) ?? ''] : []),
  ],
};

/** Within marks where it was said so and the report's own marks are not part of it. */
const spokenText = ({ content, form }: Saying): string =>
  form === 'direct' && !/^["“”„«‘']/u.test(content) ? `“${content}”` : content;

export const statementTable: Table<Saying> = {
  columns: [
    { title: 'when', of: (row) => (row.when === undefined ? (row.firstDay ?? '–') : whenText(row.when)) },
    { title: 'who', of: ({ speakers }) => namesOf(speakers).join(', ') || '–' },
    { title: 'what', of: spokenText, grows: true },
    { ...reports, of: (row) => String(row.reports) },
    { ...sources, of: (row) => String(row.sources) },
  ],
  note: ({ wordings }) =>
    wordings.map(
      (wording) =>
        `${sourceText(wording)}${wording.language ? `, from ${wording.language}` : ''}: ${wording.content}`,
    ),
};

export const actorTable: Table<ActorOfRecord> = {
  columns: [
    { title: 'kind', of: ({ kind }) => kind },
    { title: 'name', of: ({ name }) => name, grows: true },
    { title: 'country', of: ({ country }) => country ?? '–' },
    { ...reports, of: (row) => String(row.reports) },
  ],
  note: ({ aliases, roles }) => [
    ...(aliases.length > 0 ? [`also ${aliases.join(', ')}`] : []),
    ...roles.map(roleText),
  ],
};

export const contradictionTable: Table<Contradiction> = {
  columns: [
    { title: 'when', of: ({ happening }) => happening.from ?? '–' },
    { title: 'on', of: ({ kind }) => kind },
    { title: 'what', of: ({ happening }) => happening.title, grows: true },
    { title: 'id', of: ({ happening }) => shortId(happening.id) },
  ],
  note: ({ a, b, settled }) => [
    ...[a, b].map(
      ({ claim, evidence, event }) =>
        `${claim}${settled === event ? ', taken back' : ''}: ${evidence === undefined ? '' : citedText({ sentence: evidence.sentence, cite: evidence })}`,
    ),
  ],
};

export const hitTable: Table<Hit> = {
  columns: [
    { title: 'day', of: ({ day }) => day ?? '–' },
    { title: 'in', of: (hit) => hit.in },
    { title: 'headline', of: ({ headline }) => headline, grows: true },
    { title: 'outlet', of: ({ outlet }) => outlet ?? '–' },
  ],
  note: ({ sentence, speakers = [] }) => [
    speakers.length === 0 ? sentence : `${listed(namesOf(speakers))}: ${sentence}`,
  ],
};

export const sourceTable: Table<SourceLine> = {
  columns: [
    { title: 'kind', of: ({ kind }) => kind },
    { title: 'name', of: ({ name }) => name ?? '(no outlet named)', grows: true },
    {
      title: 'reports',
      of: ({ articles }) => (articles === undefined ? '' : String(articles)),
      align: 'right',
    },
    {
      title: 'lineages',
      yields: 3,
      of: ({ lineages }) => (lineages === undefined ? '' : String(lineages)),
      align: 'right',
    },
    { title: 'from', of: ({ firstDay }) => firstDay ?? '', yields: 1 },
    { title: 'to', of: ({ lastDay }) => lastDay ?? '', yields: 2 },
    {
      title: 'last look',
      of: ({ last, outcome }) => [last?.slice(0, 16), outcome].filter(Boolean).join(' '),
    },
  ],
  note: ({ message, lastReached, outcome }) => [
    ...(message === undefined ? [] : [message]),
    ...(outcome === 'failed' && lastReached !== undefined
      ? [`last reached ${lastReached.slice(0, 16)}`]
      : []),
  ],
};
