// The flags that several commands share, said once.

import { type Command, Option } from 'commander';

interface Shared {
  readonly formats: string;
  /** The default of `--fail-on`; undefined where the command finds nothing. */
  readonly failOn?: string;
  /** There is a plan whose inputs and axes can be set. */
  readonly plan?: boolean;
  readonly asOf?: boolean;
  readonly currency?: boolean;
  /** What `--top` limits. */
  readonly top?: string;
}

export function shared(command: Command, wanted: Shared): Command {
  const add = (flags: string, about: string): Option => {
    const option = new Option(flags, about);
    command.addOption(option);
    return option;
  };
  add('-f, --format <FORMAT>', `how the answer is written: ${wanted.formats}`);
  add('-o, --output <FILE>', 'write to a file instead of standard output');
  if (wanted.plan === true) {
    add(
      '-s, --set <NAME=VALUE>',
      'another value for an input, a formula or an item field; repeatable',
    ).argParser(collect);
    add('-a, --at <AXIS=POINT>', 'pin an axis to one of its points; repeatable, or a list').argParser(
      collect,
    );
  }
  if (wanted.asOf === true) add('--as-of <DATE>', 'the day whose prices hold, in place of that of the plan');
  if (wanted.currency === true) {
    add('--currency <ISO>', 'show money in another currency, by the exchange rates of the plan');
  }
  if (wanted.top !== undefined) add('--top <N>', wanted.top);
  if (wanted.failOn !== undefined) {
    const usual = wanted.failOn;
    const kinds = usual === 'audit' ? 'audit or none' : 'expect, limit, budget, stale or none';
    add('--fail-on <KINDS>', `exit with 3 on ${kinds} (default: ${usual})`);
  }
  add('--no-color', 'plain text even on a terminal');
  return command;
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
