// A vendor's file, or a vendor in a plan's own price book -> Vendor.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Atom } from '../quantity/unit.ts';
import { countable, type UnitTable } from '../quantity/unit-table.ts';
import { type Filled, fill, listOf, namedEntries, scalarOf, textOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { unpack } from '../yaml/packed.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { bookVendorForm, vendorForm } from './forms.ts';
import { readProduct } from './read-product.ts';
import { noProvenance, readProvenance } from './read-provenance.ts';
import { checkId, type Reading } from './reading.ts';
import type { Product, Vendor, VendorFile } from './types.ts';

/**
 * The vendor that a file describes; `id` is the name of the file. What is wrong goes to `out`, the rest is
 * given back.
 */
export function readVendorFile(
  source: VendorFile,
  id: string,
  units: UnitTable,
  out: Diagnostics,
): Vendor | undefined {
  const node = source.packed === undefined ? readYaml(source, out) : unpack(source.packed, source);
  if (node === undefined) return undefined;
  const filled = fill(node, vendorForm, out);
  if (filled === undefined) return undefined;
  const said = filled.fields.get('vendor');
  const saidId = textOf(filled, 'vendor', out);
  if (said !== undefined && saidId !== undefined && saidId !== id) {
    const marks = [{ span: said.value.span, label: '' }];
    out.error(
      'E107',
      `this is the file of \`${id}\`, and it says \`${saidId}\``,
      marks,
      `write \`vendor: ${id}\`, or rename the file`,
    );
  }
  return readVendor(filled, id, said?.value.span ?? node.span, { units, out, names: 'refused' });
}

/** The vendors of a plan's own price book: the block behind its key `prices`. */
export function readBook(node: Node | undefined, units: UnitTable, out: Diagnostics): readonly Vendor[] {
  const vendors: Vendor[] = [];
  for (const entry of namedEntries(node, '`prices`', out)) {
    if (!checkId(entry, 'a vendor', out)) continue;
    const filled = fill(entry.value, bookVendorForm, out);
    if (filled !== undefined)
      vendors.push(readVendor(filled, entry.key, entry.keySpan, { units, out, names: 'allowed' }));
  }
  return vendors;
}

function readVendor(filled: Filled, id: string, span: Span, given: Reading): Vendor {
  const reading: Reading = { ...given, units: withUnits(filled, given) };
  const provenance = readProvenance(filled, noProvenance, reading);
  const products = new Map<string, Product>();
  for (const entry of namedEntries(filled.fields.get('products')?.value, '`products`', reading.out)) {
    const product = readProduct(entry, id, provenance, reading);
    if (product !== undefined) products.set(product.id, product);
  }
  const name = textOf(filled, 'name', reading.out) ?? id;
  return { id, name, home: textOf(filled, 'home', reading.out), products, span };
}

/** The table with the vendor's own countables. A word that is a unit already keeps its meaning. */
function withUnits(filled: Filled, reading: Reading): UnitTable {
  const atoms: Atom[] = [];
  for (const node of listOf(filled.fields.get('units')?.value)) {
    const scalar = scalarOf(node, 'a unit', reading.out);
    const word = scalar?.text.text.trim();
    if (scalar === undefined || word === undefined) continue;
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(word)) {
      const help = 'a unit is one word of letters, digits and underscores, in the singular: `mailbox`';
      reading.out.error('E307', `\`${word}\` cannot be a unit`, [{ span: scalar.span, label: '' }], help);
    } else if (reading.units.lookup(word) === undefined) {
      atoms.push(countable(word));
    }
  }
  return atoms.length === 0 ? reading.units : reading.units.with(atoms);
}
