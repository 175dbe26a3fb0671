import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** One input done; `name` is what comes next. */
  step(name: string): void;
  /** So many are done, of so many. */
  reach(done: number, of: number): void;
  stop(): void;
}

/** A bar on standard error while it is a terminal and there is more than one input (0: not known yet); silent otherwise. */
export function startProgress(total: number, wanted: boolean): Progress {
  if (!wanted || total === 1 || !process.stderr.isTTY)
    return { step: () => {}, reach: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      format: '{bar} {value}/{total} · {eta_formatted} left · {name}',
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { name: '' });
  return {
    step: (name) => bar.increment({ name }),
    reach: (done, of) => {
      bar.setTotal(of);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

export interface RatedProgress {
  /** So many bytes of the input were read. */
  advance(bytes: number): void;
  /** So many reports were filed altogether. */
  filed(reports: number): void;
  /** An input needed no reading. */
  skip(): void;
  skipped(): number;
  stop(): void;
}

/** Seconds between lines where standard error is no terminal. */
const QUIET = 30;

/** How much is done, how fast, and how long it will take; a line now and then where there is no terminal. */
export function startRated(bytes: number, wanted: boolean): RatedProgress {
  let skipped = 0;
  const counted = {
    skip: () => {
      skipped++;
    },
    skipped: () => skipped,
  };
  if (!wanted) return { advance: () => {}, filed: () => {}, stop: () => {}, ...counted };
  const started = performance.now();
  const rate = (reports: number): string => ((reports * 1000) / (performance.now() - started)).toFixed(1);
  return { ...(process.stderr.isTTY ? ratedBar(bytes, rate) : ratedLines(bytes, rate)), ...counted };
}

type Shown = Pick<RatedProgress, 'advance' | 'filed' | 'stop'>;

function ratedBar(bytes: number, rate: (reports: number) => string): Shown {
  const bar = new SingleBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      format: '{bar} {percentage} % · {reports} filed · {rate}/s · {eta_formatted} left',
    },
    Presets.shades_classic,
  );
  bar.start(Math.max(bytes, 1), 0, { reports: 0, rate: '0' });
  return {
    advance: (more) => bar.increment(more),
    filed: (reports) => bar.update({ reports, rate: rate(reports) }),
    stop: () => bar.stop(),
  };
}

function ratedLines(bytes: number, rate: (reports: number) => string): Shown {
  let done = 0;
  let last = performance.now();
  return {
    advance: (more) => {
      done += more;
    },
    filed: (reports) => {
      if (performance.now() - last < QUIET * 1000) return;
      last = performance.now();
      const share = bytes > 0 ? `${Math.floor((100 * done) / bytes)} %, ` : '';
      process.stderr.write(`demarche: ${share}${reports} filed, ${rate(reports)}/s\n`);
    },
    stop: () => {},
  };
}

export interface ShareProgress {
  /** So much of all is done. */
  readonly at: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** How much of a known amount is done; silent where standard error is no terminal. */
export function startShare(what: string, wanted: boolean): ShareProgress {
  if (!wanted || !process.stderr.isTTY) return { at: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      format: `{bar} {percentage} % ${what} · {eta_formatted} left`,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    at(done, total) {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
