/** A statement of a page's date, with what it is worth. */
export interface DateCandidate {
  /** ISO 8601, as in `Stamp.value`. */
  readonly value: string;
  /** Words or metadata it was read from. */
  readonly text: string;
  readonly kind: 'published' | 'updated';
  /** Where it stands: an id of data/article/metadata-dates.yaml. */
  readonly source: string;
  /** 0…1: how likely it is right when alone. */
  readonly weight: number;
}

export const dayOf = (value: string): string => value.slice(0, 10);
