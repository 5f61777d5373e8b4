// The same cases in every run, so that a run that was green stays green; `npm run fuzz` looks for new ones.
// OUTLAY_FUZZ_RUNS=20000 makes every property try that many cases, from a seed of its own that a failure names.

import { configureGlobal } from 'fast-check';

const runs = process.env.OUTLAY_FUZZ_RUNS;
configureGlobal(runs === undefined ? { seed: 20261129 } : { numRuns: Number(runs) });
