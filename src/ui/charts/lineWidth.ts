import { textWidth } from "#scene/textWidth.ts";

/** Width in pixels of a line of text in a chart, whose letters are those of the page at 12 px. */
export function lineWidth(text: string, weight = 400): number {
  return textWidth(text, 12, weight, getComputedStyle(document.body).fontFamily);
}

/** Width of the longest of several lines. */
export function longestWidth(texts: readonly string[], weight = 400): number {
  return Math.max(0, ...texts.map((text) => lineWidth(text, weight)));
}
