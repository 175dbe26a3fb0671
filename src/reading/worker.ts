/** A worker thread of the pool: jobs in, outcomes out. */
import { parentPort } from 'node:worker_threads';
import { createReader } from './index.js';
import { type Job, readJob } from './pool.js';

const reader = createReader();

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await readJob(reader, job));
});
