// The plan's currency and its exchange rates.

import { noProvenance, readProvenance } from '../catalog/read-provenance.ts';
import type { Reading } from '../catalog/reading.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import { currencyCodes, currencySigns, isCurrencyCode } from '../quantity/currency.ts';
import { divide, multiply, type Unit } from '../quantity/unit.ts';
import { type Filled, fill, namedEntries } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { rateForm } from './forms/basics.ts';
import { formulaAt, formulaOf, unitOfLiteral, wordOf } from './reading.ts';
import type { ExchangeRate, Input } from './types.ts';

/** The code behind `currency`. Where it is missing or wrong, the error says so and the dollar stands in. */
export function readCurrency(
  plan: Filled,
  reading: Reading,
): { readonly currency: string; readonly currencySpan: Span | undefined } {
  const word = wordOf(plan, 'currency', reading);
  if (word === undefined || !checkCurrency(word.text, word.span, reading))
    return { currency: 'USD', currencySpan: undefined };
  return { currency: word.text, currencySpan: word.span };
}

function checkCurrency(text: string, span: Span, reading: Reading): boolean {
  if (isCurrencyCode(text)) return true;
  const code = currencySigns.get(text) ?? text.toUpperCase();
  const help = isCurrencyCode(code) ? `write \`${code}\`` : didYouMean(text, currencyCodes());
  reading.out.error(
    'E302',
    `\`${text}\` is not the ISO code of a currency`,
    [{ span, label: '' }],
    help || 'for example `EUR`',
  );
  return false;
}

/** The rates under `exchange`; one may be an input's name, or a formula over inputs. */
export function readExchange(
  node: Node | undefined,
  inputs: readonly Input[],
  reading: Reading,
): readonly ExchangeRate[] {
  const rates: ExchangeRate[] = [];
  for (const entry of namedEntries(node, '`exchange`', reading.out)) {
    const rate = checkCurrency(entry.key, entry.keySpan, reading)
      ? readRate(entry, inputs, reading)
      : undefined;
    if (rate !== undefined) rates.push(rate);
  }
  return rates;
}

function readRate(entry: Entry, inputs: readonly Input[], reading: Reading): ExchangeRate | undefined {
  const { key: from, keySpan: span } = entry;
  const filled = entry.value.kind === 'scalar' ? undefined : fill(entry.value, rateForm, reading.out);
  if (filled === undefined && entry.value.kind !== 'scalar') return undefined;
  const rate =
    filled === undefined
      ? formulaAt(entry.value, `\`${from}\``, reading)
      : formulaOf(filled, 'rate', reading);
  const provenance = filled === undefined ? noProvenance : readProvenance(filled, noProvenance, reading);
  if (rate === undefined) return undefined;
  const to = targetOf(rate, from, inputs);
  if (to !== undefined) return { from, to, rate, provenance, span };
  const help = `say what one ${from} is in another currency: \`${from}: 1.08 ${from === 'USD' ? 'EUR' : 'USD'}\``;
  reading.out.error('E104', 'this rate leads to no other currency', [{ span: rate.span, label: '' }], help);
  return undefined;
}

/** The one other currency that the rate is in: USD for `1.1539 USD`, `1.1539 USD/EUR` and the name of such an input. */
function targetOf(rate: Expression, from: string, inputs: readonly Input[]): string | undefined {
  const money = unitOf(rate, inputs)?.factors.filter((factor) => factor.atom.kind === 'currency') ?? [];
  const others = money.filter((factor) => factor.atom.name !== from);
  const [only] = others;
  return others.length === 1 && only?.power === 1 ? only.atom.name : undefined;
}

/** The unit as far as it can be seen without a checker. */
function unitOf(e: Expression, inputs: readonly Input[]): Unit | undefined {
  const part = (child: Expression): Unit | undefined => unitOf(child, inputs);
  switch (e.kind) {
    case 'number':
    case 'in':
      return e.unit;
    case 'unary':
    case 'at':
    case 'over':
      return part(e.operand);
    case 'range':
      return richer(part(e.low), part(e.high));
    case 'if':
      return richer(part(e.then), part(e.otherwise));
    case 'call':
      return e.args[0] === undefined ? undefined : part(e.args[0]);
    case 'binary': {
      const [left, right] = [part(e.left), part(e.right)];
      if (e.operator === '+' || e.operator === '-') return richer(left, right);
      if (left === undefined || right === undefined) return undefined;
      if (e.operator === '*') return multiply(left, right);
      return e.operator === '/' ? divide(left, right) : undefined;
    }
    case 'name': {
      const input = inputs.find((i) => i.name === e.name);
      return input === undefined ? undefined : (input.unit ?? unitOfLiteral(input.value));
    }
    case 'text':
      return undefined;
  }
}

function richer(a: Unit | undefined, b: Unit | undefined): Unit | undefined {
  return a === undefined || a.factors.length === 0 ? (b ?? a) : a;
}
