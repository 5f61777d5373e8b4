// A few things to choose from, opened by a button. Escape closes it, and so does whatever is pressed or reached beside it.

import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly items: readonly { readonly label: string; readonly run: () => void }[];
}

export function Menu({ label, items }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => menu.current?.removeAttribute('open');
  useEffect(() => {
    const beside = ({ target }: Event): void => {
      if (!(target instanceof Node) || menu.current?.contains(target) !== true) close();
    };
    document.addEventListener('pointerdown', beside);
    document.addEventListener('focusin', beside);
    return () => {
      document.removeEventListener('pointerdown', beside);
      document.removeEventListener('focusin', beside);
    };
  }, []);
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        event.stopPropagation();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{label}</summary>
      <div class="menu-items">
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            onClick={() => {
              close();
              item.run();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </details>
  );
}
