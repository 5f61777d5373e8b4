// What a request cannot have, and why. Thrown where it is known and answered in one place (http/app.ts).

import type { ProblemAnswer, ProblemCode } from './contract.ts';

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly help: string;

  constructor(code: ProblemCode, message: string, help = '') {
    super(message);
    this.code = code;
    this.help = help;
  }

  get answer(): ProblemAnswer {
    return { error: { code: this.code, message: this.message, help: this.help } };
  }
}
