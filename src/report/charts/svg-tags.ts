// Changes to the tags of an SVG, never to its words.

/** The library writes `<` in words as an entity, so what looks like a tag is one. */
export function inTags(svg: string, change: (tag: string) => string): string {
  return svg.replace(/<[a-z][^<>]*>/g, change);
}

/** What a picture says is said once, as a whole, and not part by part. */
export function withoutRoles(svg: string): string {
  return inTags(svg, (tag) => tag.replace(/ (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"/g, ''));
}
