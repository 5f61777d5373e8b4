// The price list: what was used, as the vendor's rate card says it, and where it was read.

import { figureAt } from '../../analysis/figures.ts';
import { figureText as writtenText } from '../../catalog/describe-tariff.ts';
import type { Named } from '../../graph/types.ts';
import { figureText } from '../amounts.ts';
import {
  type Block,
  type Cell,
  cell,
  cells,
  code,
  heading,
  type ReportRow,
  table,
  textCell,
} from '../blocks.ts';
import { allExpressions, pathsAsked } from '../plan-expressions.ts';
import { type PriceSource, seenOn } from '../price-sources.ts';
import { plainPrice } from '../price-text.ts';
import { provenanceCells } from '../provenance-text.ts';
import type { ReportContext } from '../report-context.ts';
import { left } from '../table.ts';
import { withProvider } from '../table-bill.ts';

export function pricesSection(ctx: ReportContext): readonly Block[] {
  const used = ctx.prices().filter((u) => u.choice.unpriced === undefined);
  const rows = used.flatMap((price): readonly ReportRow[] => {
    const { choice, labels } = price;
    const own = choice.path === '';
    const what = own
      ? cell(labels[0] ?? choice.label)
      : cell(`${withProvider(choice.provider, choice.label)} (`, code(choice.path), ')');
    const provenance = provenanceCells(choice.provenance, seenOn(choice));
    return [
      cells(
        'plain',
        what,
        own ? ownPrice(ctx, price) : textCell(choice.tariff),
        ...provenance,
        textCell(labels.join(', ')),
      ),
      ...adjustmentRows(ctx, choice.path),
    ];
  });
  const asked = formulaRows(ctx, new Set(used.map((u) => u.choice.path)));
  const columns = [
    left('product'),
    left('price'),
    left('source'),
    left('date'),
    left('confidence'),
    left('used by'),
  ];
  return [...table(columns, [...rows, ...asked]), ...discounts(ctx)];
}

/** As the plan writes it, and what it comes to where that is a formula of one value. */
function ownPrice(
  { graph, grid, base, plan }: ReportContext,
  { choice, items: [name = ''] }: PriceSource,
): Cell {
  const once = [...plan.items, ...plan.revenue].find((item) => item.name === name)?.once;
  if (choice.tariff === 'paid once' && once !== undefined) return textCell(`${writtenText(once)} once`);
  const plain = plainPrice(choice.tariff);
  if (plain !== undefined) return textCell(plain);
  const node = choice.price;
  const axes = node === undefined ? [] : (graph.nodes[node]?.axes ?? []);
  const constant = axes.every((axis) => graph.axes[axis]?.kind === 'band');
  if (node === undefined || !constant || graph.nodes[node]?.type.kind !== 'number')
    return cell(code(choice.tariff));
  return cell(code(choice.tariff), ` = ${figureText(figureAt(grid, node, base))}`);
}

/** Regions and terms that the plan asks for, under the product that they change. */
function adjustmentRows({ plan, graph }: ReportContext, path: string): readonly ReportRow[] {
  const fields = [
    ...plan.items,
    ...plan.revenue,
    ...plan.overrides.flatMap(({ change }) =>
      change.kind === 'item' ? [change.fields] : change.kind === 'add' ? [change.item] : [],
    ),
  ];
  const ids = new Set(fields.flatMap((f) => [f.region?.text, f.term?.text]).filter((id) => id !== undefined));
  return [...ids].flatMap((id) => {
    const named = graph.names.get(`${id} of ${path}`);
    return named === undefined ? [] : [adjustmentRow(named, id)];
  });
}

function adjustmentRow(named: Named, id: string): ReportRow {
  const note = named.note === undefined ? '' : `: ${named.note}`;
  return cells(
    'plain',
    textCell(`with ${id}${note}`),
    textCell(named.formula),
    ...provenanceCells(named.provenance),
  );
}

/** Prices that formulas ask for by `price("…")` or `cost("…")`. */
function formulaRows({ plan, graph }: ReportContext, known: ReadonlySet<string>): readonly ReportRow[] {
  const paths = new Set(allExpressions(plan).flatMap(pathsAsked));
  return [...paths]
    .filter((path) => !known.has(path))
    .sort()
    .flatMap((path) => {
      const end = ` of ${path}`;
      const parts = [...graph.names.values()].filter(
        (n) => n.kind === 'price' && n.name.endsWith(end) && n.provenance !== undefined,
      );
      const [first] = parts;
      if (first === undefined) return [];
      const words = parts.map(({ name, formula }) =>
        parts.length === 1 ? formula : `${name.slice(0, -end.length)} ${formula}`,
      );
      const text = words.join(', ');
      return [
        cells(
          'plain',
          cell(code(path)),
          textCell(text),
          ...provenanceCells(first.provenance),
          textCell('formulas'),
        ),
      ];
    });
}

function discounts({ plan }: ReportContext): readonly Block[] {
  const rows = plan.discounts.map(({ on, off, because, source }) =>
    cells(
      'plain',
      cell(code(on.text)),
      textCell(off.span.source.text.slice(off.span.start, off.span.end)),
      textCell(because),
      textCell(source),
    ),
  );
  const blocks = table([left('on'), left('off'), left('because'), left('source')], rows);
  return blocks.length === 0 ? [] : [heading('Discounts'), ...blocks];
}
