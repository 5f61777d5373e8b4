// Whether this page is a file that somebody saved: then all it needs is in it, and there is no server.

export interface Embedded {
  readonly path: string;
  readonly text: string;
  /** Where one was when it was saved: the view, the case, what was tried out. */
  readonly address: string;
  readonly files: Readonly<Record<string, string | null>>;
  readonly vendors: unknown;
}

const element = document.getElementById('embedded');

export const embedded: Embedded | undefined =
  element === null ? undefined : (JSON.parse(element.textContent ?? '') as Embedded);

export const isStandalone = embedded !== undefined;
