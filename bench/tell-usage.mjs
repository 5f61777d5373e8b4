// Loaded before a program: at its end, what it used, as the last line of standard error.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(
    `${JSON.stringify({ memory: maxRSS, processor: (userCPUTime + systemCPUTime) / 1000 })}\n`,
  );
});
