// What is bundled to be run elsewhere: both digests on both machines, on `globalThis.digests`.

import { columnsOf } from '../../../src/numeric/kernels/columns.ts';
import { javascriptMachine } from '../../../src/numeric/kernels/javascript.ts';
import { webassemblyMachine } from '../../../src/numeric/kernels/webassembly.ts';
import { digestsBy } from './digests.ts';

const machines = { javascript: javascriptMachine, webassembly: webassemblyMachine };

Object.assign(globalThis, {
  digests: Object.fromEntries(
    Object.entries(machines).map(([name, machineOf]) => [
      name,
      digestsBy((program, samples) => columnsOf(program, samples, machineOf)),
    ]),
  ),
});
