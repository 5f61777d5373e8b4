// Plans to edit: those of the project, with all their ways of writing, and the places in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Source } from '../../src/diagnostics/source.ts';
import type { Path } from '../../src/editing/content.ts';
import type { PlanFiles } from '../../src/plan/types.ts';
import type { Node } from '../../src/yaml/node.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { fuzzPlans } from '../fuzz/seeds.ts';
import { everything } from '../plan/examples.ts';

const folder = resolve(import.meta.dirname, '../../plans');

export const planFiles: PlanFiles = {
  read: (file) => {
    const path = join(folder, file);
    return existsSync(path) ? { file, text: readFileSync(path, 'utf8') } : undefined;
  },
};

export function planSources(): readonly Source[] {
  const own = readdirSync(folder)
    .filter((file) => /^[^.]+\.yaml$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const others = [everything, ...fuzzPlans].map((text, i) => ({ file: `example-${i}.yaml`, text }));
  const windows = { file: 'windows.yaml', text: everything.replaceAll('\n', '\r\n') };
  return [...own, ...others, windows];
}

export interface Spot {
  readonly path: Path;
  readonly node: Node;
}

/** Every node with the way to it. */
export function spotsIn(source: Source): readonly Spot[] {
  const root = readYaml(source, new Diagnostics());
  if (root === undefined) throw new Error(`${source.file} is no YAML`);
  const found: Spot[] = [];
  const walk = (node: Node, path: Path): void => {
    found.push({ path, node });
    if (node.kind === 'list') for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
    if (node.kind === 'map') for (const { key, value } of node.entries) walk(value, [...path, key]);
  };
  walk(root, []);
  return found;
}
