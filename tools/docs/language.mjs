// The parts of docs/language.md that are tables of the program: keys from the forms, functions, units, bounds.
// They stand between `<!-- table: NAME -->` and `<!-- end -->`. `--check` compares and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maximumCases } from '../../src/analysis/cases.ts';
import * as priceForms from '../../src/catalog/forms.ts';
import { functions, reductions } from '../../src/formula/functions.ts';
import { maximumLength } from '../../src/formula/parse.ts';
import { maximumDepth } from '../../src/formula/scanner.ts';
import { maximumCombinations } from '../../src/graph/tabulate.ts';
import { maximumCells } from '../../src/grid/evaluate.ts';
import { maximumChanges } from '../../src/plan/expand-options.ts';
import * as axes from '../../src/plan/forms/axes.ts';
import * as basics from '../../src/plan/forms/basics.ts';
import * as claims from '../../src/plan/forms/claims.ts';
import * as items from '../../src/plan/forms/items.ts';
import * as plan from '../../src/plan/forms/plan.ts';
import * as report from '../../src/plan/forms/report.ts';
import * as time from '../../src/plan/forms/time.ts';
import * as values from '../../src/plan/forms/values.ts';
import { axisKeys, keywords, pointPattern, reservedWords, timeNames } from '../../src/plan/names.ts';
import { maximumAxes, maximumPoints } from '../../src/plan/read-axes.ts';
import { maximumFiles } from '../../src/plan/read-expectations.ts';
import { builtinAtoms, builtinWords } from '../../src/quantity/builtin-units.ts';
import { currencyCodes, currencySigns, minorDigits } from '../../src/quantity/currency.ts';
import { sectionNames } from '../../src/report/section-names.ts';
import { maximumCharacters, maximumNesting, maximumNodes } from '../../src/yaml/read-yaml.ts';

const page = join(import.meta.dirname, '../../docs/language.md');

/** Keys that several blocks share are listed once, in a table of their own. */
const shared = {
  'keys of provenance': priceForms.provenanceFields,
  'keys of a rate card': priceForms.tariffFields,
};

const forms = {
  'a plan': plan.planForm,
  'an input': values.inputForm,
  'a measured input': values.measuredInputForm,
  'a measured column': values.measuredForm,
  'a formula': values.formulaForm,
  'a unit': basics.unitForm,
  'an exchange rate': basics.rateForm,
  'a calendar': basics.calendarForm,
  'an item': items.itemForm,
  'a line of revenue': items.revenueForm,
  choose: items.chooseForm,
  'an axis of options': axes.optionsForm,
  'a point': axes.pointForm,
  'an at block': axes.atForm,
  'a change to an item': items.itemChangeForm,
  'a horizon': time.horizonForm,
  growth: time.growthForm,
  'a month of the timeline': axes.timelineForm,
  'a sweep': axes.sweepForm,
  'a lever': axes.leverForm,
  'a limit': claims.limitForm,
  'a budget': claims.budgetForm,
  'an expectation': claims.expectationForm,
  disputed: claims.disputeForm,
  'a file of expectations': claims.includeForm,
  'a correlation': values.correlationForm,
  'an open question': claims.openForm,
  'a discount': items.discountForm,
  'a report': report.reportForm,
  'a section of a report': report.reportSectionForm,
  'a vendor': priceForms.bookVendorForm,
  'a product': priceForms.productForm,
  'a plan of a product': priceForms.planForm,
  'a price': priceForms.tariffForm,
  'a tier': priceForms.tierForm,
  'a region or term': priceForms.adjustmentForm,
};

const tables = {
  ...Object.fromEntries(
    Object.entries(shared).map(([name, fields]) => [name, () => keyTable(name, { fields })]),
  ),
  ...Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [`keys of ${name}`, () => keyTable(`keys of ${name}`, form)]),
  ),
  functions: () =>
    table(
      ['function', 'what it gives', 'example', 'is'],
      Object.values(functions).map((f) => [
        code(f.signature.replace(/ or /g, '` or `')),
        f.summary,
        code(f.example),
        f.gives === undefined ? '' : code(f.gives),
      ]),
    ),
  'functions along an axis': () =>
    table(
      ['function', 'what it gives'],
      Object.entries(reductions).map(([name, { summary }]) => [code(`${name}(a over axis)`), summary]),
    ),
  units: () =>
    table(
      ['what it measures', 'units', 'other spellings'],
      kinds.map(([title, kind]) => {
        const atoms = builtinAtoms.filter((atom) => atom.kind === kind);
        return [title, atoms.map(atomText).join(', '), spellings(atoms)];
      }),
    ),
  'currency signs': () =>
    table(
      ['sign', 'currency'],
      [...currencySigns].map(([sign, iso]) => [code(sign), iso]),
    ),
  currencies: () => {
    const all = [...currencyCodes()].sort();
    const other = all.filter((iso) => minorDigits(iso) !== 2);
    const odd = other.map((iso) => `${iso} (${minorDigits(iso)})`).join(', ');
    return `${all.join(' ')}\n\nTwo decimals, except: ${odd}.`;
  },
  'sections of a report': () => sectionNames.map(code).join(', '),
  'reserved words': () =>
    table(
      ['words', 'why'],
      [
        [keywords.map(code).join(' '), 'words of formulas'],
        [reservedWords.map(code).join(' '), 'names that every plan has'],
        [timeNames.map(code).join(' '), 'names that a plan with a horizon has'],
        [axisKeys.map(code).join(' '), 'keys of an axis or a point; only points cannot be called so'],
      ],
    ),
  bounds: () =>
    table(
      ['what', 'the most that is read', 'code'],
      [
        ['characters of a file', maximumCharacters, 'E102'],
        ['blocks inside one another', maximumNesting, 'E102'],
        ['values in a file', maximumNodes, 'E102'],
        ['characters of a formula', maximumLength, 'E202'],
        ['parentheses, `if`s and arguments inside one another', maximumDepth, 'E202'],
        ['characters of a number', 400, 'E203'],
        ['axes', maximumAxes, 'E102'],
        ['levers', maximumAxes, 'E102'],
        ['points of an axis', maximumPoints, 'E102'],
        ['changes of all points of an axis, `extends` written out', maximumChanges, 'E102'],
        ['included files', maximumFiles, 'E102'],
        ['cases of one answer', maximumCases, 'E601'],
        ['combinations of points that change one item or input', maximumCombinations, 'E601'],
        ['combinations of points over which one value differs', maximumCells, 'E601'],
      ].map(([what, most, error]) => [what, most.toLocaleString('en'), `[${error}](errors/${error}.md)`]),
    ),
};

const kinds = [
  ['data', 'data'],
  ['time', 'time'],
  ['calendar', 'calendar'],
  ['power', 'power'],
  ['energy', 'energy'],
  ['shares', 'ratio'],
  ['things that are counted', 'count'],
];

/** `min`, `mins` for `minute`. */
function spellings(atoms) {
  const words = new Map();
  for (const [word, meaning] of builtinWords) {
    if (!atoms.some((atom) => atom.name === meaning.split('/')[0])) continue;
    words.set(meaning, [...(words.get(meaning) ?? []), code(word)]);
  }
  return [...words].map(([meaning, all]) => `${all.join(' ')} for ${code(meaning)}`).join(', ');
}

function atomText(atom) {
  return atom.plural === atom.name ? code(atom.name) : `${code(atom.name)} (${code(atom.plural)})`;
}

/** A required key is bold. Keys that have a table of their own are left to it. */
function keyTable(title, form) {
  const given = Object.keys(form.fields);
  const elsewhere = Object.entries(shared).filter(
    ([other, fields]) => other !== title && Object.keys(fields).every((key) => given.includes(key)),
  );
  const left = new Set(elsewhere.flatMap(([, fields]) => Object.keys(fields)));
  const rows = Object.entries(form.fields)
    .filter(([key]) => !left.has(key))
    .map(([key, field]) => [
      field.required === true ? `**${code(key)}**` : code(key),
      shapeText(field.shape),
      field.about,
    ]);
  const more = elsewhere.map(([other]) => `the ${link(other, other)}`);
  return [
    `#### ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    table(['key', 'what stands there', 'what it is for'], [...rows, ...otherRows(form)]),
    ...(more.length === 0 ? [] : [`And ${more.join(' and ')}.`]),
  ].join('\n\n');
}

/** Keys that the person chooses, by the look of them; a field of an item stands for all of its kind. */
function otherRows(form) {
  const rows = new Map();
  for (const [pattern, field] of Object.entries(form.others ?? {})) {
    const key = pattern.startsWith('^at')
      ? 'at AXIS=POINT, …'
      : pattern.includes('\\.')
        ? 'ITEM.FIELD'
        : pattern === pointPattern
          ? 'POINT'
          : 'NAME';
    if (rows.has(key)) continue;
    const dotted = key === 'ITEM.FIELD';
    rows.set(key, [
      code(key),
      dotted ? 'as in the item' : shapeText(field.shape),
      dotted ? 'another value for one field of an item: `app.use: contabo/cloud-vps-10`' : field.about,
    ]);
  }
  return [...rows.values()];
}

const plainShapes = { formula: 'a formula', text: 'text', word: 'a word', date: 'a date', flag: 'yes or no' };

function shapeText(shape) {
  switch (shape.is) {
    case 'choice':
      return shape.of.map(code).join(', ');
    case 'list':
      return `a list of ${pluralText(shape.of)}`;
    case 'named':
      return `names, each with ${shapeText(shape.of)}`;
    case 'block':
      return link('a block', titleOf(shape.form));
    case 'either':
      return shape.of.map(shapeText).join(', or ');
    default:
      return plainShapes[shape.is];
  }
}

const pluralShapes = { formula: 'formulas', word: 'words', text: 'texts' };

function pluralText(shape) {
  if (shape.is === 'block') return link('blocks', titleOf(shape.form));
  if (shape.is === 'either') return shape.of.map(pluralText).join(' or ');
  return pluralShapes[shape.is];
}

function titleOf(form) {
  const found = Object.entries(forms).find(([, known]) => known === form);
  if (found === undefined) throw new Error(`docs/language.md has no table for ${form.name}`);
  return `keys of ${found[0]}`;
}

function link(text, title) {
  return `[${text}](#${title.replaceAll(' ', '-')})`;
}

function code(text) {
  return `\`${text}\``;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const before = readFileSync(page, 'utf8');
const used = new Set();
const after = before.replace(/(<!-- table: ([^>]*?) -->\n)[\s\S]*?(<!-- end -->)/g, (_, start, name, end) => {
  if (tables[name] === undefined) throw new Error(`there is no table \`${name}\``);
  used.add(name);
  return `${start}\n${tables[name]()}\n\n${end}`;
});
const unused = Object.keys(tables).filter((name) => !used.has(name));
if (unused.length > 0) throw new Error(`docs/language.md has no place for ${unused.join(', ')}`);

if (!process.argv.includes('--check')) {
  writeFileSync(page, after);
} else if (before !== after) {
  process.stderr.write('docs/language.md is not what tools/docs/language.mjs writes; run it\n');
  process.exitCode = 1;
}
