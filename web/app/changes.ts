// What happens on the disk, heard by every tab through one stream. A browser opens six connections to one server and no more, and each
// stream is one of them: so one tab keeps it and tells the others; when that one goes, another takes its place.

import { server } from './server.ts';

export type Heard =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'connected'; readonly yes: boolean }
  /** For a while nobody listened: anything may have changed. */
  | { readonly kind: 'again' };

const name = 'outlay.changes';

export function listen(hear: (heard: Heard) => void): void {
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data));
  const tell = (heard: Heard): void => {
    hear(heard);
    others.postMessage(heard);
  };
  // the lock is held for as long as the tab is there
  const keep = (isLate: boolean): Promise<never> => {
    let mayHaveMissed = isLate;
    server.watch(
      (path) => tell({ kind: 'file', path }),
      (yes) => {
        tell({ kind: 'connected', yes });
        if (yes && mayHaveMissed) tell({ kind: 'again' });
        mayHaveMissed = true;
      },
    );
    return new Promise(() => undefined);
  };
  void navigator.locks
    .request(name, { ifAvailable: true }, (lock) => (lock === null ? undefined : keep(false)))
    .then(() => navigator.locks.request(name, () => keep(true)));
}
