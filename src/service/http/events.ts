// Server-sent events: what happens on the disk, told to every page that listens.

import type { FileChange } from '../contract.ts';
import { Problem } from '../problem.ts';

const mostListeners = 64;
/** Shorter than any wait for an idle connection. */
const heartbeat = 15_000;
/** A page that reads nothing for so many messages is asleep, and asks again when it wakes. */
const mostUnread = 1_000;

type Listener = ReadableStreamDefaultController<Uint8Array>;

export class Events {
  readonly #listeners = new Set<Listener>();
  readonly #timer = setInterval(() => this.#send(': \n\n'), heartbeat).unref();

  /** The body of an answer; ends with the listener or with `close`. */
  listen(): ReadableStream<Uint8Array> {
    if (this.#listeners.size >= mostListeners) {
      throw new Problem('busy', 'too many pages are open', 'Close some of them.');
    }
    let own: Listener | undefined;
    return new ReadableStream({
      start: (listener) => {
        own = listener;
        this.#listeners.add(listener);
        listener.enqueue(encoded('retry: 1000\n\n'));
      },
      cancel: () => {
        if (own !== undefined) this.#listeners.delete(own);
      },
    });
  }

  tell(change: FileChange): void {
    this.#send(`event: file\ndata: ${JSON.stringify(change)}\n\n`);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#send('event: end\ndata: {}\n\n');
    for (const listener of this.#listeners) listener.close();
    this.#listeners.clear();
  }

  #send(text: string): void {
    for (const listener of this.#listeners) {
      if ((listener.desiredSize ?? 0) > -mostUnread) listener.enqueue(encoded(text));
      else {
        this.#listeners.delete(listener);
        listener.close();
      }
    }
  }
}

const encoder = new TextEncoder();
function encoded(text: string): Uint8Array {
  return encoder.encode(text);
}
