// Everything that can be done, found by a few letters.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Command, commands, keysText } from '../app/commands.ts';
import { isPaletteOpen } from '../app/palette.ts';
import { Dialog } from './dialog.tsx';

const mostShown = 60;

export function Palette() {
  return isPaletteOpen.value ? <OpenPalette /> : null;
}

const close = (): void => {
  isPaletteOpen.value = false;
};

function OpenPalette() {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => matching(commands.value, words).slice(0, mostShown), [commands.value, words]);
  const field = useRef<HTMLInputElement>(null);
  // once the dialog is open, and knows where the focus is to return to
  useEffect(() => field.current?.focus(), []);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((i) => (found.length === 0 ? 0 : (i + step + found.length) % found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
    }
  };
  return (
    <Dialog title="Command palette" shape="top" untitled onClose={close}>
      <input
        class="palette-words"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found.length === 0 ? undefined : `palette-${at}`}
        aria-label="What to do"
        placeholder="View, input, point, action…"
        autocomplete="off"
        spellcheck={false}
        ref={field}
        value={words}
        onInput={({ currentTarget: { value } }) => {
          setWords(value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label="Commands">
        {found.map((command, i) => (
          <li
            key={command.id}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === at}
            ref={(item) => {
              if (i === at) item?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseMove={() => setAt(i)}
            onClick={() => run(command)}
          >
            <span>{command.words}</span>
            {command.keys !== undefined && <kbd>{keysText(command.keys)}</kbd>}
          </li>
        ))}
        {found.length === 0 && <li class="muted">Nothing is called so.</li>}
      </ul>
    </Dialog>
  );
}

/** Every word must occur; those that begin with the words come first. */
function matching(all: readonly Command[], words: string): readonly Command[] {
  const parts = words
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return all;
  return all
    .map((command) => ({ command, text: `${command.words} ${command.also ?? ''}`.toLowerCase() }))
    .filter(({ text }) => parts.every((part) => text.includes(part)))
    .map(({ command, text }) => ({
      command,
      rank: parts.reduce(
        (sum, part) => sum + (text.startsWith(part) || text.includes(` ${part}`) ? 0 : 1),
        0,
      ),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}
