/**
 * Text whose lines do not end between a number and its sign, unit, noun or whole, beside "=" of a number, at the dash of
 * "2025–2035", before a Russian dash, after a Russian word of one letter, "от" or "до", within a short name in quotes, at
 * the bar of "e | u", nor at the hyphen of "EQ-7", "k-means" or "80 %-ы": before or after it stands only a letter or two.
 */
export function unbroken(text: string): string {
  return text
    .replaceAll(
      /(?<=\d) (?=%|billion|bn|firm|region|more|млрд|млн|п\.|год|лет|предприят|регион|жыл|кәсіпорын|өңір)/g,
      "\u00A0",
    )
    .replaceAll(/(?<=\d) (из|of|ішінен) (?=\d)/g, "\u00A0$1\u00A0")
    .replaceAll(/(?<=\d)–(?=\d)/g, "–\u2060")
    .replaceAll(/ = (?=[\d−])/g, "\u00A0=\u00A0")
    .replaceAll(/(?<=млрд|млн|billion|bn|million) (?=тенге|теңге|KZT)/g, "\u00A0")
    .replaceAll(" —", "\u00A0—")
    .replaceAll(/(?<=(?<!\p{L})([вкосуиа]|от|до)) /giu, "\u00A0")
    .replaceAll("|\u00A0", "|\u2060\u00A0")
    .replaceAll(/[“«][^“”«»]{1,24}[”»]/g, (quoted) => quoted.replaceAll(" ", "\u00A0"))
    .replaceAll(/(?<=(?<![\p{L}\d])[\p{L}\d]{1,2})-|(?<=\S)-(?=[\p{L}\d]{1,2}(?![\p{L}\d]))/gu, "\u2011");
}
