import { describe, expect, test } from 'vitest';
import { currencyCodes, currencySigns, isCurrencyCode, minorDigits } from '../../src/quantity/currency.ts';
import { currencyAtom, currencyUnit } from '../../src/quantity/unit-table.ts';

// ISO 4217 list one as published by SIX on 2024-06-25 (archive/table_a1.xml of
// github.com/datasets/currency-codes at ab9b0ae), codes with their minor digits, without funds codes and
// without entries that have no minor unit.
const published = `
AED2 AFN2 ALL2 AMD2 ANG2 AOA2 ARS2 AUD2 AWG2 AZN2 BAM2 BBD2 BDT2 BGN2 BHD3 BIF0 BMD2 BND2 BOB2 BRL2
BSD2 BTN2 BWP2 BYN2 BZD2 CAD2 CDF2 CHF2 CLP0 CNY2 COP2 CRC2 CUC2 CUP2 CVE2 CZK2 DJF0 DKK2 DOP2 DZD2
EGP2 ERN2 ETB2 EUR2 FJD2 FKP2 GBP2 GEL2 GHS2 GIP2 GMD2 GNF0 GTQ2 GYD2 HKD2 HNL2 HTG2 HUF2 IDR2 ILS2
INR2 IQD3 IRR2 ISK0 JMD2 JOD3 JPY0 KES2 KGS2 KHR2 KMF0 KPW2 KRW0 KWD3 KYD2 KZT2 LAK2 LBP2 LKR2 LRD2
LSL2 LYD3 MAD2 MDL2 MGA2 MKD2 MMK2 MNT2 MOP2 MRU2 MUR2 MVR2 MWK2 MXN2 MYR2 MZN2 NAD2 NGN2 NIO2 NOK2
NPR2 NZD2 OMR3 PAB2 PEN2 PGK2 PHP2 PKR2 PLN2 PYG0 QAR2 RON2 RSD2 RUB2 RWF0 SAR2 SBD2 SCR2 SDG2 SEK2
SGD2 SHP2 SLE2 SOS2 SRD2 SSP2 STN2 SVC2 SYP2 SZL2 THB2 TJS2 TMT2 TND3 TOP2 TRY2 TTD2 TWD2 TZS2 UAH2
UGX0 USD2 UYU2 UYW4 UZS2 VED2 VES2 VND0 VUV0 WST2 XAF0 XCD2 XOF0 XPF0 YER2 ZAR2 ZMW2 ZWG2`;

/**
 * What changed after that list: withdrawn, or new. UYW is a unit of account, not money that anyone is billed
 * in.
 */
const notOurs = ['ANG', 'BGN', 'CUC', 'UYW'];
const later = ['XCG'];

describe('currencies', () => {
  test('codes and digits are those of ISO 4217', () => {
    const iso = new Map(
      published
        .trim()
        .split(/\s+/)
        .map((entry) => [entry.slice(0, 3), Number(entry.slice(3))]),
    );
    for (const code of notOurs) iso.delete(code);
    for (const code of later) iso.set(code, 2);
    expect(Object.fromEntries(currencyCodes().map((code) => [code, minorDigits(code)]))).toEqual(
      Object.fromEntries(iso),
    );
  });

  test('nothing is listed twice', () => {
    expect(new Set(currencyCodes()).size).toBe(currencyCodes().length);
  });

  test('the runtime knows the same codes, apart from what is known to differ', () => {
    const runtime = new Set(Intl.supportedValuesOf('currency'));
    // withdrawn, funds codes, or in use for less than a runtime's data is old; a newer runtime may drop or
    // add them
    const mayDiffer = new Set(
      'ANG BGN CUC HRK SLL XDR XSU ZWL UYI UYW XAU VED XCG ZWG SLE CHE CHW CLF COU MXV'.split(' '),
    );
    const ours = new Set(currencyCodes());
    expect([...ours].filter((code) => !runtime.has(code) && !mayDiffer.has(code))).toEqual([]);
    expect([...runtime].filter((code) => !ours.has(code) && !mayDiffer.has(code))).toEqual([]);
  });

  test('ISO has decimals where display habits have none', () => {
    expect(['HUF', 'IDR', 'COP', 'IQD', 'ISK', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 2, 2, 3, 0, 0, 3]);
  });

  test('every sign stands for a listed currency', () => {
    for (const [sign, code] of currencySigns) {
      expect(isCurrencyCode(code), sign).toBe(true);
      expect(currencyUnit(sign)?.key).toBe(currencyUnit(code)?.key);
    }
    expect(currencyUnit('§')).toBeUndefined();
    expect(currencyAtom('EUR')).toBe(currencyAtom('EUR'));
  });

  test.each(['', 'usd', 'EURO', 'XXX', 'XAU'])('`%s` is no currency', (code) => {
    expect(minorDigits(code)).toBeUndefined();
  });
});
