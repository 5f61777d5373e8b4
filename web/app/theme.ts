// Light, dark, or what the system says. Colours of charts and page are one list, which reports use too.

import { effect, signal } from '@preact/signals';
import { colours } from '../../src/report/charts/colours.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'outlay.theme';

export const theme = signal<Theme>(remembered());
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(prefersDark.matches);
prefersDark.addEventListener('change', ({ matches }) => {
  systemIsDark.value = matches;
});

function remembered(): Theme {
  try {
    return themes.find((name) => name === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}

export function chooseTheme(next: Theme): void {
  theme.value = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // chosen for this visit only
  }
}

/** The colours as custom properties: a style sheet made by code, which a strict policy allows. */
export function dressPage(): void {
  const shade = (name: 'light' | 'dark'): string =>
    `:root[data-theme="${name}"]{${Object.entries(colours)
      .map(([colour, shades]) => `--${colour}:${shades[name]}`)
      .join(';')}}`;
  const sheet = new CSSStyleSheet();
  // paper is light whatever the screen was
  sheet.replaceSync(
    `${shade('light')}${shade('dark')}@media print{${shade('light').replace('"light"', '"dark"')}}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  effect(() => {
    const dark = theme.value === 'dark' || (theme.value === 'system' && systemIsDark.value);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  });
}
