// What the exit code says. docs/command-line.md promises these.

export const exitCodes = {
  fine: 0,
  /** The tool failed: a bug of ours, a disk that is full. */
  failed: 1,
  /** The person's input is wrong: a flag, a file, a plan. */
  usage: 2,
  /** The input is fine, and what was found is not. */
  finding: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
