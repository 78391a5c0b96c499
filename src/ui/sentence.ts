/** Words that elsewhere stand inside a sentence, as its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
