import type { ActorOfRecord } from '../../api/types.js';

/** Kinds of actors in plain words. */
export const kindWords: Readonly<Record<string, string>> = {
  person: 'Person',
  state: 'State',
  government: 'Government',
  organization: 'Organisation',
  military: 'Armed forces',
  group: 'Group',
};

/** `foreign minister (Russian)`: the office and what it is of, each as reports write it. */
export const roleWords = ({ title, of }: Pick<ActorOfRecord['roles'][number], 'title' | 'of'>): string =>
  of === undefined || title.toLowerCase().includes(of.toLowerCase()) ? title : `${title} (${of})`;
