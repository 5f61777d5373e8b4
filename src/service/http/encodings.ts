// Which encoding of an answer a browser takes.

/** Those that the browser accepts among those that are there, the first offered first; undefined for none. */
export function acceptedEncoding<E extends string>(
  header: string | undefined,
  offered: readonly E[],
): E | undefined {
  const accepted = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const weight = parameters.find((word) => word.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  return offered.find((name) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0);
}
