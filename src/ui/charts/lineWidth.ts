import { textWidth } from "#scene/textWidth.ts";

/** The letters of the page, asked once: a style that is asked for while a chart is made may have the page styled anew. */
let family = "";

/** Width in pixels of a line of text in a chart, whose letters are those of the page at 12 px. */
export function lineWidth(text: string, weight = 400): number {
  family ||= getComputedStyle(document.body).fontFamily;
  return textWidth(text, 12, weight, family);
}

/** Width of the longest of several lines. */
export function longestWidth(texts: readonly string[], weight = 400): number {
  return Math.max(0, ...texts.map((text) => lineWidth(text, weight)));
}
