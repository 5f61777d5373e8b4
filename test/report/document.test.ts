// Which sections a report has, and what it says where figures are ranges, unknown, many, or pinned.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPins } from '../../src/analysis/cases.ts';
import { wordOf } from '../../src/cli/setting-word.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Model } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { asPlainTable, type Block, plainText, type ReportDocument } from '../../src/report/blocks.ts';
import { buildReport, checkSections, type ReportWishes, reportMarkdown } from '../../src/report/document.ts';
import { sectionNames } from '../../src/report/section-names.ts';
import { modelOf } from '../support/model.ts';

const fixture = (name: string): Model =>
  modelOf(readFileSync(join(import.meta.dirname, `../fixtures/report-${name}.yaml`), 'utf8'));

const reportOf = (model: Model, wishes: ReportWishes = {}): ReportDocument =>
  buildReport(model, new Grid(model.graph), wishes);

const ids = (document: ReportDocument): readonly string[] => document.sections.map((s) => s.id);

function blocksOf(document: ReportDocument, id: string): readonly Block[] {
  return document.sections.find((s) => s.id === id)?.blocks ?? [];
}

/** The section as words: sentences as they are, rows with ` | ` between their cells. */
function wordsOf(document: ReportDocument, id: string): readonly string[] {
  return blocksOf(document, id).flatMap((block) => {
    if (block.kind === 'list') return block.items.map(plainText);
    if (block.kind === 'chart') return [];
    if (block.kind !== 'table') return [plainText(block.text)];
    const { rows } = asPlainTable(block.table);
    return [...rows.map((r) => r.cells.join(' | ')), ...block.table.notes.map(plainText)];
  });
}

const minimal = `
plan: One server
currency: EUR
items:
  a: { price: 3 EUR/month }
`;

describe('sections', () => {
  test('each is there only if it has something to say', () => {
    expect(ids(reportOf(modelOf(minimal)))).toEqual([
      'summary',
      'assumptions',
      'bill',
      'assumed',
      'prices',
      'method',
    ]);
    // the shop looks at one month
    expect(ids(reportOf(fixture('shop')))).toEqual(sectionNames.filter((id) => id !== 'tco'));
  });

  test('the plan chooses and orders them; a flag goes before the plan', () => {
    const model = modelOf(`${minimal}report: { sections: [method, bill] }\n`);
    expect(ids(reportOf(model))).toEqual(['method', 'bill']);
    expect(ids(reportOf(model, { sections: ['prices'] }))).toEqual(['prices']);
  });

  test('a name may be written as the title is; twice is once; unknown ones are left out', () => {
    const wished = ['Break points', 'break_points', 'Assumed and stale', 'poetry', 'Open questions'];
    expect(ids(reportOf(fixture('shop'), { sections: wished }))).toEqual([
      'break-points',
      'assumed',
      'open-questions',
    ]);
  });

  test('unknown names are reported with the nearest', () => {
    const out = new Diagnostics();
    const { plan } = modelOf(minimal).graph;
    const names = ['bill', 'comparision', 'poetry'].map((text) => wordOf(text, '--sections'));
    checkSections(names, plan, out);
    expect(out.all.map((d) => `${d.message} | ${d.help}`)).toEqual([
      'a report has no section `comparision` | did you mean `comparison`?',
      `a report has no section \`poetry\` | the sections are ${sectionNames.join(', ')}`,
    ]);
  });

  test('a plan without anything is a report without anything wrong', () => {
    const model = modelOf('plan: Nothing yet\ncurrency: EUR\n');
    expect(ids(reportOf(model))).toEqual(['assumptions', 'method']);
  });
});

describe('the summary', () => {
  const summary = wordsOf(reportOf(fixture('shop')), 'summary');

  test('cites the base case, the range over all cases and the largest item', () => {
    expect(summary.slice(0, 2)).toEqual([
      'The base case (Acme Cloud / stage=alpha) costs 6.30 USD/month, which is 75.60 USD/year.',
      'Over all 9 cases the bill runs from 6.30 USD/month (Acme Cloud / stage=alpha) to 281 USD/month (Acme Cloud / stage=scale).',
    ]);
    expect(summary).toContain(
      'The largest item of the base case is Application server: 5.00 USD/month, 79.4% of the total.',
    );
  });

  test('says where a total is unknown and why', () => {
    expect(summary).toContain(
      'The total is unknown in 2 of 9 cases (Mystery / stage=alpha and Mystery / stage=beta). Application server: nobody answered our mail.',
    );
  });

  test('names the cheapest along a choice only, and none where every option breaks a limit', () => {
    expect(summary).toContain(
      'The cheapest platform that breaks no limit, by stage: alpha: Acme Cloud (6.30 USD/month), beta: Euro Host (12.09 USD/month) and scale: none.',
    );
    expect(
      wordsOf(reportOf(fixture('sweep')), 'summary').filter((s) => s.startsWith('The cheapest size')),
    ).toEqual([]);
  });

  test('a claim of two axes says where the third stands', () => {
    expect(wordsOf(reportOf(fixture('sweep')), 'summary')).toContain(
      'Rented is the cheapest Place at every shift (at size=10).',
    );
  });

  test('readings of one thing are no choice: what changes are values, be they inputs or formulas', () => {
    const told = (change: string): string => `
plan: Told twice
currency: EUR
inputs: { users: 3 users }
formulas: { servers: users / 1 user }
items: { server: { price: 3 EUR/month, count: servers } }
axes:
  reading: { head: {}, table: { ${change} } }
`;
    const saysCheapest = (change: string): boolean =>
      wordsOf(reportOf(modelOf(told(change))), 'summary').some((line) => line.includes('cheapest reading'));
    expect(saysCheapest('servers: 5')).toBe(false);
    expect(saysCheapest('users: 5 users')).toBe(false);
    expect(saysCheapest('server.price: 2 EUR/month')).toBe(true);
  });

  test('names who is cheapest at an end where ranges overlap', () => {
    const plan = `
plan: Overlap
currency: USD
items:
  a: { price: 4 to 35 USD/month }
axes:
  host: { wide: {}, narrow: { a.price: 5 to 9 USD/month } }
`;
    expect(wordsOf(reportOf(modelOf(plan)), 'summary')).toContain(
      'The cheapest host that breaks no limit is narrow (5.00–9.00 USD/month; at the low ends wide).',
    );
  });

  test('shows ranges from end to end', () => {
    const [first] = wordsOf(reportOf(fixture('single')), 'summary');
    expect(first).toBe('It costs 17.60–25.70 EUR/month, which is 211–308 EUR/year, and 263 EUR once.');
  });
});

describe('the bill', () => {
  test('has the price of a year as a twelfth and as cash', () => {
    const rows = wordsOf(reportOf(fixture('single')), 'bill');
    expect(rows).toContain('names | Domain | 0.83 | 3.8%');
    expect(rows).toContain(' | cash in the first month, in EUR | 289.24–297.34');
    expect(rows).toContain('Domain: 11.08 USD/year');
  });

  test('keeps what is optional out of the total', () => {
    const rows = wordsOf(reportOf(fixture('shop')), 'bill');
    expect(rows.slice(rows.indexOf('Optional, in no total'))).toEqual([
      'Optional, in no total',
      'Support | 20.00',
    ]);
  });

  test('names the rounding where rows do not add up', () => {
    expect(wordsOf(reportOf(fixture('single')), 'bill')).toContain(
      'Each figure is rounded by itself, so the rows shown do not add up to the last digit: subtotal machines (rows: 8.66); total (rows: 17.59–25.69).',
    );
  });

  test('keeps every figure as data with its unit', () => {
    const tables = blocksOf(reportOf(fixture('single')), 'bill').flatMap((b) =>
      b.kind === 'table' ? [b.table] : [],
    );
    const total = tables[0]?.rows.find((r) => r.kind === 'total')?.cells[2];
    expect(total?.unit).toBe('EUR/month');
    expect(total?.value?.low).toBeCloseTo(17.5966, 3);
    expect(total?.value?.high).toBeCloseTo(25.6966, 3);
  });

  test('in another currency is in that currency everywhere', () => {
    const currency = { currency: 'USD', rate: () => 2 };
    const document = reportOf(fixture('single'), { currency, sections: ['summary', 'bill'] });
    expect(document.subtitle).toEqual(['Prices of 2026-03-01; amounts in USD.']);
    expect(wordsOf(document, 'summary')[0]).toBe(
      'It costs 35.19–51.39 USD/month, which is 422–617 USD/year, and 525 USD once.',
    );
    expect(wordsOf(document, 'bill')).toContain(' | total | 35.19–51.39 | 100%');
  });
});

describe('many cases', () => {
  test('are all in one table, and item by item where they are few enough', () => {
    const rows = wordsOf(reportOf(fixture('sweep')), 'bill');
    expect(rows.filter((r) => / \/ size=\d+ \/ shift=/.test(r))).toHaveLength(30);
    expect(rows).toContain('What follows shows the items of 15 of these 30 cases, those at shift=day.');
  });

  test('thousands are held at the base, and the report says so', () => {
    const axes = Array.from(
      { length: 6 },
      (_, i) => `  ax${i}: { a: {}, b: { k${i}: 2 }, c: { k${i}: 3 }, d: { k${i}: 4 } }`,
    );
    const inputs = Array.from({ length: 6 }, (_, i) => `  k${i}: 1`);
    const price = Array.from({ length: 6 }, (_, i) => `k${i}`).join(' + ');
    const plan = `plan: Wide\ncurrency: EUR\ninputs:\n${inputs.join('\n')}\nitems:\n  a: { price: "(${price}) * 1 EUR/month" }\naxes:\n${axes.join('\n')}\n`;
    const document = reportOf(modelOf(plan));
    expect(wordsOf(document, 'bill')[0]).toMatch(/^Shown at ax2=a \/ ax3=a \/ ax4=a \/ ax5=a; /);
    expect(wordsOf(document, 'summary')[1]).toMatch(/^Over the 16 cases shown of 4,096 the bill runs from /);
  });

  test('a pinned axis is said above everything and leaves the tables', () => {
    const model = fixture('shop');
    const pinned = readPins(model.graph, ['stage=beta'], new Diagnostics());
    const document = reportOf(model, { pinned });
    expect(document.subtitle[0]).toContain('Only cases with stage=beta.');
    expect(wordsOf(document, 'bill')).toContain(' | total | 14.90 | 12.09 | unknown');
    const bill = reportMarkdown(model, new Grid(model.graph), {
      pinned,
      sections: ['summary', 'limits', 'bill', 'comparison'],
    });
    expect(bill).not.toContain('alpha');
  });
});

describe('the other sections', () => {
  const shop = reportOf(fixture('shop'));

  test('a value is told by the axes along which it differs, and once where it does not', () => {
    const model = modelOf(`
plan: Said and worked out
currency: EUR
inputs: { users: 100 users, share: 50% }
formulas: { active: users * share }
axes:
  way: { told: {}, worked_out: { share: 100% / 2, active: users / 2 } }
  size: { small: {}, large: { users: 300 users } }
`);
    expect(wordsOf(reportOf(model), 'assumptions')).toContain('share | 50% | assumed');
    const demand = wordsOf(reportOf(model), 'demand');
    expect(demand[0]).toMatch(/^active \| by size \|/);
    expect(demand).toContain('active | 50 users | 150 users');
  });

  test('a comparison marks the cheapest, and tells why a cell is out', () => {
    const [block] = blocksOf(shop, 'comparison').filter((b) => b.kind === 'table');
    const table = block?.kind === 'table' ? block.table : undefined;
    const best = table?.rows.map((r) =>
      r.cells.map((c) => (c.best === true ? plainText(c.text) : '')).join('|'),
    );
    expect(best).toEqual(['|6.30||', '||12.09|', '|||']);
    expect(table?.notes.map(plainText)).toEqual([
      'Breaks Open connections, room.',
      'The source states 11 USD/month: the sheet forgot the domain.',
      'Unknown: nobody answered our mail.',
    ]);
  });

  test('a recommendation stands behind the summary, case by case, and nothing is recommended along a pinned axis', () => {
    expect(shop.sections.map((section) => section.id).slice(0, 3)).toEqual([
      'summary',
      'recommendation',
      'introduction',
    ]);
    const words = wordsOf(shop, 'recommendation');
    expect(words[0]).toBe('total in USD/month, by platform.');
    expect(words).toContain(
      'Euro Host is the cheapest: 12.09 USD/month, 2.81 USD/month (18.8%) less than Acme Cloud at 14.90 USD/month.',
    );
    expect(words).toContain('Out: Mystery is unknown (nobody answered our mail).');
    const model = fixture('shop');
    const pinned = (...at: readonly string[]): readonly string[] =>
      wordsOf(reportOf(model, { pinned: readPins(model.graph, at, new Diagnostics()) }), 'recommendation');
    expect(pinned('platform=acme')).toEqual([]);
    expect(pinned('stage=beta').filter((line) => line.includes('is the cheapest'))).toHaveLength(1);
    const doubled = wordsOf(
      reportOf(model, { currency: { currency: 'EUR', rate: () => 2 } }),
      'recommendation',
    );
    expect(doubled).toContain(
      'Euro Host is the cheapest: 24.19 EUR/month, 5.61 EUR/month (18.8%) less than Acme Cloud at 29.80 EUR/month.',
    );
  });

  test('a recommendation of many cases is told at the base of the last axes', () => {
    const stages = Array.from({ length: 5 }, (_, i) => `s${i}: { users: ${i + 1}0 users }`).join(', ');
    const plan = `plan: Many
currency: EUR
inputs: { users: 10 users, hours: 1 }
items: { host: { price: hours * 1 EUR/user/month, quantity: users } }
axes:
  platform: { a: {}, b: { host.price: hours * 2 EUR/user/month } }
  stage: { ${stages} }
  shift: { day: {}, night: { hours: 2 }, late: { hours: 3 } }
`;
    const words = wordsOf(reportOf(modelOf(plan)), 'recommendation');
    expect(words[0]).toBe('total in EUR/month, by platform; at shift=day.');
    expect(words.filter((line) => line.startsWith('a is the cheapest'))).toHaveLength(5);
  });

  test('break points say where the cheapest changes and where limits end', () => {
    const words = wordsOf(shop, 'break-points');
    expect(words).toContain(
      'platform along stage: alpha: Acme Cloud; beta: Euro Host; scale: none is feasible.',
    );
    expect(words).toContain('Open connections along stage: holds at alpha and beta; broken at scale.');
  });

  test('a limit is said with how far inputs may go, to the safe side', () => {
    const [row] = wordsOf(shop, 'limits');
    expect(row).toBe(
      'stage=alpha | Open connections | 10–20 devices | 400 devices | 2.5–5.0% | holds | Users ≤ 1,000 users',
    );
  });

  test('checks are counted, and disputes shown as the source writes them', () => {
    const words = wordsOf(shop, 'checks');
    expect(words[0]).toBe('Of 7 figures that the plan expects, 2 hold, 1 is disputed and 4 do not hold.');
    expect(words.at(-1)).toBe(
      'total at platform=euro, stage=alpha | 11 USD/month | 12.09 USD/month | the sheet forgot the domain | own sheet',
    );
  });

  test('what is assumed, undated, old or unpriced is listed', () => {
    expect(wordsOf(shop, 'assumed')).toEqual([
      'No price, so every total with it is unknown: Application server (nobody answered our mail).',
      'Unknown inputs: ops_hours.',
      'Assumed inputs, measured and quoted by nobody: traffic_share.',
      "Assumed prices: acme/store, the plan's own price of Support.",
      "Prices without a date: acme/store, the plan's own price of Support.",
      'Seen more than 180 days before 2026-05-07: acme/box/large, on 2025-01-01 (491 days).',
      'Seen more than 180 days before 2026-05-07: 1 EUR in USD, on 2025-05-01 (371 days).',
    ]);
  });

  test('the calendar says what is given and what is the default', () => {
    expect(wordsOf(shop, 'assumptions')).toContain(
      'A month has 730 hours and 30 days: the default, which the plan does not change. A year has 12 months.',
    );
    expect(wordsOf(reportOf(fixture('single')), 'assumptions')).toContain(
      'A month has 720 hours, 30 days and 21 workdays, as the plan says. A year has 12 months.',
    );
  });

  test('the whole document is plain data', () => {
    expect(JSON.parse(JSON.stringify(shop)).title).toBe('Where to host the shop');
  });
});
