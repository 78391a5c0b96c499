import { unbroken } from "#ui/unbroken.ts";
import { expect, it } from "vitest";

it.each([
  ["(EQ-7)", "(EQ\u20117)"],
  ["k-means", "k\u2011means"],
  ["k-средних", "k\u2011средних"],
  ["80 %-ы", "80\u00A0%\u2011ы"],
  ["ИКТ-специалисты", "ИКТ-специалисты"],
  ["a - b", "a - b"],
  ["2025–2035", "2025–\u20602035"],
  ["a – b", "a – b"],
  ["330 из 984 предприятий", "330\u00A0из\u00A0984\u00A0предприятий"],
  ["8 of 20 regions lie", "8\u00A0of\u00A020\u00A0regions lie"],
  ["95.69 bn KZT on average", "95.69\u00A0bn\u00A0KZT on average"],
  [
    "“Core ecosystem” and “Core enterprises with a platform”",
    "“Core\u00A0ecosystem” and “Core enterprises with a platform”",
  ],
  ["p = 0.019 where a = b", "p\u00A0=\u00A00.019 where a = b"],
  ["0,8 млрд тенге в 2027 году", "0,8\u00A0млрд\u00A0тенге в\u00A02027\u00A0году"],
  ["Покрытие — 15 из 20", "Покрытие\u00A0— 15\u00A0из\u00A020"],
  ["В плане и без него от −1,06 до 2", "В\u00A0плане и\u00A0без него от\u00A0−1,06 до\u00A02"],
  ["ядро с опорой", "ядро с\u00A0опорой"],
  ["E[u\u00A0|\u00A0e]", "E[u\u00A0|\u2060\u00A0e]"],
  ["Үлесі 80 %, 40 серіктес", "Үлесі 80\u00A0%, 40 серіктес"],
])(
  "%s breaks neither beside a hyphen with too few letters nor at a dash nor after a word of one letter nor between a number and its unit nor in a short name",
  (text, expected) => {
    expect(unbroken(text)).toBe(expected);
  },
);
