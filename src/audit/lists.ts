// Long lists: a call with a hundred thousand arguments is one too many for the stack.

export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}

/** 0 for none. */
export function largest(numbers: readonly number[]): number {
  let most = numbers[0] ?? 0;
  for (const n of numbers) if (n > most) most = n;
  return most;
}

export function smallest(numbers: readonly number[]): number {
  return -largest(numbers.map((n) => -n));
}

/** Into the list under the key. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
