// A dialog above the page: the browser's own, which keeps the focus inside and closes on Escape.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** `drawer` stands at the right edge, as high as the page. */
  readonly shape?: 'centre' | 'drawer' | 'top';
  readonly children: ComponentChildren;
  /** The title is for whoever cannot see it. */
  readonly untitled?: boolean;
}

export function Dialog({ title, onClose, shape = 'centre', untitled = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isGone = useRef(false);
  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      // taken away, it still says that it closes, when another may be open already
      isGone.current = true;
      dialog.current?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${shape}`}
      aria-labelledby={id}
      onClose={() => {
        if (!isGone.current) onClose();
      }}
      onMouseDown={(event) => {
        // outside of what it shows is the dialog itself
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="inside">
        <header class={untitled ? 'unseen' : undefined}>
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet" onClick={onClose} aria-label="Close">
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
