// What the forms of a plan are made of.

import type { Field, Form, Shape } from '../../yaml/form.ts';
import { namePattern } from '../names.ts';

export const formulaShape: Shape = { is: 'formula' };
export const wordShape: Shape = { is: 'word' };

export const formula = (about: string): Field => ({ shape: formulaShape, about });
export const text = (about: string): Field => ({ shape: { is: 'text' }, about });
export const word = (about: string): Field => ({ shape: wordShape, about });

export const block = (form: Form): Shape => ({ is: 'block', form });
export const list = (of: Shape): Shape => ({ is: 'list', of });
export const either = (...of: readonly Shape[]): Shape => ({ is: 'either', of });
export const named = (of: Shape, keys = namePattern): Shape => ({ is: 'named', of, keys });
export const shortOrLong = (form: Form): Shape => named(either(formulaShape, block(form)));
export const needed = (field: Field): Field => ({ ...field, required: true });

export const label = text('what reports call it; the name itself where left out');
export const note = text('a remark for whoever reads the plan or its report');
export const unit = word(
  'the unit it is kept and shown in: `emails/month`; where left out, the unit of the value',
);
export const probability = formula(
  'in what share of the samples it must hold, where numbers are uncertain: `95%`',
);
