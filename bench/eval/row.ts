/** What must hold, and what would put us ahead. */
export interface Bounds {
  readonly floor?: number;
  readonly aim?: number;
}

/** One figure of the accuracy table. */
export interface Row extends Bounds {
  /** Corpus and part: `time/aquaint`. */
  readonly corpus: string;
  /** What is measured: `relaxed F1`. */
  readonly measure: string;
  /** 0…1. */
  readonly value: number;
  /** How many items it was measured on. */
  readonly n: number;
}

/**
 * A corpus that can be measured: `folder` is below the data folder; where it is absent the corpus is left
 * out of the table. `evaluate` is given the full path of that folder.
 */
export interface Corpus {
  readonly name: string;
  readonly folder: string;
  evaluate(path: string): Promise<Row[]>;
}
