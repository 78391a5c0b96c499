/** Text whose lines do not end at the hyphen of "EQ-7", "k-means" or "80 %-ы": before or after it stands only a letter or two. */
export function unbroken(text: string): string {
  return text.replaceAll(/(?<=(?<![\p{L}\d])[\p{L}\d]{1,2})-|(?<=\S)-(?=[\p{L}\d]{1,2}(?![\p{L}\d]))/gu, "\u2011");
}
