/** A dossier for agents: its head, the sizes of its sections, and their lines as text. */
import { z } from 'zod';
import { given } from '../../record/ask/happening.js';
import type { DossierPage } from '../../record/dossier/page.js';
import { Citation, citationText, reportText } from './citation.js';
import { rowsOf } from './dossier-rows.js';
import { Days, dayText, toldText } from './happening.js';
import { clipped, joined } from './words.js';

export const sections = [
  'course',
  'background',
  'said',
  'due',
  'disagreements',
  'relations',
  'names',
  'sources',
] as const;
export type Section = (typeof sections)[number];

const Person = z.object({ name: z.string(), titles: z.array(z.string()), reports: z.int() });

export const DossierHead = z.object({
  title: z.string(),
  about: z.string().optional(),
  today: z.string().describe('What lies before it is past.'),
  reports: z.int(),
  sources: z.int().describe('Of these, sources that do not copy each other.'),
  parties: z.array(
    z.object({
      name: z.string(),
      voices: z.array(Person).describe('Who speaks for it, most reported first; ten at most.'),
    }),
  ),
  sizes: z.record(z.enum(sections), z.int()).describe('Rows of each section.'),
});
type DossierHead = z.infer<typeof DossierHead>;

export const DossierLine = z.object({
  title: z.string(),
  happening: z.string().optional().describe('get_happening takes it.'),
  when: Days.optional(),
  firstPrinted: z.string().optional(),
  details: z.array(z.string()),
  citations: z
    .array(Citation)
    .describe('The sentences it stands on, one an independent source; five at most.'),
  source: Citation.omit({ sentence: true }).optional().describe('Of the section sources: the report itself.'),
});
export type DossierLine = z.infer<typeof DossierLine>;

const VOICES = 10;

export function headOf(page: DossierPage): DossierHead {
  const { title, about, today, reports, lineages, parties } = page;
  return {
    title: clipped(title),
    ...given('about', about && clipped(about, 1000)),
    today,
    reports,
    sources: lineages,
    parties: parties.map(({ name, people }) => ({
      name: clipped(name),
      voices: people.slice(0, VOICES).map((each) => ({
        name: clipped(each.name),
        titles: each.titles.slice(0, 5).map((each) => clipped(each)),
        reports: each.reports,
      })),
    })),
    sizes: Object.fromEntries(
      sections.map((each) => [each, rowsOf(page, each).length]),
    ) as DossierHead['sizes'],
  };
}

export const headText = ({
  title,
  about,
  today,
  reports,
  sources,
  parties,
  sizes,
}: DossierHead): string[] => [
  `Dossier ${title}, as of ${today}; ${toldText({ reports, sources })}.`,
  ...(about === undefined ? [] : [about]),
  ...parties.map(
    ({ name, voices }) =>
      `- ${name}: ${voices.map((each) => `${each.name}${each.titles[0] === undefined ? '' : `, ${each.titles[0]}`}`).join('; ') || 'nobody speaks for it in these reports'}`,
  ),
  `Sections: ${sections.map((each) => `${each} ${sizes[each]}`).join(', ')}.`,
];

export function lineText({ title, when, firstPrinted, details, citations, source }: DossierLine): string[] {
  const days = when === undefined && firstPrinted === undefined ? undefined : dayText(when, firstPrinted);
  const [first, ...others] = citations;
  const head = joined([`- ${days ?? title}`, days === undefined ? undefined : title, ...details]);
  const end =
    source === undefined ? (first === undefined ? '' : `: ${citationText(first)}`) : ` ${reportText(source)}`;
  return [`${head}${end}`, ...others.map((each) => `  also ${citationText(each)}`)];
}
