/** A name inside a sentence: its first letter small, unless it begins an abbreviation. */
export function inText(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.replace(/^./u, (first) => first.toLowerCase());
}
