/** The parts of a dossier in their order, for its contents and its headings. */
import type { DossierPage } from '../../api/types.js';

export const parts = [
  {
    id: 'course',
    title: 'The course of events',
    count: ({ course, background }: DossierPage) => course.length + background.length,
  },
  { id: 'relations', title: 'How relations moved', count: () => undefined },
  {
    id: 'parties',
    title: 'Who speaks for whom',
    count: ({ parties }: DossierPage) => sum(parties.map(({ people }) => people)),
  },
  {
    id: 'said',
    title: 'What each side has said',
    count: ({ said }: DossierPage) => sum(said.map(({ items }) => items)),
  },
  { id: 'due', title: 'What is due or still open', count: ({ due }: DossierPage) => due.length },
  {
    id: 'disagreements',
    title: 'Where reports disagree',
    count: ({ disagreements }: DossierPage) => disagreements.length,
  },
  {
    id: 'names',
    title: 'What it is called',
    count: ({ names }: DossierPage) => names.filter(({ reports }) => reports > 0).length,
  },
  { id: 'sources', title: 'Sources', count: ({ reports }: DossierPage) => reports },
] as const;

export type PartId = (typeof parts)[number]['id'];

const sum = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((all, { length }) => all + length, 0);

export const titleOf = (id: PartId): string => parts.find((part) => part.id === id)?.title ?? '';
