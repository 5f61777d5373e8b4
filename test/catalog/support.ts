// Vendor texts in, values out: what the suites of this folder share.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { readVendorFile } from '../../src/catalog/read-vendor.ts';
import type { Product, SalesPlan, Tariff, Vendor, VendorFiles } from '../../src/catalog/types.ts';
import { type Diagnostic, Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { positionOf } from '../../src/diagnostics/source.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';

export const vendorsFolder = join(import.meta.dirname, '../../vendors');

/** The files of vendors/, and how often each was asked for. */
export function filesOf(texts: ReadonlyMap<string, string>): VendorFiles & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    vendor(id) {
      asked.push(id);
      const text = texts.get(id);
      return text === undefined ? undefined : { file: `vendors/${id}.yaml`, text };
    },
    ids: () => [...texts.keys()].sort(),
  };
}

export function ownTexts(): ReadonlyMap<string, string> {
  const names = readdirSync(vendorsFolder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    names.map((name) => [basename(name, '.yaml'), readFileSync(join(vendorsFolder, name), 'utf8')]),
  );
}

export interface Read {
  readonly vendor: Vendor | undefined;
  readonly out: Diagnostics;
}

export function read(text: string, id = 'acme'): Read {
  const out = new Diagnostics();
  const vendor = readVendorFile({ file: `${id}.yaml`, text }, id, UnitTable.builtin, out);
  return { vendor, out };
}

/** A vendor file with one product `thing`; its block is given with two spaces of its own. */
export function thing(block: string): string {
  const lines = block
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `vendor: acme\nproducts:\n  thing:\n${lines}\n`;
}

export function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0] as T;
}

/** The single product of a text that must be free of errors. */
export function productOf(block: string): Product {
  const { vendor, out } = read(thing(block));
  expect(out.all.map((d) => d.message)).toEqual([]);
  return only([...(vendor?.products.values() ?? [])]);
}

export function planOf(block: string): SalesPlan {
  return only(productOf(block).plans);
}

export function tariffOf(block: string): Tariff {
  return only(planOf(block).prices).tariff;
}

/** `E503 4:5 message | help`, the position being that of the first mark. */
export function told(diagnostic: Diagnostic): string {
  const [mark] = diagnostic.marks;
  const at = mark === undefined ? undefined : positionOf(mark.span.source, mark.span.start);
  return `${diagnostic.code} ${at === undefined ? '-' : `${at.line}:${at.column}`} ${diagnostic.message}`;
}

/** What is said about a text, in order. */
export function complaints(text: string, id = 'acme'): readonly string[] {
  return read(text, id).out.all.map(told);
}

export function catalogOf(texts: Readonly<Record<string, string>>): {
  readonly catalog: Catalog;
  readonly out: Diagnostics;
  readonly asked: readonly string[];
} {
  const files = filesOf(new Map(Object.entries(texts)));
  const out = new Diagnostics();
  return { catalog: Catalog.of(files, UnitTable.builtin, out), out, asked: files.asked };
}
