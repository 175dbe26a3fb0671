/** What one may look for, and what each can be narrowed by. */
import { type Field, fields } from '../../filter/asked.js';

export interface Question {
  readonly key: 'happenings' | 'statements' | 'reports';
  readonly label: string;
  readonly fields: readonly Field[];
  /** Formats of `/export/KEY`. */
  readonly formats: readonly (readonly [format: string, label: string])[];
}

const tables = [
  ['csv', 'CSV'],
  ['jsonl', 'JSON lines'],
  ['parquet', 'Parquet'],
] as const;

export const questions: readonly Question[] = [
  {
    key: 'happenings',
    label: 'Happenings',
    fields,
    formats: [
      ...tables,
      ['geojson', 'GeoJSON'],
      ['icalendar', 'iCalendar'],
      ['polecat', 'POLECAT'],
      ['gdelt', 'GDELT'],
    ],
  },
  {
    key: 'statements',
    label: 'Statements',
    fields: ['words', 'actor', 'country', 'since', 'until', 'minSources', 'sort'],
    formats: tables,
  },
  { key: 'reports', label: 'Reports', fields: ['words', 'actor', 'country', 'since', 'until'], formats: [] },
];

export const questionOf = (key: string | undefined): Question =>
  questions.find((question) => question.key === key) ?? (questions[0] as Question);
