// Every command's body, as one piece that is loaded when the command line has been understood: a file that is read costs
// more than the code of a command that is not run.

import { runAudit } from './commands/audit.ts';
import { runBill } from './commands/bill.ts';
import { runBreakEven } from './commands/break-even.ts';
import { runCheck } from './commands/check.ts';
import { runCompare } from './commands/compare.ts';
import { runPlanDiff } from './commands/diff.ts';
import { runExplain } from './commands/explain.ts';
import { runInit } from './commands/init.ts';
import { runLevers } from './commands/levers.ts';
import { runLimits } from './commands/limits.ts';
import { runMargin } from './commands/margin.ts';
import { runDiff, runSearch, runShow } from './commands/prices.ts';
import { runRecommend } from './commands/recommend.ts';
import { runReport } from './commands/report.ts';
import { runRisk } from './commands/risk.ts';
import { runSensitivity } from './commands/sensitivity.ts';
import { runServe } from './commands/serve.ts';
import { runTco } from './commands/tco.ts';

export const commands = {
  audit: runAudit,
  bill: runBill,
  breakEven: runBreakEven,
  check: runCheck,
  compare: runCompare,
  diff: runPlanDiff,
  explain: runExplain,
  init: runInit,
  levers: runLevers,
  limits: runLimits,
  margin: runMargin,
  recommend: runRecommend,
  report: runReport,
  risk: runRisk,
  sensitivity: runSensitivity,
  serve: runServe,
  tco: runTco,
  searchPrices: runSearch,
  showPrice: runShow,
  diffPrices: runDiff,
};
