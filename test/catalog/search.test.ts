// Finding products by words.
import { describe, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { searchProducts } from '../../src/catalog/search.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { filesOf, ownTexts } from './support.ts';

const vendors = Catalog.of(filesOf(ownTexts()), UnitTable.builtin, new Diagnostics()).vendors();
const found = (...words: readonly string[]): readonly string[] =>
  searchProducts(vendors, words).map(({ product }) => `${product.vendor}/${product.id}`);

describe('searching', () => {
  test('the closest name comes first', () => {
    expect(found('b2')[0]).toBe('backblaze/b2');
    expect(found('cx23')).toEqual(['hetzner/cx23']);
    expect(found('email')[0]).toBe('mailersend/email');
    expect(found('starter').slice(0, 2)).toEqual(['render/starter', 'mailersend/email']);
  });

  test('every word must be found, in any place and any case', () => {
    expect(found('contabo', 'STORAGE')).toEqual([
      'contabo/storage-vps-10',
      'contabo/storage-vps-20',
      'contabo/vps-4-vcpu-with-object-storage',
    ]);
    expect(found('contabo storage 20')).toEqual(['contabo/storage-vps-20']);
    expect(found('vps traffic_in')).toEqual(['contabo/vps-4-vcpu-with-object-storage', 'contabo/vps-6-vcpu']);
    expect(found('contabo', 'tokens')).toEqual([]);
  });

  test('a vendor’s name and a path are words too', () => {
    expect(found("let's encrypt")).toEqual(['letsencrypt/tls']);
    expect(found('hetzner/c')).toEqual(['hetzner/cpx22', 'hetzner/cx23']);
  });

  test('no words give everything, by path', () => {
    const all = found('  ');
    expect(all).toHaveLength(vendors.reduce((sum, v) => sum + v.products.size, 0));
    expect(all).toEqual([...all].sort());
  });

  test('the order of the vendors given does not matter', () => {
    const backwards = searchProducts([...vendors].reverse(), ['vps']);
    expect(backwards.map((m) => m.product.id)).toEqual(
      searchProducts(vendors, ['vps']).map((m) => m.product.id),
    );
  });
});
