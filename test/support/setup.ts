// The same cases in every run, so that a run that was green stays green; `npm run fuzz` looks for new ones.
// OUTLAY_FUZZ_RUNS=20000 makes every property try that many cases, from a seed of its own that a failure names.

import { configureGlobal } from 'fast-check';
import { drawChancesWith } from '../../src/analysis/chance.ts';
import { drawnChances } from '../../src/analysis/drawn-chances.ts';

const runs = process.env.OUTLAY_FUZZ_RUNS;
configureGlobal(runs === undefined ? { seed: 20261129 } : { numRuns: Number(runs) });

// on the command line this is read only where a plan asks for a probability
drawChancesWith(drawnChances);
