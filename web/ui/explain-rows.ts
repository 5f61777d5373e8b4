// An explanation's tree as the lines that are seen of it: what is open, what is searched for, what is looked at alone.

import type { ExplainedFigure } from '../engine/answers/explain.ts';

/** The way to a figure from the top: `0.2` is the third part of the first; empty for the figure itself. */
export type Way = string;

export interface ExplainRow {
  readonly way: Way;
  readonly figure: ExplainedFigure;
  /** From 1, for the parts of what is looked at. */
  readonly level: number;
  /** From 1, of `siblings`. */
  readonly position: number;
  readonly siblings: number;
  readonly canOpen: boolean;
  readonly isOpen: boolean;
  /** It is what was searched for, not only on the way to it. */
  readonly isFound: boolean;
}

export interface Seen {
  /** What is looked at alone. */
  readonly within: Way;
  /** Opened or closed by hand. */
  readonly turned: ReadonlyMap<Way, boolean>;
  readonly search: string;
}

/** What is below opens on demand: a total of a large plan has hundreds of parts. */
const openLevels = 1;

export function figureAt(root: ExplainedFigure, way: Way): ExplainedFigure | undefined {
  return stepsOf(way).reduce<ExplainedFigure | undefined>((at, step) => at?.parts[step], root);
}

/** From the top to what is looked at, both included. */
export function waysTo(way: Way): readonly Way[] {
  const steps = stepsOf(way);
  return ['', ...steps.map((_, i) => steps.slice(0, i + 1).join('.'))];
}

/** The way to the parts of a figure that are shown once only. */
export function wayToParts(root: ExplainedFigure, { name, value }: ExplainedFigure): Way | undefined {
  const find = (figure: ExplainedFigure, way: Way): Way | undefined => {
    if (figure.name === name && figure.value === value && figure.parts.length > 0) return way;
    for (const [i, part] of figure.parts.entries()) {
      const found = find(part, below(way, i));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(root, '');
}

/** Searching opens whatever leads to a match and leaves out the rest. */
export function explainRows(root: ExplainedFigure, { within, turned, search }: Seen): readonly ExplainRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isFound = (figure: ExplainedFigure): boolean =>
    words.length > 0 && words.every((word) => wordsOf(figure).includes(word));
  const leads = (figure: ExplainedFigure): boolean =>
    figure.parts.some((part) => isFound(part) || leads(part));
  const walk = (figure: ExplainedFigure, way: Way, level: number): readonly ExplainRow[] => {
    const numbered = figure.parts.map((part, i) => ({ part, way: below(way, i) }));
    const shown = words.length === 0 ? numbered : numbered.filter(({ part }) => isFound(part) || leads(part));
    return shown.flatMap(({ part, way: own }, i): readonly ExplainRow[] => {
      const canOpen = part.parts.length > 0;
      const isOpen = canOpen && (turned.get(own) ?? (words.length === 0 ? level <= openLevels : leads(part)));
      const row = { way: own, figure: part, level, position: i + 1, siblings: shown.length };
      return [
        { ...row, canOpen, isOpen, isFound: isFound(part) },
        ...(isOpen ? walk(part, own, level + 1) : []),
      ];
    });
  };
  const top = figureAt(root, within);
  return top === undefined ? [] : walk(top, within, 1);
}

/** All of it as text, to be pasted: a line a figure, parts further in. */
export function explanationText(figure: ExplainedFigure, indent = ''): string {
  const { label, at, value, formula, source, date, parts, seenBefore } = figure;
  const origin = [source, source?.includes(date ?? '') === true ? undefined : date].filter(
    (part) => part !== undefined,
  );
  const line = [
    `${label}${at === '' ? '' : ` at ${at}`}: ${value}`,
    ...(formula === '' ? [] : [`= ${formula}`]),
    ...(origin.length === 0 ? [] : [`(${origin.join(', ')})`]),
    ...(seenBefore ? ['(parts above)'] : []),
  ].join('  ');
  return [`${indent}${line}`, ...parts.map((part) => explanationText(part, `${indent}  `))].join('\n');
}

function wordsOf({ label, name, formula, source, note }: ExplainedFigure): string {
  return [label, name, formula, source, note].join(' ').toLowerCase();
}

function stepsOf(way: Way): readonly number[] {
  return way === '' ? [] : way.split('.').map(Number);
}

function below(way: Way, part: number): Way {
  return way === '' ? `${part}` : `${way}.${part}`;
}
