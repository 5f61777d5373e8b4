// A thread that works at the runs that it is sent.

import { parentPort } from 'node:worker_threads';
import { partField, type SharedRun, takeParts } from '../../numeric/kernels/shared-run.ts';
import { machineOf } from '../../numeric/kernels/webassembly.ts';

parentPort?.on('message', (run: SharedRun) => {
  try {
    takeParts(run, machineOf);
  } catch {
    Atomics.store(run.parts, partField.failed, 1);
    Atomics.notify(run.parts, partField.done);
  }
});
