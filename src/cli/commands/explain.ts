// `outlay explain PLAN [FORMULA]`: any figure down to its inputs and prices.

import { placeOf } from '../../analysis/cases.ts';
import { explain } from '../../analysis/explain.ts';
import { coordinates, onBand } from '../../analysis/figures.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { sampledAt } from '../../grid/layout.ts';
import { atJson } from '../../report/json.ts';
import { explainJson } from '../../report/json-explain.ts';
import { explainLines } from '../../report/terminal-explain.ts';
import { askFormula } from '../ask.ts';
import type { Io } from '../io.ts';
import { type Answer, answerPlan, terminalOf, textOf } from '../run.ts';
import { mostSamples, readSampling, type SamplingFlags, wholeNumber } from '../sampling-flags.ts';
import { wordOf } from '../setting-word.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json'], failOn: [] };

export interface ExplainFlags extends Flags, Omit<SamplingFlags, 'samples'> {
  readonly sample?: string;
  readonly depth?: string;
}

export function runExplain(path: string, formula: string, flags: ExplainFlags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { plan, grid, pinned, settings, out } = loaded;
    const { graph } = grid;
    if (flags.depth !== undefined && !/^[0-9]{1,3}$/.test(flags.depth)) {
      out.error(
        'E701',
        `\`${flags.depth}\` is not a number of levels`,
        markAt(wordOf(flags.depth, '--depth').span),
        'for example `--depth 2`',
      );
      return undefined;
    }
    const depth = flags.depth === undefined ? undefined : Number(flags.depth);
    const question = askFormula(formula, 'FORMULA', loaded);
    if (question === undefined) return undefined;
    const place = placeOf(graph, pinned);
    const differing = grid.pinnedTo(new Map([...pinned.keys()].map((a) => [a, -1]))).axesOf(question.node);
    const axes = differing.filter((a) => graph.axes[a]?.kind !== 'band');
    const at = coordinates(graph, axes, place);
    const sample = wholeNumber(flags.sample, '--sample', [0, mostSamples - 1], out);
    const drawing = readSampling(flags, out);
    if (drawing === undefined) return undefined;
    const tree =
      sample === undefined
        ? explain(graph, question, onBand(graph, place, 1))
        : explain(
            graph,
            question,
            sampledAt(graph, place),
            (await import('../../grid/replay.ts')).replay(graph, drawing.sampling, sample),
          );
    const points = (axis: string): readonly string[] =>
      graph.axes.find((a) => a.name === axis)?.points.map((p) => p.name) ?? [];
    if (settings.format === 'json') {
      const { catalogDigest } = await import('../../service/catalog-digest.ts');
      const head = { plan, currency: plan.currency, catalog: catalogDigest(loaded.vendors) };
      return {
        text: explainJson({ question: formula, tree, at: atJson(at), sample, depth, points }, head),
        findings: {},
      } satisfies Answer;
    }
    const lines = explainLines({ plan, tree, at, sample, depth, points }, terminalOf(settings, io));
    return { text: textOf(lines), findings: {} } satisfies Answer;
  });
}
