// Text inside HTML. Everything a person or a source wrote goes through here.

import { withoutOddities } from '../plain-characters.ts';

/** For text between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return withoutOddities(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
