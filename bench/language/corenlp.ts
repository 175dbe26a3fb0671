/**
 * Stanford CoreNLP beside our language stage, through its own command line on two threads: once with names by its
 * statistical models alone, as ours and spaCy's are, once with all that its `ner` does by default (times, numbers and
 * patterns of fine-grained names too). The time is its own for the whole pipeline less its own for the set-up; of the
 * CPU time, which is the whole run's, as much is taken off.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreNlp } from '../peers/install.js';
import type { Speed } from './speed.js';
import { watched } from './watched.js';

const settings: Readonly<Record<string, readonly string[]>> = {
  'statistical ner': ['applyFineGrained', 'useSUTime', 'applyNumericClassifiers'].flatMap((option) => [
    `-ner.${option}`,
    'false',
  ]),
  'default ner': [],
};

/** One round each: it takes minutes. */
export async function coreNlpSpeeds(texts: readonly string[]): Promise<Speed[]> {
  const speeds: Speed[] = [];
  const folder = coreNlp();
  for (const [name, options] of Object.entries(settings)) {
    const work = mkdtempSync(join(tmpdir(), 'corenlp-'));
    texts.forEach((text, nth) => {
      writeFileSync(join(work, `${nth}.txt`), text);
    });
    writeFileSync(join(work, 'list'), texts.map((_, nth) => `${nth}.txt`).join('\n'));
    const program = ['-Xmx4g', '-cp', join(folder, 'jars', '*'), 'edu.stanford.nlp.pipeline.StanfordCoreNLP'];
    const annotators = ['-annotators', 'tokenize,ssplit,pos,lemma,depparse,ner', ...options];
    const input = ['-ssplit.newlineIsSentenceBreak', 'two', '-filelist', 'list'];
    const output = ['-threads', '2', '-outputFormat', 'conllu', '-outputDirectory', 'out'];
    try {
      const { err, peakMiB, cpuSeconds } = await watched(
        'java',
        [...program, ...annotators, ...input, ...output],
        {
          cwd: work,
        },
      );
      const setUp = secondsIn(err, 'Pipeline setup');
      speeds.push({
        program: `CoreNLP 4.5.7, 2 threads, ${name}`,
        seconds: [secondsIn(err, 'Total time for StanfordCoreNLP pipeline') - setUp],
        cpuSeconds: [cpuSeconds - setUp],
        peakMiB,
      });
    } finally {
      rmSync(work, { recursive: true });
    }
  }
  return speeds;
}

function secondsIn(log: string, label: string): number {
  const seconds = new RegExp(`${label}: ([\\d.]+) sec`, 'u').exec(log)?.[1];
  if (seconds === undefined) throw new Error(`CoreNLP said nothing of '${label}'.`);
  return Number(seconds);
}
