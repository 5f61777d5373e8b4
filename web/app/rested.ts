// A value once it has rested: what is slow to answer is asked when a slider stands still.

import { useEffect, useState } from 'preact/hooks';

const rest = 250;

export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(() => value), rest);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
}
