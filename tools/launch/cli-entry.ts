// The first file of dist/cli.js. It keeps compiled code between starts, so that only the first start compiles,
// and asks for the rest after that is set.
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 22) {
  process.stderr.write(`outlay: Node.js 22.12 or later is needed; this is ${process.versions.node}.\n`);
  process.exit(1);
}
module.enableCompileCache(fileURLToPath(new URL('.cache', import.meta.url)));

const { main } = await import('../../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
