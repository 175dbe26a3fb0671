/**
 * Our language stage in a process of its own: `node measure.js ROUNDS` with the texts as a JSON list on standard input.
 * One reader a core, each in a thread, as `demarche read` has them; each takes every so-manieth text.
 */
import { availableParallelism } from 'node:os';
import { text as textOf } from 'node:stream/consumers';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Article, Paragraph } from '../../src/article/article.js';
import { loadLanguage, makeDoc } from '../../src/language/index.js';
import type { Times } from './speed.js';

function articleOf(text: string, nth: number): Article {
  const paragraphs = [...text.matchAll(/\S[^\n]*/gu)].map(
    ({ 0: line, index }): Paragraph => ({ kind: 'body', span: { start: index, end: index + line.length } }),
  );
  return { id: `text-${nth}`, from: 'bench', headline: '', language: 'en', text, paragraphs };
}

/** Reads its texts once each time it is asked, and says when it is done. */
function serve(texts: readonly string[]): void {
  const articles = texts.map(articleOf);
  const docOf = makeDoc(loadLanguage());
  parentPort?.on('message', async (most: number) => {
    for (const article of articles.slice(0, most)) await docOf(article);
    parentPort?.postMessage('done');
  });
}

async function measure(texts: readonly string[], rounds: number): Promise<Times> {
  const readers = Array.from({ length: availableParallelism() }, (_, nth, every = availableParallelism()) => {
    const own = texts.filter((__, at) => at % every === nth);
    return new Worker(new URL(import.meta.url), { workerData: own });
  });
  const pass = (most: number) =>
    Promise.all(
      readers.map((reader) => {
        reader.postMessage(most);
        return new Promise((resolve, reject) => reader.once('message', resolve).once('error', reject));
      }),
    );
  await pass(10);
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const cpuStart = process.cpuUsage();
    await pass(texts.length);
    const { user, system } = process.cpuUsage(cpuStart);
    seconds.push((performance.now() - start) / 1000);
    cpuSeconds.push((user + system) / 1e6);
  }
  for (const reader of readers) await reader.terminate();
  return { seconds, cpuSeconds };
}

if (isMainThread) {
  const times = await measure(JSON.parse(await textOf(process.stdin)) as string[], Number(process.argv[2]));
  process.stdout.write(JSON.stringify(times));
} else serve(workerData as string[]);
