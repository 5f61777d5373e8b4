// Which addresses a report links to: those that a browser can open and that run nothing.

export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s<>"'`\\\p{Cc}]+$/iu.test(url);
}
