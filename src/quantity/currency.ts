// ISO 4217. Codes and minor digits come from ISO, not from a locale's display habits (HUF and IDR have two in
// ISO). The national currencies of ISO 4217 list one; funds codes, metals and units of account are left out.
// Written from knowledge of the standard, then compared code by code with the list that the maintenance
// agency (SIX) published on 2024-06-25, as archived in github.com/datasets/currency-codes, with its later
// changes: XCG for ANG (2025), BGN withdrawn (2026). test/quantity/currency.test.ts holds that list, and
// compares with the runtime's own.

const zeroDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const threeDigits = 'BHD IQD JOD KWD LYD OMR TND';
const twoDigits = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`;

const digitsByCode: ReadonlyMap<string, number> = new Map([
  ...zeroDigits.split(/\s+/).map((code) => [code, 0] as const),
  ...twoDigits.split(/\s+/).map((code) => [code, 2] as const),
  ...threeDigits.split(/\s+/).map((code) => [code, 3] as const),
]);

/**
 * Decimal places of the currency's smallest coin in ISO 4217, or undefined for a code that ISO does not list.
 */
export function minorDigits(code: string): number | undefined {
  return digitsByCode.get(code);
}

export function isCurrencyCode(code: string): boolean {
  return digitsByCode.has(code);
}

export function currencyCodes(): readonly string[] {
  return [...digitsByCode.keys()];
}

/**
 * Signs that stand for one currency in what people write. `$`, `£` and `¥` are shared by several currencies;
 * here they mean the one that nearly all cost documents mean, and a plan that means another writes its ISO
 * code.
 */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₡', 'CRC'],
  ['₸', 'KZT'],
  ['US$', 'USD'],
  ['R$', 'BRL'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['AU$', 'AUD'],
  ['CA$', 'CAD'],
  ['NT$', 'TWD'],
  ['MX$', 'MXN'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
]);
