import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated, generatedFile } from '../../tools/kernels/build.ts';

test('the assembled kernels are those of tools/kernels (npm run kernels)', async () => {
  expect(readFileSync(generatedFile, 'utf8')).toBe(await generated());
});
