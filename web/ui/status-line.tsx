// At the right of the top: undo, save, the palette, the colours; how long the last answer took.

import { computeTime } from '../app/answer.ts';
import { keysText } from '../app/commands.ts';
import * as document_ from '../app/document.ts';
import { engineFault } from '../app/engine.ts';
import { exampleId } from '../app/examples.ts';
import { isPaletteOpen } from '../app/palette.ts';
import { isStandalone } from '../app/standalone.ts';
import { chooseTheme, theme, themes } from '../app/theme.ts';
import { isConnected, isSaving, isWritable, keepsDrafts, save } from '../app/workspace.ts';
import { ExportMenu } from './export-menu.tsx';

export function StatusLine() {
  const isOpen = document_.path.value !== undefined;
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'system';
  return (
    <div class="status-line">
      {isOpen && (
        <>
          <span
            class="muted computed"
            title="how long the engine took for the last answer"
            data-testid="compute-time"
          >
            {computeTime.value > 0
              ? `${computeTime.value < 10 ? computeTime.value.toFixed(1) : Math.round(computeTime.value)} ms`
              : ''}
          </span>
          <button
            type="button"
            class="quiet"
            disabled={document_.canUndo.value === undefined}
            onClick={document_.undo}
            title={`Undo ${document_.canUndo.value ?? ''} (${keysText('Mod+Z')})`}
            aria-label="Undo"
          >
            ↶
          </button>
          <button
            type="button"
            class="quiet"
            disabled={document_.canRedo.value === undefined}
            onClick={document_.redo}
            title={`Redo ${document_.canRedo.value ?? ''} (${keysText('Mod+Shift+Z')})`}
            aria-label="Redo"
          >
            ↷
          </button>
          <ExportMenu />
          {!isStandalone && exampleId(document_.path.value) === undefined && (
            <button
              type="button"
              class="save"
              disabled={!document_.isDirty.value || isSaving.value || !isWritable.value}
              onClick={() => void save()}
              title={`Save (${keysText('Mod+S')})`}
            >
              {isSaving.value ? 'Saving…' : document_.isDirty.value ? 'Save' : 'Saved'}
            </button>
          )}
        </>
      )}
      {!isConnected.value && <span class="tag broken">no server</span>}
      {!keepsDrafts.value && <span class="tag partly">no drafts kept</span>}
      {engineFault.value !== undefined && (
        <span class="tag broken" title={engineFault.value}>
          the engine had a fault
        </span>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          isPaletteOpen.value = true;
        }}
        title={`Everything (${keysText('Mod+K')})`}
        aria-label="Command palette"
      >
        ⌘
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => chooseTheme(next)}
        title={`Colours: ${theme.value}`}
        aria-label={`Colours: ${theme.value}; switch to ${next}`}
      >
        {theme.value === 'dark' ? '☾' : theme.value === 'light' ? '☀' : '◐'}
      </button>
    </div>
  );
}
