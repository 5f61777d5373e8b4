// Why there is no answer, and a way out, where a view would show one.

import { sentence } from '../../src/report/words.ts';
import { Words } from './rich.tsx';

interface Props {
  readonly problem: { readonly message: string; readonly help: string } | undefined;
}

export function Problem({ problem }: Props) {
  if (problem === undefined) return null;
  return (
    <p class="problem" role="alert">
      <Words text={problemText(problem)} />
    </p>
  );
}

export function problemText({ message, help }: { readonly message: string; readonly help: string }): string {
  const parts = [message, help].filter((part) => part !== '');
  return parts.map((part) => sentence(part.charAt(0).toUpperCase() + part.slice(1))).join(' ');
}
