// Uncertain numbers that rise and fall together, put into groups that are drawn at once.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { mixtureOf } from '../numeric/draws/copula.ts';
import type { Correlation, Word } from '../plan/types.ts';
import type { Correlated, Named, Node } from './types.ts';

/** The names of all uncertain numbers, in the order in which the graph came to know them. */
export function drawnNames(nodes: readonly Node[]): readonly string[] {
  return [...new Set(nodes.flatMap(({ op }) => (op.kind === 'draw' ? [op.name] : [])))];
}

/** Two of a group that nobody relates to each other are independent but for what others make of them. */
export function buildCorrelations(
  pairs: readonly Correlation[],
  nodes: readonly Node[],
  named: ReadonlyMap<string, Named>,
  out: Diagnostics,
): readonly Correlated[] {
  const drawn = drawnNames(nodes);
  const good = pairs.filter((pair, i) => {
    const known = pair.between.map((word) => isDrawn(word, drawn, named, out));
    return known.every((yes) => yes) && isFirst(pair, pairs.slice(0, i), out);
  });
  return groupsOf(good).flatMap((names) => {
    const own = good.filter(({ between: [a] }) => names.includes(a.text));
    const mixture = mixtureOf(names.map((a) => names.map((b) => rankBetween(own, a, b))));
    if (mixture !== undefined) return [{ names, mixture }];
    const marks = own.map(({ span }) => ({ span, label: '' }));
    const help =
      'what follows one number closely cannot avoid what that one follows; a pair that is not named counts as 0';
    out.error('E603', `${names.join(', ')} cannot correlate like this, all at once`, marks, help);
    return [];
  });
}

function isDrawn(
  { text, span }: Word,
  drawn: readonly string[],
  named: ReadonlyMap<string, Named>,
  out: Diagnostics,
): boolean {
  if (drawn.includes(text)) return true;
  if (named.has(text)) {
    const help = `give it a range or a distribution: \`${text}: 5 to 10\``;
    out.error('E603', `\`${text}\` is not uncertain itself`, [{ span, label: '' }], help);
  } else {
    out.error('E401', `nothing is called \`${text}\``, [{ span, label: '' }], didYouMean(text, drawn));
  }
  return false;
}

function isFirst({ between, span }: Correlation, before: readonly Correlation[], out: Diagnostics): boolean {
  const [a, b] = between.map(({ text }) => text) as [string, string];
  const marks = [{ span, label: '' }];
  if (a === b) {
    out.error('E603', `\`${a}\` cannot correlate with itself`, marks, 'name two numbers');
    return false;
  }
  const same = before.find((pair) => [a, b].every((name) => pair.between.some(({ text }) => text === name)));
  if (same === undefined) return true;
  const here = { span: same.span, label: 'here already' };
  out.error('E603', `\`${a}\` and \`${b}\` correlate twice`, [...marks, here], 'leave one of them out');
  return false;
}

function groupsOf(pairs: readonly Correlation[]): readonly (readonly string[])[] {
  let groups: readonly (readonly string[])[] = [];
  for (const { between } of pairs) {
    const names = between.map(({ text }) => text);
    const touched = groups.filter((group) => names.some((name) => group.includes(name)));
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      [...new Set([...touched.flat(), ...names])],
    ];
  }
  return groups;
}

function rankBetween(pairs: readonly Correlation[], a: string, b: string): number {
  if (a === b) return 1;
  const pair = pairs.find(
    ({ between: [x, y] }) => (x.text === a && y.text === b) || (x.text === b && y.text === a),
  );
  return pair?.rank ?? 0;
}
