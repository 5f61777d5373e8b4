// Opens an address in the person's browser. Where that does not work nothing happens: the address is printed anyway.

import { spawn } from 'node:child_process';
import type { Io } from './io.ts';

export function openBrowser(address: string, io: Io): void {
  const command = commandFor(address, io);
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

/** undefined where there is no screen: `xdg-open` would start a browser of text on a terminal that is ours. */
function commandFor(address: string, { env }: Io): readonly [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined ? undefined : ['xdg-open', address];
}
