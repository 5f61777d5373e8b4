import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  continentalNumbers,
  formulaNumbers,
  type NumberStyle,
  writtenNumbers,
} from '../../src/quantity/read-number.ts';
import { readQuantity, readQuantityAt, readUnit } from '../../src/quantity/read-quantity.ts';
import { sameUnit, unitFromAtom, unitText } from '../../src/quantity/unit.ts';
import { countable, derivedAtom, UnitTable } from '../../src/quantity/unit-table.ts';
import { anyUnit } from './arbitraries.ts';

const table = UnitTable.builtin;

/** `value unit | what is left`, `unknown word | what is left from it on`, or `none`. */
function shown(text: string, style: NumberStyle, units = table): string {
  const read = readQuantityAt(text, 0, units, style);
  if (read.kind === 'none') return 'none';
  if (read.kind === 'unknown-unit') {
    expect(text.slice(read.trouble.start, read.trouble.end)).toBe(read.trouble.word);
    return `unknown ${read.trouble.word}`;
  }
  const { value, unit, start, end } = read.quantity;
  expect(start).toBe(0);
  const rest = text.slice(end);
  return `${value} ${unitText(unit)}`.trimEnd() + (rest === '' ? '' : ` |${rest}`);
}

describe('a literal in a formula', () => {
  test.each([
    ['5', '5'],
    ['500 users', '500 user'],
    ['1 device', 'unknown device'],
    ['1_000 requests/second', '1000 request/second'],
    ['15%', '15 %'],
    ['15 %', '15 %'],
    ['15 percent', '15 %'],
    ['1.5M users', '1500000 user'],
    ['1.5 million users', '1500000 user'],
    ['10M tokens', '10000000 token'],
    ['3 Mtok', '3 Mtoken'],
    ['5 MB', '5 MB'],
    ['5MB', '5 MB'],
    ['3GB', '3 GB'],
    ['10 min', '10 minute'],
    ['4 vCPU', '4 vCPU'],
    ['100 W', '100 W'],
    ['400 Mbit/s', '400 Mbit/second'],
    ['400 Mbps', '400 Mbit/second'],
    ['900ms', '900 ms'],
    ['5 µs', '5 us'],
    ['5 B', '5 byte'],
    ['5 GB/user/month', '5 GB/user/month'],
    ['1e6 users', '1000000 user'],
    ['500   users', '500 user'],
    ['500\u00a0users', '500 user'],
  ])('%s is %s', (text, expected) => {
    expect(shown(text, formulaNumbers)).toBe(expected);
  });

  test.each([
    ['€4.50/mo', '4.5 EUR/month'],
    ['€ 4.50/mo', '4.5 EUR/month'],
    ['€4.50', '4.5 EUR'],
    ['€4.50 per month', '4.5 EUR/month'],
    ['$3/Mtok', '3 USD/Mtoken'],
    ['$3/GB/month', '3 USD/GB/month'],
    ['$.05/GB', '0.05 USD/GB'],
    ['$1.5k/month', '1500 USD/month'],
    ['$5 million', '5000000 USD'],
    ['₹1050', '1050 INR'],
    ['US$5', '5 USD'],
    ['NZ$5', '5 NZD'],
    ['R$5', '5 BRL'],
    ['EUR4.50/mo', '4.5 EUR/month'],
    ['EUR 4.50/month', '4.5 EUR/month'],
    ['4.50 EUR/month', '4.5 EUR/month'],
    ['4.50EUR/month', '4.5 EUR/month'],
    ['4.50 €/month', '4.5 EUR/month'],
    ['4.50€', '4.5 EUR'],
    ['50 Kč', '50 CZK'],
    ['50Kč', '50 CZK'],
    ['50 złoty', 'unknown złoty'],
    ['10 zł/month', '10 PLN/month'],
    ['75 USD per hour', '75 USD/hour'],
    ['75 USD  per  hour', '75 USD/hour'],
    ['75 USD per hour per user', '75 USD/user/hour'],
    ['75 USD per user/hour', '75 USD/user/hour'],
    // with its unit in front, a literal takes no second one
    ['€5 users', '5 EUR | users'],
    ['€5 to €10', '5 EUR | to €10'],
    ['€5 * users', '5 EUR | * users'],
    ['€5/users_active', '5 EUR |/users_active'],
    ['€5 €', '5 EUR | €'],
    ['€5MB', 'unknown MB'],
    ['€5%', 'unknown %'],
    ['$10x', 'unknown x'],
  ])('money: %s is %s', (text, expected) => {
    expect(shown(text, formulaNumbers)).toBe(expected);
  });

  test.each([
    // a name may follow a tight slash
    ['500 users/servers_needed', '500 user |/servers_needed'],
    ['500 users/x', '500 user |/x'],
    ['500 users / month', '500 user | / month'],
    ['500 users /month', '500 user | /month'],
    ['500 users/ month', '500 user |/ month'],
    ['5 GB/3', '5 GB |/3'],
    ['5 GB/min(2, 3)', '5 GB |/min(2, 3)'],
    ['5 EUR/server.count', '5 EUR |/server.count'],
    ['5 EUR/server.n', '5 EUR |/server.n'],
    ['5 EUR/server.', '5 EUR/server |.'],
    ['5/month', '5 |/month'],
    ['5 /month', '5 | /month'],
    ['5 * users', '5 | * users'],
    ['5 GB*month', '5 GB |*month'],
    ['5 user·hour', '5 user·hour'],
    ['5 users·x', '5 user |·x'],
    ['5 per month', '5 1/month'],
    ['5 per user/month', '5 1/user/month'],
    ['5 per user per month', '5 1/user/month'],
    ['5 per', '5 | per'],
    ['5 per ', '5 | per '],
    ['5 per 3', '5 | per 3'],
    ['5 per mnth', 'unknown mnth'],
    ['5 USD per mnth', 'unknown mnth'],
    ['5 USD perhour', '5 USD | perhour'],
    ['5 USD per%', '5 USD | per%'],
  ])('what continues a unit: %s is %s', (text, expected) => {
    expect(shown(text, formulaNumbers)).toBe(expected);
  });

  test.each([
    ['5 m', 'unknown m'],
    ['5 GB²', '5 GB^2'],
    ['5 GB²/s', '5 GB^2/second'],
    ['5 GB³/s', '5 GB^3/second'],
    ['5 GB^2', '5 GB^2'],
    ['5 GB^2/s^2', '5 GB^2/second^2'],
    ['5 GB^12', '5 GB^12'],
    ['5 GB ^2', '5 GB | ^2'],
    ['5 GB^ 2', '5 GB |^ 2'],
    ['5 GB^2.5', '5 GB |^2.5'],
    ['5 GB^0', '5 GB |^0'],
    ['5 GB^123', '5 GB |^123'],
    ['5 GB^-1', '5 GB |^-1'],
    ['5 GB^n', '5 GB |^n'],
    ['2^3', '2 |^3'],
    ['2 ^3', '2 | ^3'],
  ])('powers: %s is %s', (text, expected) => {
    expect(shown(text, formulaNumbers)).toBe(expected);
  });

  test.each([
    ['5 to 10', '5 | to 10'],
    ['5 in GB', '5 | in GB'],
    ['5 at tier=b', '5 | at tier=b'],
    ['5 over month', '5 | over month'],
    ['5 and 6', '5 | and 6'],
    ['5 or 6', '5 | or 6'],
    ['5 not', '5 | not'],
    ['5 if x', '5 | if x'],
    ['5 then 6', '5 | then 6'],
    ['5 else 6', '5 | else 6'],
    ['5to 10', 'unknown to'],
    ['5in GB', 'unknown in'],
    ['5 users to 10 users', '5 user | to 10 users'],
    ['5 users in GB', '5 user | in GB'],
    ['15% to 25%', '15 % | to 25%'],
    ['5 total', 'unknown total'],
    ['5 inches', 'unknown inches'],
    ['500 usres', 'unknown usres'],
    ['500usres', 'unknown usres'],
    ['500 USERS', 'unknown USERS'],
    ['500 gb', 'unknown gb'],
    ['3x', 'unknown x'],
    ['5 ünits', 'unknown ünits'],
    ['5 𝒳y', 'unknown 𝒳y'],
    ['5 api_calls', 'unknown api_calls'],
    ['5\nusers', '5 |\nusers'],
    ['5\tusers', '5 |\tusers'],
    [`5${' '.repeat(17)}users`, `5 |${' '.repeat(17)}users`],
  ])('words behind a number: %s is %s', (text, expected) => {
    expect(shown(text, formulaNumbers)).toBe(expected);
  });

  test.each([
    '',
    'users',
    'EUR',
    'EUR_rate',
    'EURO 5',
    'USD_to_EUR',
    '€',
    '$ x',
    '€-5',
    '-5',
    '(5)',
    '%5',
    'AEUR5',
    '1e999',
  ])('`%s` begins no quantity', (text) => {
    expect(shown(text, formulaNumbers)).toBe('none');
  });

  test('a currency is not cut out of a word', () => {
    expect(readQuantityAt('NEUR5', 1, table, formulaNumbers).kind).toBe('none');
    const inner = readQuantityAt('US$5', 1, table, formulaNumbers);
    expect(inner.kind === 'quantity' && unitText(inner.quantity.unit)).not.toBe('SGD');
  });

  test('places count from the start of the text', () => {
    const read = readQuantityAt('total > €4.50/mo, x', 8, table, formulaNumbers);
    expect(read).toMatchObject({ kind: 'quantity', quantity: { start: 8, end: 16, decimals: 2 } });
    const wrong = readQuantityAt('total > 5 usres', 8, table, formulaNumbers);
    expect(wrong).toMatchObject({
      kind: 'unknown-unit',
      value: 5,
      trouble: { word: 'usres', start: 10, end: 15 },
      number: { start: 8, end: 9 },
    });
  });

  test('units of the plan, with digits and underscores', () => {
    const own = table.with([
      countable('api_call'),
      countable('m2', 'm2'),
      derivedAtom('batch', unitFromAtom(countable('call')), 500, 1),
    ]);
    expect(shown('5 api_calls/m2', formulaNumbers, own)).toBe('5 api_call/m2');
    expect(shown('2 batches', formulaNumbers, own)).toBe('2 batch');
  });

  test('a keyword stays one even where a plan declares such a unit', () => {
    const own = table.with([countable('in', 'in')]);
    expect(shown('5 in GB', formulaNumbers, own)).toBe('5 | in GB');
  });

  test('a unit of more than twelve words is cut', () => {
    expect(shown(`1 GB${'/user'.repeat(14)}`, formulaNumbers)).toBe('1 GB/user^11 |/user/user/user');
  });
});

describe('a quantity in running text', () => {
  test.each([
    ['$1,234.50 / month', '1234.5 USD/month'],
    ['$5 /month', '5 USD/month'],
    ['$5/ month', '5 USD/month'],
    ['$5 in month', '5 USD | in month'],
    ['$5 a month', '5 USD/month'],
    ['$5 an hour', '5 USD/hour'],
    ['$5 per developer', '5 USD | per developer'],
    ['$60 / 12', '60 USD | / 12'],
    ['1.2 M users', '1200000 user'],
    ['5 a day', '5 1/day'],
    ['5 a', '5 | a'],
    ['1,000 requests / second', '1000 request/second'],
    ['5 per month', '5 1/month'],
    ['5 / month', '5 | / month'],
    ['15 developers', 'unknown developers'],
  ])('%s is %s', (text, expected) => {
    expect(shown(text, writtenNumbers)).toBe(expected);
  });

  test.each([
    ['1.560 €', '1560 EUR'],
    ['4,50 €/Monat', '4.5 EUR |/Monat'],
    ['1.234,50 EUR/month', '1234.5 EUR/month'],
    ['€ 1 234,5', '1234.5 EUR'],
  ])('with a decimal comma %s is %s', (text, expected) => {
    expect(shown(text, continentalNumbers)).toBe(expected);
  });
});

describe('a whole text as a quantity', () => {
  test.each([
    ['  500 users ', 500, 'user'],
    ['-5%', -5, '%'],
    ['-€5/month', -5, 'EUR/month'],
    ['\u22125 GB', -5, 'GB'],
    ['-0', 0, ''],
    ['1_000', 1000, ''],
  ])('"%s"', (text, value, unit) => {
    const read = readQuantity(text, table);
    expect(read.kind === 'quantity' && [read.quantity.value, unitText(read.quantity.unit)]).toEqual([
      value,
      unit,
    ]);
  });

  test('start and end leave out the blanks and take in the sign', () => {
    expect(readQuantity('  -5 GB ', table)).toMatchObject({ quantity: { start: 2, end: 7 } });
    expect(readQuantity(' - 5', table)).toEqual({ kind: 'none' });
  });

  test.each([
    '',
    ' ',
    '-',
    '--5',
    '5 users more',
    '5 GB/3',
    '1,000 users',
    '5 to 10',
    '5/month',
    'users',
    '1.2.3',
    '5 %%',
  ])('something is left over in "%s"', (text) => {
    expect(readQuantity(text, table)).toEqual({ kind: 'none' });
  });

  test('an unknown unit is told, with the sign of the value', () => {
    expect(readQuantity('-5 usres', table)).toMatchObject({
      kind: 'unknown-unit',
      value: -5,
      number: { value: -5 },
    });
    expect(readQuantity('5 usres', table)).toMatchObject({
      kind: 'unknown-unit',
      value: 5,
      trouble: { start: 2 },
    });
  });

  test('the style can be that of documents', () => {
    expect(readQuantity('1,000 users', table, writtenNumbers)).toMatchObject({ quantity: { value: 1000 } });
  });
});

describe('a unit alone', () => {
  test.each([
    ['EUR/month', 'EUR/month'],
    ['GB/user/month', 'GB/user/month'],
    ['1/month', '1/month'],
    ['1 / month', '1/month'],
    ['1', ''],
    ['USD per hour', 'USD/hour'],
    ['1 per hour', '1/hour'],
    ['W·hour', 'W·hour'],
    ['W * hour', 'W·hour'],
    ['GB*month', 'GB·month'],
    ['GB-month', 'GB·month'],
    ['USD/GB-month', 'month·USD/GB'],
    ['€/month', 'EUR/month'],
    [' requests / second ', 'request/second'],
    ['rps', 'request/second'],
    ['GB²', 'GB^2'],
    ['GB^2/s', 'GB^2/second'],
    ['%', '%'],
    ['%/month', '%/month'],
    ['GB/GB', ''],
  ])('"%s" is "%s"', (text, expected) => {
    const unit = readUnit(text, table);
    if ('word' in unit) throw new Error(`unknown: ${unit.word}`);
    const wanted = expected === 'month·USD/GB' ? 'USD·month/GB' : expected;
    expect(unitText(unit)).toBe(wanted);
  });

  test.each([
    ['', '', 0],
    ['  ', '', 2],
    ['EUR/mnth', 'mnth', 4],
    ['EUR/', '', 4],
    ['EUR//month', '/month', 4],
    ['/month', '/month', 0],
    ['2/month', '2/month', 0],
    ['12', '2', 1],
    ['1 user', 'user', 2],
    ['EUR month', 'month', 4],
    ['EUR/1', '1', 4],
    ['EUR permonth', 'permonth', 4],
    ['EUR/month!', '!', 9],
    [`GB${'/user'.repeat(12)}`, 'user', 58],
  ])('"%s": the trouble is "%s" at %d', (text, word, start) => {
    expect(readUnit(text, table)).toEqual({ word, start, end: start + word.length });
  });

  test('the name of every unit is read as that unit', () => {
    fc.assert(
      fc.property(anyUnit, fc.boolean(), (unit, plural) => {
        const read = readUnit(unitText(unit, plural) || '1', table);
        expect('key' in read && sameUnit(read, unit), unitText(unit, plural)).toBe(true);
      }),
    );
  });
});
