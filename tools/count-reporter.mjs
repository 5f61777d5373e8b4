// A reporter that only counts: it leaves { passed, failed, skipped } in the file that OUTLAY_TEST_COUNT names.
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  onTestRunEnd(modules) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state in count) count[state]++;
        else count.failed++;
      }
    }
    writeFileSync(process.env.OUTLAY_TEST_COUNT, `${JSON.stringify(count)}\n`);
  }
}
