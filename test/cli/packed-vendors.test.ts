import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { pack, unpack } from '../../src/yaml/packed.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';

const root = join(import.meta.dirname, '../..');

test('a packed tree is the tree, places and all, after a way through JSON', () => {
  const files = ['vendors', 'plans'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const source = { file, text: readFileSync(file, 'utf8') };
    const node = readYaml(source, new Diagnostics());
    if (node === undefined) throw new Error(`${file} cannot be read`);
    expect(unpack(JSON.parse(JSON.stringify(pack(node))), source)).toEqual(node);
  }
});
