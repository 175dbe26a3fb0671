/** A worker thread of the pool: jobs in, outcomes out. */
import { parentPort, workerData } from 'node:worker_threads';
import { createReader } from './index.js';
import { type Again, type Job, readJob } from './pool.js';
import type { Tables } from './tables.js';

const reader = createReader(workerData as Tables);

parentPort?.on('message', async (job: Job | Again) => {
  parentPort?.postMessage(await readJob(reader, job));
});
