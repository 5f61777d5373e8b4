// What the page and the engine tell each other of a plan. Everything is plain data: it passes between threads by copy.

/** A plan as it stands in the editor, and what lies beside it. */
export interface GivenPlan {
  /** Relative to the folder that is served, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Texts of files beside the plan, by their path relative to its folder; `null` for one that is not there. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** Which case is looked at, and what is tried out on top of the plan. */
export interface AskedCase {
  /** Axis -> point. */
  readonly at: Readonly<Record<string, string>>;
  /** What is laid over every option, as a person writes it: `users` -> `600`. */
  readonly set: Readonly<Record<string, string>>;
  /** Another currency than the plan's. */
  readonly currency: string | undefined;
}

/** An error or a warning, with offsets into the plan's text. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help: string;
  /** Empty where the problem is in another text: a vendor's file, a what-if. */
  readonly marks: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** With carets, as the command line prints it. */
  readonly rendered: string;
}

export interface AxisOutline {
  readonly name: string;
  readonly label: string;
  readonly kind: 'options' | 'sweep' | 'lever' | 'time';
  readonly held: boolean;
  /** The name of the point that counts where nobody says. */
  readonly base: string;
  readonly points: readonly {
    readonly name: string;
    readonly label: string;
    readonly note: string | undefined;
  }[];
}

/** What the page must know of a plan to offer anything at all. */
export interface NamedOutline {
  readonly name: string;
  readonly label: string;
  /** A number, and no condition or point of an axis. */
  readonly isFigure: boolean;
}

export interface Outline {
  readonly title: string;
  readonly about: string | undefined;
  readonly asOf: string | undefined;
  readonly currency: string;
  /** Those that the plan's exchange rates reach, its own first. */
  readonly currencies: readonly string[];
  readonly axes: readonly AxisOutline[];
  readonly inputs: readonly NamedOutline[];
  readonly items: readonly { readonly name: string; readonly label: string; readonly group: string }[];
  readonly formulas: readonly NamedOutline[];
  readonly limits: readonly { readonly name: string; readonly label: string }[];
  readonly has: {
    readonly choice: boolean;
    readonly time: boolean;
    readonly levers: boolean;
    readonly revenue: boolean;
    readonly uncertain: boolean;
    readonly limits: boolean;
  };
}

export interface Opened {
  /** Counts the texts that could be read; answers are of the last of them. */
  readonly revision: number;
  /** False where this text cannot be read: answers are then of the one before. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** Of the last text that could be read; undefined where there was none. */
  readonly outline: Outline | undefined;
  /** Files that the plan asks for and nobody has given yet: open it again with them. */
  readonly wanted: readonly string[];
}
