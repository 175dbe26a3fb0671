import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** One input done; `name` is what comes next. */
  step(name: string): void;
  stop(): void;
}

/** A bar on standard error while it is a terminal and there is more than one input; silent otherwise. */
export function startProgress(total: number, wanted: boolean): Progress {
  if (!wanted || total < 2 || !process.stderr.isTTY) return { step: () => {}, stop: () => {} };
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
  return { step: (name) => bar.increment({ name }), stop: () => bar.stop() };
}
