// The thread in which reports are made: typesetting one takes seconds, and the server must answer meanwhile.

import { parentPort } from 'node:worker_threads';
import { type Job, makeJob } from './job.ts';

parentPort?.on('message', async (job: Job) => {
  // what is thrown here ends the thread, and so is an answer of its own
  parentPort?.postMessage(await makeJob(job));
});
