// The catalog's own data, as it lies in the package: vendors/<id>.yaml. Each file is read when somebody asks for that
// vendor, and once a run.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VendorFile, VendorFiles } from '../catalog/types.ts';
import type { Packed } from '../yaml/packed.ts';
import { packageRoot } from './package-root.ts';

export class PackagedVendors implements VendorFiles {
  readonly #folder: string;
  readonly #read = new Map<string, string | undefined>();
  #ids: readonly string[] | undefined;
  #packed: PackedVendors | undefined;

  constructor(folder: string = join(packageRoot(), 'vendors')) {
    this.#folder = folder;
  }

  vendor(id: string): VendorFile | undefined {
    if (!this.#read.has(id)) this.#read.set(id, textOf(join(this.#folder, `${id}.yaml`)));
    const text = this.#read.get(id);
    if (text === undefined) return undefined;
    // named by its place in the package, so that a message is the same wherever that is installed
    const file = `vendors/${id}.yaml`;
    this.#packed ??= packedVendors();
    const known = this.#packed[id];
    // a file that was edited since the build is read as it is
    return known?.text === text ? { file, text, packed: known.packed } : { file, text };
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

type PackedVendors = Readonly<Record<string, { readonly text: string; readonly packed: Packed }>>;

/** What the build read of the vendors' files; nothing where the sources run unbuilt. */
function packedVendors(): PackedVendors {
  const text = textOf(join(packageRoot(), 'dist', 'vendors.json'));
  return text === undefined ? {} : (JSON.parse(text) as PackedVendors);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
