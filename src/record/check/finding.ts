/** What one look at a record has found. */
export interface Finding {
  /** `event/happening`; names are permanent. */
  readonly check: string;
  /** What must hold, in words. */
  readonly what: string;
  readonly ok: boolean;
  /** How many rows break it. */
  readonly found: number;
  /** One of them, and how. */
  readonly example: string | null;
}

/** Counts what breaks a rule and keeps the first as an example. */
export class Tally {
  #found = 0;
  #example: string | null = null;

  constructor(
    readonly check: string,
    readonly what: string,
  ) {}

  wrong(example: string): void {
    this.#found++;
    this.#example ??= example;
  }

  finding(): Finding {
    return {
      check: this.check,
      what: this.what,
      ok: this.#found === 0,
      found: this.#found,
      example: this.#example,
    };
  }
}
