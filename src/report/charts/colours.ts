// The colours of charts and pages, by what they are for, each for paper and for a dark screen. Lines differ in their dashes
// too, and parts of a bar run from dark to light (the scale is viridis), so that a grey print still tells them apart.

export type PartName = `part${1 | 2 | 3 | 4 | 5 | 6 | 7}`;

interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** No two light ones are alike: a page finds its charts' colours by them. */
export const colours = {
  ink: { light: '#1f2328', dark: '#e6e9ed' },
  muted: { light: '#57606a', dark: '#a3adb8' },
  grid: { light: '#d8dee5', dark: '#363e48' },
  paper: { light: '#ffffff', dark: '#14181d' },
  line1: { light: '#2f2a85', dark: '#a7a2f5' },
  line2: { light: '#b3471d', dark: '#f0935f' },
  line3: { light: '#0e7c74', dark: '#4fc7bc' },
  line4: { light: '#8d2f6b', dark: '#e58fc4' },
  line5: { light: '#4d6b12', dark: '#b2cf6b' },
  line6: { light: '#6b6f76', dark: '#b9c0c8' },
  part1: { light: '#440154', dark: '#5a4fa0' },
  part2: { light: '#443983', dark: '#4776b4' },
  part3: { light: '#31688e', dark: '#2f95ad' },
  part4: { light: '#21918c', dark: '#2fb39a' },
  part5: { light: '#35b779', dark: '#58cb7c' },
  part6: { light: '#90d743', dark: '#a2dc50' },
  part7: { light: '#fde725', dark: '#fbe93f' },
  whole: { light: '#404a56', dark: '#9aa6b3' },
  saves: { light: '#1b8a6b', dark: '#3fc79e' },
  adds: { light: '#c8571b', dark: '#f28a4b' },
  low: { light: '#8fb8de', dark: '#8ab7e2' },
  high: { light: '#24588f', dark: '#4a86c6' },
  broken: { light: '#a11d2b', dark: '#f0717c' },
  partly: { light: '#d9930d', dark: '#e8b04a' },
} as const satisfies Readonly<Record<string, Colour>>;

export const lineColours: readonly string[] = [1, 2, 3, 4, 5, 6].map((n) => colours[`line${n as 1}`].light);

/** The dashes that go with them: the first line is whole. */
export const lineDashes: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [12, 4],
];

export const mostParts = 7;

/** As far apart on the scale as so many can be. */
export function partNames(count: number): readonly PartName[] {
  const last = mostParts - 1;
  return Array.from({ length: count }, (_, i): PartName => {
    const step = count < 2 ? 2 : count < 4 ? 1 + Math.round((i * 4) / (count - 1)) : (i * last) / (count - 1);
    return `part${(Math.round(step) + 1) as 1}`;
  });
}

export function partColours(count: number): readonly string[] {
  return partNames(count).map((name) => colours[name].light);
}
