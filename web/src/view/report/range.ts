/** A range of pieces, half open. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

export const isIn = ({ first, end }: Range, piece: number | undefined): boolean =>
  piece !== undefined && piece >= first && piece < end;
