// What can be done wherever one is.

import type { Command } from '../app/commands.ts';
import * as document from '../app/document.ts';
import { explain } from '../app/explained.ts';
import { go, goToView, here } from '../app/location.ts';
import { isPaletteOpen } from '../app/palette.ts';
import { outline } from '../app/plan.ts';
import { isStandalone } from '../app/standalone.ts';
import { chooseTheme, themes } from '../app/theme.ts';
import { save, workspace } from '../app/workspace.ts';
import { views } from '../views/index.ts';

export function shellCommands(): readonly Command[] {
  const isOpen = document.path.value !== undefined;
  return [
    {
      id: 'palette',
      words: 'Command palette',
      keys: 'Mod+K',
      run: () => {
        isPaletteOpen.value = true;
      },
    },
    ...(isOpen ? planCommands() : []),
    ...(workspace.value?.plans ?? []).map(({ path, title }) => ({
      id: `open ${path}`,
      words: `Open ${title}`,
      also: path,
      run: () => go({ view: 'overview', plan: path, at: {}, set: {}, own: {}, currency: undefined }),
    })),
    ...themes.map((name) => ({
      id: `theme ${name}`,
      words: `Colours: ${name}`,
      run: () => chooseTheme(name),
    })),
    ...(isStandalone
      ? []
      : [
          {
            id: 'start',
            words: 'All plans',
            keys: 'G H',
            run: () => go({ view: 'start', plan: undefined, at: {}, set: {}, own: {} }),
          },
        ]),
  ];
}

function planCommands(): readonly Command[] {
  const plan = outline.value;
  return [
    ...(isStandalone ? [] : [{ id: 'save', words: 'Save', keys: 'Mod+S', run: () => void save() }]),
    { id: 'undo', words: 'Undo', keys: 'Mod+Z', run: document.undo },
    { id: 'redo', words: 'Redo', keys: 'Mod+Shift+Z', run: document.redo },
    ...views.map(({ name, title, about, key }) => ({
      id: `view ${name}`,
      words: `Go to ${title}`,
      also: about,
      keys: `G ${key}`,
      run: () => goToView(name),
    })),
    ...(plan?.axes ?? [])
      .filter(({ kind }) => kind !== 'time')
      .flatMap((axis) =>
        axis.points.map((point) => ({
          id: `at ${axis.name}=${point.name}`,
          words: `Look at ${axis.label}: ${point.label}`,
          also: `${axis.name}=${point.name}`,
          run: () => go({ at: { ...here.peek().at, [axis.name]: point.name } }),
        })),
      ),
    ...[...(plan?.formulas ?? []), ...(plan?.inputs ?? [])].map(({ name, label }) => ({
      id: `explain ${name}`,
      words: `Explain ${label}`,
      also: name,
      run: () => explain({ formula: name, at: {} }),
    })),
  ];
}
