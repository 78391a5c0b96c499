import { unbroken } from "#ui/unbroken.ts";
import { expect, it } from "vitest";

it.each([
  ["(EQ-7)", "(EQ\u20117)"],
  ["k-means", "k\u2011means"],
  ["k-средних", "k\u2011средних"],
  ["80 %-ы", "80 %\u2011ы"],
  ["ИКТ-специалисты", "ИКТ-специалисты"],
  ["a - b", "a - b"],
])("%s breaks only where enough letters stand on both sides", (text, expected) => {
  expect(unbroken(text)).toBe(expected);
});
