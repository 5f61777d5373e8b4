// A title as a word that can stand in an address: `Why not AWS?` is `why-not-aws`.

export function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'section' : words;
}
