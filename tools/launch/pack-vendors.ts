// Reads the vendors' YAML once, at build time: the command line finds the trees in dist/vendors.json. A file with a mistake is
// left out, and so read and reported when somebody asks for it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { pack } from '../../src/yaml/packed.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';

export function packVendors(folder: string): string {
  const vendors: Record<string, unknown> = {};
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    const node = readYaml({ file: name, text }, new Diagnostics());
    if (node !== undefined) vendors[name.slice(0, -'.yaml'.length)] = { text, packed: pack(node) };
  }
  return JSON.stringify(vendors);
}
