// Pictures as data: what is drawn, in which unit, and what it says in words. Nothing here knows how it is drawn.

/** What an axis measures: `total` in `EUR/month`. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
}

interface Drawn {
  /** Stands under the picture. */
  readonly title: string;
  /** What the picture shows, for whoever cannot see it. */
  readonly alt: string;
}

/** Figures along a driver or along time. */
export interface LineChart extends Drawn {
  readonly kind: 'lines';
  readonly x: Measure;
  readonly y: Measure;
  readonly lines: readonly Line[];
  /** x counts days since 1970-01-01, and the axis shows dates. */
  readonly dated?: true;
  /** Values of x that are worth a mark: today's, a crossing. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
}

export interface Line {
  readonly name: string;
  /** In the order of x; two with the same x are a step. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** One dot for each option in each case: cases have names and no distance from one another. */
export interface DotChart extends Drawn {
  readonly kind: 'dots';
  readonly cases: Measure;
  readonly y: Measure;
  /** A value that is unknown has no dot. */
  readonly rows: readonly {
    readonly case: string;
    readonly option: string;
    readonly value: number;
    /** It breaks a limit. */
    readonly out: boolean;
  }[];
}

/** Bars of parts that add up. */
export interface StackChart extends Drawn {
  readonly kind: 'stack';
  readonly value: Measure;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly value: number }[];
  /** The sum as the tables print it. */
  readonly text: string;
}

/** Bars from one value to another: a tornado around a figure, a waterfall down to one. */
export interface SpanChart extends Drawn {
  readonly kind: 'spans';
  readonly value: Measure;
  readonly rows: readonly SpanRow[];
  /** The figure around which all else moves. */
  readonly around: { readonly value: number; readonly label: string } | undefined;
}

export interface SpanRow {
  readonly name: string;
  readonly bars: readonly {
    readonly from: number;
    readonly to: number;
    readonly role: SpanRole;
    readonly text: string;
  }[];
}

/** `whole` stands on zero; the others are what the role says. */
export type SpanRole = 'whole' | 'saves' | 'adds' | 'input low' | 'input high';

/** How much of what is allowed is used. */
export interface LadderChart extends Drawn {
  readonly kind: 'ladder';
  readonly rows: readonly {
    readonly name: string;
    /** Shares; 1 is all of it. */
    readonly low: number;
    readonly high: number;
    readonly state: 'holds' | 'partly' | 'broken';
    readonly text: string;
  }[];
}

/** Parts that add up, along a driver or along time. */
export interface AreaChart extends Drawn {
  readonly kind: 'areas';
  readonly x: Measure;
  readonly y: Measure;
  /** From the bottom up; all of them at the same values of x, of which two that are equal are a step. */
  readonly areas: readonly Line[];
  readonly marks: LineChart['marks'];
}

/** How often a figure falls where. */
export interface HistogramChart extends Drawn {
  readonly kind: 'histogram';
  readonly x: Measure;
  readonly low: number;
  readonly high: number;
  /** Of ranges of equal width from `low` to `high`: what share falls into each. */
  readonly shares: readonly number[];
  /** Quantiles, and bounds that somebody has set. */
  readonly marks: readonly { readonly x: number; readonly label: string; readonly bound: boolean }[];
}

/** Where figures of several cases lie that are drawn again and again. */
export interface SpreadChart extends Drawn {
  readonly kind: 'spread';
  readonly value: Measure;
  readonly rows: readonly {
    readonly name: string;
    /** 5 and 95 %, and within them 10 and 90 %. */
    readonly wide: readonly [number, number];
    readonly narrow: readonly [number, number];
    readonly median: number;
    readonly text: string;
  }[];
}

/** A figure that widens along time: its middle, and between what it most likely lies. */
export interface FanChart extends Drawn {
  readonly kind: 'fan';
  readonly x: Measure;
  readonly y: Measure;
  /** `middle` and `between` as the legend calls them: `median`, `10% to 90%`. */
  readonly middle: string;
  readonly between: string;
  readonly points: readonly {
    readonly x: number;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
  }[];
}

export type Chart =
  | LineChart
  | DotChart
  | StackChart
  | SpanChart
  | LadderChart
  | AreaChart
  | HistogramChart
  | SpreadChart
  | FanChart;
