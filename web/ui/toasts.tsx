// Short messages that pass.

import { dismiss, told } from '../app/telling.ts';

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {told.value.map(({ id, words, ways }) => (
        <div key={id} class="toast">
          <span>{words}</span>
          {ways.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              onClick={() => {
                run();
                dismiss(id);
              }}
            >
              {label}
            </button>
          ))}
          <button type="button" class="quiet" aria-label="Dismiss" onClick={() => dismiss(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
