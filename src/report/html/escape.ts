// Text inside HTML. Everything a person or a source wrote goes through here.

/** For text between tags and inside a quoted attribute. Control characters, and those that turn what follows around, are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (c) => (/\s/.test(c) ? c : ''))
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
