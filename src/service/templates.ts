// The worked plans of the package, to begin from.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './contract.ts';
import { packageRoot } from './package-root.ts';
import { titleOf } from './workspace/plans.ts';

/** `billion.expect.yaml` and `billion.readings.expect.yaml` belong to `billion.yaml`. */
export function templates(folder: string = join(packageRoot(), 'plans')): readonly Template[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const ids = names
    .filter((name) => /^[^.]+\.yaml$/.test(name))
    .map((name) => name.slice(0, -'.yaml'.length));
  return ids.map((id) => {
    const beside = names.filter((name) => name.startsWith(`${id}.`) && name !== `${id}.yaml`);
    const files = [`${id}.yaml`, ...beside].map((path) => ({
      path,
      text: readFileSync(join(folder, path), 'utf8'),
    }));
    const plan = files[0]?.text ?? '';
    return { id, title: titleOf(plan) ?? id, about: firstParagraph(plan), files };
  });
}

/** Of the comment at the top. */
function firstParagraph(plan: string): string {
  const comment = /^(?:#.*\n)*/.exec(plan)?.[0] ?? '';
  const [first = ''] = comment.replace(/^# ?/gm, '').split(/\n\s*\n/);
  return first.split('\n').join(' ').trim();
}
