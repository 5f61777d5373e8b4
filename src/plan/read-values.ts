// Inputs, formulas, limits and budgets: named values in a short form (the value alone) and a long one.

import { noProvenance, readProvenance } from '../catalog/read-provenance.ts';
import type { Reading } from '../catalog/reading.ts';
import type { Expression } from '../formula/ast.ts';
import { type Filled, type Form, fill, namedEntries, textOf } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { budgetForm, limitForm } from './forms/claims.ts';
import { formulaForm, inputForm, measuredInputForm } from './forms/values.ts';
import { checkName, type Names } from './names.ts';
import { readTime } from './read-growth.ts';
import { readMeasured } from './read-measured.ts';
import { formulaAt, formulaOf, unitOf } from './reading.ts';
import type { Formula, Input, Limit, PlanFiles } from './types.ts';

export function readInputs(
  node: Node | undefined,
  names: Names,
  files: PlanFiles,
  reading: Reading,
): readonly Input[] {
  const taken = namedEntries(node, '`inputs`', reading.out).filter((entry) =>
    names.take(entry, 'an input', reading.out),
  );
  return taken.flatMap((entry) => {
    const { filled, value } = isMeasured(entry)
      ? measuredInput(entry, files, reading)
      : shortOrLong(entry, inputForm, 'value', reading);
    if (value === undefined) return [];
    const provenance = filled === undefined ? noProvenance : readProvenance(filled, noProvenance, reading);
    return [
      {
        name: entry.key,
        ...wordsOf(filled, reading),
        ...readTime(filled, reading),
        value,
        provenance,
        span: entry.keySpan,
      },
    ];
  });
}

function isMeasured({ value }: Entry): boolean {
  return value.kind === 'map' && value.entries.some(({ key }) => key === 'measured');
}

/** In place of a value there are values that were measured. */
function measuredInput({ value: node }: Entry, files: PlanFiles, reading: Reading): ShortOrLong {
  const filled = fill(node, measuredInputForm, reading.out);
  const measured = filled?.fields.get('measured')?.value;
  return { filled, value: measured === undefined ? undefined : readMeasured(measured, files, reading) };
}

export function readFormulas(node: Node | undefined, names: Names, reading: Reading): readonly Formula[] {
  const taken = namedEntries(node, '`formulas`', reading.out).filter((entry) =>
    names.take(entry, 'a formula', reading.out),
  );
  return taken.flatMap((entry) => {
    const { filled, value } = shortOrLong(entry, formulaForm, 'value', reading);
    return value === undefined
      ? []
      : [
          {
            name: entry.key,
            ...wordsOf(filled, reading),
            ...readTime(filled, reading),
            value,
            span: entry.keySpan,
          },
        ];
  });
}

export function readLimits(node: Node | undefined, reading: Reading): readonly Limit[] {
  return limitsAs(node, '`limits`', limitForm, reading);
}

export function readBudgets(node: Node | undefined, reading: Reading): readonly Limit[] {
  return limitsAs(node, '`budgets`', budgetForm, reading);
}

function limitsAs(node: Node | undefined, what: string, form: Form, reading: Reading): readonly Limit[] {
  const entries = namedEntries(node, what, reading.out);
  return entries.flatMap((entry) => {
    if (!checkName(entry.key, entry.keySpan, reading.out)) return [];
    const { filled, value: that } = shortOrLong(entry, form, 'that', reading);
    if (that === undefined) return [];
    const text = (key: string): string | undefined =>
      filled === undefined ? undefined : textOf(filled, key, reading.out);
    const [because, then] = [text('because'), text('then')];
    const [source, label] = [text('source'), text('label')];
    const probability = filled === undefined ? undefined : formulaOf(filled, 'probability', reading);
    return [{ name: entry.key, label, that, probability, because, then, source, span: entry.keySpan }];
  });
}

interface ShortOrLong {
  /** The block, in the long form. */
  readonly filled: Filled | undefined;
  readonly value: Expression | undefined;
}

function shortOrLong(entry: Entry, form: Form, key: string, reading: Reading): ShortOrLong {
  if (entry.value.kind === 'scalar') {
    return { filled: undefined, value: formulaAt(entry.value, `\`${entry.key}\``, reading) };
  }
  const filled = fill(entry.value, form, reading.out);
  return { filled, value: filled === undefined ? undefined : formulaOf(filled, key, reading) };
}

function wordsOf(
  filled: Filled | undefined,
  reading: Reading,
): Pick<Input, 'label' | 'note' | 'unit' | 'unitSpan'> {
  if (filled === undefined)
    return { label: undefined, note: undefined, unit: undefined, unitSpan: undefined };
  const [label, note] = [textOf(filled, 'label', reading.out), textOf(filled, 'note', reading.out)];
  return { label, note, ...unitOf(filled, reading) };
}
