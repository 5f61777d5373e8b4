// A product of the catalog, found by words as they are typed, or a price of one's own.

import { useState } from 'preact/hooks';
import { useInquiry } from '../../app/answer.ts';
import { isoDay } from '../prices/days.ts';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly wrong: boolean;
  /** The element that says what is expected or wrong. */
  readonly says: string;
  readonly onChange: (value: string) => void;
}

const mostShown = 40;

export function ProductField({ id, value, wrong, says, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const today = isoDay(new Date());
  const isPrice = /^\s*[\d.€$£]/.test(value);
  const params = { words: value.replaceAll('/', ' '), vendor: undefined, kind: undefined, region: undefined };
  const { data } = useInquiry('search', open && !isPrice ? { ...params, asOf: today, today } : undefined);
  const found = open && !isPrice ? (data?.offers ?? []).slice(0, mostShown) : [];
  const chosen = Math.min(at, found.length - 1);
  const take = (path: string): void => {
    onChange(path);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setOpen(true);
      if (found.length > 0) setAt((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter' && found[chosen] !== undefined && found[chosen].path !== value) {
      event.preventDefault();
      take(found[chosen].path);
    } else if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div class="product-field">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="vps 8, postgres, email…"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={found.length > 0 ? `${id}-found-${chosen}` : undefined}
        aria-describedby={says}
        aria-invalid={wrong && !open}
        value={value}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={({ currentTarget }) => {
          onChange(currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-found`} role="listbox" aria-label="Products found" hidden={found.length === 0}>
        {found.map((offer, i) => (
          <li
            key={offer.path}
            id={`${id}-found-${i}`}
            role="option"
            aria-selected={i === chosen}
            ref={(item) => {
              if (i === chosen) item?.scrollIntoView({ block: 'nearest' });
            }}
            // before the field loses the focus
            onMouseDown={(event) => {
              event.preventDefault();
              take(offer.path);
            }}
          >
            <span>
              {offer.name} <span class="muted">{offer.path}</span>
            </span>
            <span class="muted">{offer.price}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
