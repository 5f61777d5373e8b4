// What flows through an audit, one type a border: text -> Document -> Figures -> Claims -> Findings. All of it is immutable
// data; every place is an offset into the text as it was given, so that a finding can be shown where the person wrote it.

import type { Source } from '../diagnostics/source.ts';
import type { Interval } from '../quantity/interval.ts';
import type { Unit } from '../quantity/unit.ts';

/** A stretch of readable text with its markup taken out. */
export interface Passage {
  readonly text: string;
  /** The document's offset of its beginning. */
  readonly at: number;
  /**
   * Where it does not go on in the document as it does here, as something was taken out: pairs, ascending, of an offset in the text
   * and the document's. Most passages have none.
   */
  readonly jumps: readonly number[] | undefined;
}

export interface Heading {
  readonly level: number;
  readonly passage: Passage;
  /** The heading that this one stands under. */
  readonly above: Heading | undefined;
}

interface Placed {
  /** The nearest heading before it. */
  readonly under: Heading | undefined;
}

/** A heading's own text, a paragraph, or an item of a list; `depth` is 0 outside of lists. */
export interface TextBlock extends Placed {
  readonly kind: 'heading' | 'text' | 'item';
  readonly depth: number;
  readonly passage: Passage;
  /** What a person would read as lines of their own: a ledger in a paragraph. More than one only where breaks were kept. */
  readonly lines: readonly Passage[];
}

/** Lines whose blanks count: code, a ledger, a configuration file. */
export interface CodeBlock extends Placed {
  readonly kind: 'code';
  readonly lines: readonly Passage[];
  /** How far in each line begins. */
  readonly indents: readonly number[];
}

export interface TableBlock extends Placed {
  readonly kind: 'table';
  /** How many of the rows are column headings. */
  readonly headerRows: number;
  readonly rows: readonly (readonly Passage[])[];
}

export type Block = TextBlock | CodeBlock | TableBlock;

/** Something that was done to the text before it was read, and is said. */
export interface Repair {
  readonly kind: 'encoding' | 'line-breaks';
  readonly message: string;
}

/** What a document leaves open in a single figure and uses throughout. */
export interface Notation {
  /** The decimal mark, where a number does not say: `1.234`. */
  readonly decimal: '.' | ',';
  /** Whether a plain blank stands between groups of digits: `1 234 €`. */
  readonly blanks: boolean;
  /** Whether `¥` is the Chinese yuan, as in a text with Chinese and without Japanese letters. */
  readonly yuan: boolean;
  /** What a `$` alone means: the one currency of that sign that the document names; '' where each passage says its own. */
  readonly dollar: string;
}

export interface Document {
  /** As it was given. */
  readonly source: Source;
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  readonly notation: Notation;
  /** An offset in the text that the passages point into, as an offset in `source`. */
  readonly toSource: (offset: number) => number;
}

export interface Spreads {
  readonly low: Interval;
  readonly high: Interval;
}

/** A number in a passage, with what it stands for. A range has two ends; otherwise `low` and `high` are equal. */
export interface Figure {
  readonly passage: Passage;
  /** In `passage.text`: the whole, with sign, currency and unit. */
  readonly start: number;
  readonly end: number;
  /** What is printed, in `unit`. */
  readonly low: number;
  readonly high: number;
  /** What the printed digits of each end can stand for, where it is not half a step either way: `spreadOf` gives it for all. */
  readonly spreads: Spreads | undefined;
  /** The decimal mark of its document. */
  readonly decimal: '.' | ',';
  /** The smallest step between two such numbers as printed: 0.01 for `4.50`, 1e5 for `1.5M`. */
  readonly step: number;
  /** As written: `~`, about, ca. */
  readonly about: boolean;
  /** `30+`, at least, up to, under: a bound and no value. */
  readonly bound: 'none' | 'least' | 'most';
  /** Whole, without scale word or decimals: a count, or money without cents. */
  readonly whole: boolean;
  readonly unit: Unit;
  /** The number that the price is for: 1000 for `$0.10/1,000 emails`. */
  readonly perCount: number;
  /** The lower-case noun behind a number that is no unit Outlay knows. */
  readonly noun: string;
  /** `5x`, `60×`: how many times. */
  readonly times: boolean;
  /** Something that looks like a number and is a name: a year, a part of a date, a version, `8-core`. */
  readonly name: boolean;
}

/** The shapes of claims that are read, each with what it means. */
export const claimKinds = {
  equation: 'a calculation in the text does not come out',
  row: 'a row of a table does not multiply',
  total: 'the rows of a table or list do not add up to their total',
  average: 'an average is not that of its rows',
  period: 'an amount for one period does not fit that for another',
  share: 'a share is not that of the part in its whole',
  saving: 'a saving or change is not what the two amounts give',
  difference: 'a difference is not that of its columns',
  conversion: 'an amount in two currencies does not fit the exchange rate of the document',
  'unit-conversion': 'an amount does not fit the same one in another unit',
  'per-unit': 'an amount for one is not the whole divided by the count',
  ratio: 'a ratio is not that of the two amounts',
  capacity: 'a count is not what demand and capacity give',
  superlative: 'what is called cheapest or largest is not',
  budget: 'a total is above the budget that it is said to keep',
  repeated: 'the same quantity has another value elsewhere',
} as const;

export type ClaimKind = keyof typeof claimKinds;

export type Severity = 'low' | 'medium' | 'high' | 'critical';

/** A claim that was recomputed. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The figure that is claimed. */
  readonly stated: Figure;
  readonly operands: readonly Figure[];
  readonly verdict: 'right' | 'wrong';
  /** What the document's own figures give; both ends equal for one value. In the unit of `stated`. */
  readonly recomputed: Interval;
  /** How the recomputed value came about, in the document's figures: `0.50 × 1,000`. */
  readonly working: string;
  /** Why, in one sentence without a full stop; empty for a claim that holds. */
  readonly message: string;
  /** 0 to 1: how sure it is that the document means this claim, and so that it is wrong. */
  readonly confidence: number;
  /** What had to be assumed for it to hold: `720 hours in a month`. */
  readonly convention?: string;
  /** Whether a conclusion of the document (a winner, a sign, a limit kept) changes with it. */
  readonly flips?: boolean;
}

/** A stretch of the source, lines and columns from 1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly text: string;
}

export interface Related {
  readonly place: Place;
  readonly message: string;
  /** It was computed from the wrong figure; otherwise, the figure was recomputed from it. */
  readonly builds: boolean;
}

export interface Finding {
  readonly kind: ClaimKind;
  readonly severity: Severity;
  readonly confidence: number;
  readonly place: Place;
  readonly stated: string;
  readonly recomputed: string;
  /** Both as numbers, in `unit`, which is empty for a plain number. */
  readonly statedInterval: Interval;
  readonly recomputedInterval: Interval;
  readonly unit: string;
  readonly working: string;
  readonly message: string;
  readonly related: readonly Related[];
  /** Written in the document: why this finding is to be left alone. */
  readonly silenced?: string;
}

export interface Coverage {
  readonly figures: number;
  readonly checked: number;
  readonly right: number;
  readonly wrong: number;
}

/** How a figure can come out; of what several claims say of it, the one further behind holds. */
export const figureStates = ['unchecked', 'right', 'wrong'] as const;

export type FigureState = (typeof figureStates)[number];

export interface Audit {
  readonly source: Source;
  readonly document: Document;
  readonly findings: readonly Finding[];
  readonly silenced: readonly Finding[];
  /** Below the confidence that was asked for. */
  readonly doubtful: readonly Finding[];
  readonly repairs: readonly Repair[];
  /** What was inferred from the document and held against it: hours in a month, an exchange rate. */
  readonly conventions: readonly string[];
  readonly coverage: Coverage;
  /** Names among them: a year, a version. */
  readonly figures: readonly Figure[];
  /** For each of `figures` its place in `figureStates`: a long document has very many. */
  readonly states: Uint8Array;
}

/** Findings that are at least this likely are shown where nobody asks for more. */
export const usualConfidence = 0.7;
