// OUTLAY_FUZZ_RUNS=20000 makes every property try that many cases (`npm run fuzz`).
if (process.env.OUTLAY_FUZZ_RUNS !== undefined) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ numRuns: Number(process.env.OUTLAY_FUZZ_RUNS) });
}
