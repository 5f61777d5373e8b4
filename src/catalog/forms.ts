// The keys of a vendor's file and of a plan's own price book. The readers, the JSON Schema and the reference
// follow these.

import type { Field, Form, Shape } from '../yaml/form.ts';
import { confidences, tierModes } from './types.ts';

const figure = (about: string): Field => ({ shape: { is: 'formula' }, about });
const text = (about: string): Field => ({ shape: { is: 'text' }, about });
const day = (about: string): Field => ({ shape: { is: 'date' }, about });
const named = (of: Shape, about: string): Field => ({ shape: { is: 'named', of }, about });

/**
 * May stand beside a price, or once further up, where it holds for every price below that names no source of
 * its own.
 */
export const provenanceFields = {
  source: text('the page, document or measurement that the figure comes from'),
  url: text('where that can be read'),
  date: day('the day on which the figure was seen, or `unknown`'),
  confidence: {
    shape: { is: 'choice', of: confidences },
    about: 'how the figure came about; quoted where a source is named, otherwise assumed',
  },
} as const satisfies Readonly<Record<string, Field>>;

export const tierForm: Form = {
  name: 'a tier',
  fields: {
    up_to: figure('the quantity up to which it holds, inclusive; the last tier has none'),
    price: figure('the price per unit in this tier: 0.02 USD/GB'),
    fee: figure('paid once for reaching this tier: 10 USD/month'),
  },
};

export const tariffFields = {
  price: figure('the price per unit, or the flat price where nothing is counted: 6 USD/TB/month'),
  fee: figure('a fixed fee, whatever the quantity: 20 USD/month'),
  tiers: {
    shape: { is: 'list', of: { is: 'block', form: tierForm } },
    about:
      'prices by quantity, smallest first: [{ up_to: 10 TB, price: 0.02 USD/GB }, { price: 0.01 USD/GB }]',
  },
  mode: {
    shape: { is: 'choice', of: tierModes },
    about: 'how tiers count: each slice at its own price, or everything at the price of the tier reached',
  },
  free: figure('what costs nothing; only what is above it is charged: 10 GB'),
  covers: figure('what the fee covers where nothing is sold above it: 5_000 emails/month'),
  credit: figure('usage that the fee already pays for: 20 USD/month'),
  block: figure('the size of a package; only whole packages are sold: 1_000 emails'),
  at_least: figure('the smallest quantity that is charged: 3 seats'),
  minimum: figure('the smallest bill: 5 USD/month'),
  setup: figure('paid once, at the start: 50 EUR'),
  qualifier: {
    shape: { is: 'choice', of: ['from', 'about'] },
    about: 'where the vendor says "from" or the figure is rounded',
  },
  unknown: text('why there is no figure, where there is none'),
} as const satisfies Readonly<Record<string, Field>>;

const holdingFields = {
  from: day('since when the price holds; where left out, the `date` on which it was seen'),
  until: day('the last day on which the price holds'),
} as const satisfies Readonly<Record<string, Field>>;

/** An entry of a price history. */
export const tariffForm: Form = {
  name: 'a price',
  fields: { ...tariffFields, ...provenanceFields, ...holdingFields },
};

/** A region's surcharge or a term's discount. */
export const adjustmentForm: Form = {
  name: 'a region or term',
  fields: {
    add: figure('added to the price: 0.95 EUR/month'),
    times: figure('the price times this: 1.15'),
    off: figure('the share taken off the price: 20%'),
    ...tariffFields,
    commit: figure('for how long one is bound: 1 year'),
    upfront: figure('the share of it that is paid in advance: 100%'),
    note: text('a remark'),
    ...provenanceFields,
  },
};

const adjustments: Shape = { is: 'block', form: adjustmentForm };

/** What a product and each of its plans can both say. */
const salesFields = {
  ...tariffFields,
  ...holdingFields,
  name: text('what the vendor calls it'),
  note: text('a remark'),
  provides: named(
    { is: 'formula' },
    'what one has of it: { vcpu: 3 vCPU, memory: 8 GB, traffic: unlimited }',
  ),
  prices: {
    shape: { is: 'list', of: { is: 'block', form: tariffForm } },
    about: 'the history of its price, instead of one price',
  },
  regions: named(adjustments, 'what differs by region'),
  terms: named(adjustments, 'what differs by commitment'),
  not_chosen: text('why nobody should be given this without asking for it'),
  ...provenanceFields,
} as const satisfies Readonly<Record<string, Field>>;

export const planForm: Form = { name: 'a plan of a product', fields: salesFields };

export const productForm: Form = {
  name: 'a product',
  fields: {
    ...salesFields,
    kind: text('what sort of thing it is, in a word: vps, storage, email'),
    plans: named({ is: 'block', form: planForm }, 'several ways to buy it'),
  },
};

const sharedVendorFields = {
  name: text('what the vendor calls itself'),
  home: text('its site'),
  note: text('a remark'),
  units: {
    shape: { is: 'list', of: { is: 'word' } },
    about: 'things counted here that are no built-in units: [site, mailbox]',
  },
  ...provenanceFields,
} as const satisfies Readonly<Record<string, Field>>;

const productsField: Field = {
  ...named({ is: 'block', form: productForm }, 'what it sells'),
  required: true,
};

/** A file of vendors/. */
export const vendorForm: Form = {
  name: 'a vendor',
  fields: {
    vendor: { shape: { is: 'word' }, about: 'its id, the same as the name of the file', required: true },
    ...sharedVendorFields,
    products: productsField,
  },
};

/** A vendor in a plan's own price book, where the key is the id. */
export const bookVendorForm: Form = {
  name: 'a vendor in the price book',
  fields: { ...sharedVendorFields, products: productsField },
};

/** What stands behind the key `prices` of a plan. */
export const bookShape: Shape = { is: 'named', of: { is: 'block', form: bookVendorForm } };
