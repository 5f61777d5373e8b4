// The slow half of ./outlay: makes the checkout ready to run, or says why it cannot. Plain JavaScript for Node 20.
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.exitCode = await makeReady(root, { install: 'run' });
