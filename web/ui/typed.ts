// What somebody types, kept until it counts: an answer that arrives meanwhile draws the view again and must not take it away.

import { useState } from 'preact/hooks';

interface Field {
  readonly currentTarget: HTMLInputElement;
}

/** For an input that shows `shown` and gives what is typed to `take` when it is left or Enter is pressed. */
export function useTyped(shown: string, take: (text: string) => void) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return {
    value: typed ?? shown,
    onInput: ({ currentTarget: { value } }: Field) => setTyped(value),
    onChange: ({ currentTarget: { value } }: Field) => {
      setTyped(undefined);
      take(value);
    },
  };
}
