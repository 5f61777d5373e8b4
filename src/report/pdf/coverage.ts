// Which characters a font has a drawing of: its table `cmap`, in the formats 4 and 12 that fonts of today have.

export type Coverage = (codePoint: number) => boolean;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is no font, or has no such table, has nothing. */
export function coverageOf(font: Uint8Array): Coverage {
  const ranges = rangesOf(new DataView(font.buffer, font.byteOffset, font.byteLength));
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { from, to } = ranges[middle] as Range;
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** Ascending. */
function rangesOf(font: DataView): readonly Range[] {
  try {
    const cmap = tableAt(font, 'cmap');
    if (cmap === undefined) return [];
    const count = font.getUint16(cmap + 2);
    const found = Array.from({ length: count }, (_, i) => cmap + font.getUint32(cmap + 4 + 8 * i + 4));
    const wide = found.find((table) => font.getUint16(table) === 12);
    const narrow = found.find((table) => font.getUint16(table) === 4);
    if (wide !== undefined) return groups(font, wide);
    return narrow === undefined ? [] : segments(font, narrow);
  } catch (error) {
    // a font that ends before its tables do
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function tableAt(font: DataView, name: string): number | undefined {
  const count = font.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(at + k)));
    if (tag === name) return font.getUint32(at + 8);
  }
  return undefined;
}

function groups(font: DataView, table: number): readonly Range[] {
  const count = font.getUint32(table + 12);
  const room = Math.floor((font.byteLength - table - 16) / 12);
  return Array.from({ length: Math.min(count, room) }, (_, i) => {
    const at = table + 16 + 12 * i;
    return { from: font.getUint32(at), to: font.getUint32(at + 4) };
  });
}

/** The last segment is the end of the table, and no character. */
function segments(font: DataView, table: number): readonly Range[] {
  const count = font.getUint16(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + 2 * count];
  const all = Array.from({ length: count }, (_, i) => ({
    from: font.getUint16(starts + 2 * i),
    to: font.getUint16(ends + 2 * i),
  }));
  return all.filter(({ from }) => from !== 0xffff);
}
