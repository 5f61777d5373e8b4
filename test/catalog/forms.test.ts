// The forms are what the JSON Schema and the reference are made from, so they must say all that the readers
// read.
import { describe, expect, test } from 'vitest';
import {
  adjustmentForm,
  bookShape,
  bookVendorForm,
  planForm,
  productForm,
  tariffForm,
  tierForm,
  vendorForm,
} from '../../src/catalog/forms.ts';

describe('the forms', () => {
  const all = [vendorForm, bookVendorForm, productForm, planForm, tariffForm, tierForm, adjustmentForm];

  test('every key says what it is for', () => {
    for (const form of all) {
      expect(form.name).not.toBe('');
      for (const [key, field] of Object.entries(form.fields))
        expect([form.name, key, field.about.length > 5]).toEqual([form.name, key, true]);
    }
  });

  test('a price can be written in a product, a plan, a history, a region and a term alike', () => {
    const keys = [
      'price',
      'fee',
      'tiers',
      'mode',
      'free',
      'covers',
      'credit',
      'block',
      'at_least',
      'minimum',
      'setup',
      'qualifier',
      'unknown',
    ];
    const where = ['source', 'url', 'date', 'confidence'];
    for (const form of [productForm, planForm, tariffForm, adjustmentForm]) {
      expect(Object.keys(form.fields)).toEqual(expect.arrayContaining([...keys, ...where]));
    }
  });

  test('a price book is vendors by id', () => {
    expect(bookShape).toEqual({ is: 'named', of: { is: 'block', form: bookVendorForm } });
    expect(Object.keys(bookVendorForm.fields)).toEqual(
      Object.keys(vendorForm.fields).filter((key) => key !== 'vendor'),
    );
  });
});
