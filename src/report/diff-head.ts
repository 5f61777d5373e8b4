// How the two sides of a difference are called.

/** One side: a file, perhaps at a revision, with other prices, or with settings on top. */
export interface SideHead {
  readonly file: string;
  readonly title: string;
  /** The day whose prices hold. */
  readonly asOf: string | undefined;
  readonly currency: string;
  readonly revision: { readonly name: string; readonly commit: string } | undefined;
  /** Where another day than the plan's own was asked for. */
  readonly day: string | undefined;
  readonly set: readonly string[];
}

export interface DiffHead {
  readonly before: SideHead;
  readonly after: SideHead;
}

/** `plan.yaml at main, prices of 2026-01-01, with users=2000`; the file only once where both sides are the same one. */
export function sideText(side: SideHead, other: SideHead, isFirst: boolean): string {
  const at = side.revision === undefined ? '' : ` at ${side.revision.name}`;
  const same = !isFirst && side.file === other.file;
  const onDisk = same && side.revision === undefined && other.revision !== undefined;
  const file = same
    ? at !== ''
      ? at.trimStart()
      : onDisk
        ? 'on the disk'
        : 'the same'
    : `${side.file}${at}`;
  const prices = side.day === undefined || side.day === other.day ? [] : [`prices of ${side.day}`];
  const set = side.set.length === 0 ? [] : [`with ${side.set.join(', ')}`];
  const rest = [...prices, ...set];
  return same && file === 'the same' && rest.length > 0 ? rest.join(', ') : [file, ...rest].join(', ');
}

/** `plan.yaml at main -> on the disk`. */
export function sidesText({ before, after }: DiffHead): string {
  return `${sideText(before, after, true)} → ${sideText(after, before, false)}`;
}
