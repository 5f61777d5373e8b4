// Which drivers are listed, and in which order.

import type { Driver } from '../../engine/answers/drivers.ts';
import type { Effect } from '../../engine/answers/effects.ts';

export interface DriverGroup {
  /** undefined for those that stand under no heading. */
  readonly title: string | undefined;
  readonly drivers: readonly Driver[];
}

/** Every word somewhere in what is said of it. */
export function found(drivers: readonly Driver[], words: string): readonly Driver[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return drivers.filter(({ name, label, source, note, section, confidence }) => {
    const said = [name, label, source, note, section, confidence].join('\n').toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

/** As the plan has them, under its own headings. */
export function asWritten(drivers: readonly Driver[]): readonly DriverGroup[] {
  const groups: { readonly title: string | undefined; readonly drivers: Driver[] }[] = [];
  for (const driver of drivers) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === driver.section) last.drivers.push(driver);
    else groups.push({ title: driver.section, drivers: [driver] });
  }
  return groups;
}

/** What moves the figure most comes first; what does not move it is left out. */
export function byEffect(drivers: readonly Driver[], effects: readonly Effect[]): readonly DriverGroup[] {
  const byName = new Map(drivers.map((driver) => [driver.name, driver]));
  const moving = effects.flatMap(({ name }) => byName.get(name) ?? []);
  return moving.length === 0 ? [] : [{ title: undefined, drivers: moving }];
}
