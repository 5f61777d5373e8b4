// The catalog's own data, as it lies in the package: vendors/<id>.yaml. Each file is read when somebody asks for that
// vendor, and once a run.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VendorFiles } from '../catalog/types.ts';
import { packageRoot } from './package-root.ts';

export class PackagedVendors implements VendorFiles {
  readonly #folder: string;
  readonly #read = new Map<string, string | undefined>();
  #ids: readonly string[] | undefined;

  constructor(folder: string = join(packageRoot(), 'vendors')) {
    this.#folder = folder;
  }

  vendor(id: string): { readonly file: string; readonly text: string } | undefined {
    if (!this.#read.has(id)) this.#read.set(id, textOf(join(this.#folder, `${id}.yaml`)));
    const text = this.#read.get(id);
    // named by its place in the package, so that a message is the same wherever that is installed
    return text === undefined ? undefined : { file: `vendors/${id}.yaml`, text };
  }

  ids(): readonly string[] {
    this.#ids ??= readdirSync(this.#folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .sort();
    return this.#ids;
  }

  /** What was read so far, by id, in the order of ids. */
  read(): readonly { readonly id: string; readonly text: string }[] {
    return [...this.#read.keys()].sort().flatMap((id) => {
      const text = this.#read.get(id);
      return text === undefined ? [] : [{ id, text }];
    });
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
