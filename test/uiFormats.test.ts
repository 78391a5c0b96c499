import { indicatorById } from "#domain/indicators.ts";
import { csvOf } from "#ui/downloads/csv.ts";
import { formatsOf } from "#ui/formats.ts";
import { readNumber, steppedNumber, writeNumber } from "#ui/typedNumber.ts";
import { describe, expect, it } from "vitest";

const NBSP = "\u00A0";

describe("numbers", () => {
  it.each([
    ["en", "4,085.7", `31.2${NBSP}%`, "−1,000", "+2.4"],
    ["ru", `4${NBSP}085,7`, `31,2${NBSP}%`, `−1${NBSP}000`, "+2,4"],
    ["kk", `4${NBSP}085,7`, `31,2${NBSP}%`, `−1${NBSP}000`, "+2,4"],
  ] as const)("are written as in %s", (language, output, share, minus, difference) => {
    const { number, percent, signed } = formatsOf(language);
    expect([number(4085.66, 1), percent(0.3121), signed(-1000), signed(2.4, 1)]).toEqual([
      output,
      share,
      minus,
      difference,
    ]);
  });

  it("of indicators carry the digits of the indicator, and shares their percent sign", () => {
    const { value, difference } = formatsOf("en");
    expect(value(indicatorById("readiness"), 0.48651)).toBe("0.487");
    expect(value(indicatorById("digital_share"), 0.1636)).toBe(`16.4${NBSP}%`);
    expect(difference(indicatorById("digital_share"), 0.0112)).toBe("+1.1");
    expect(difference(indicatorById("digital_users"), -3)).toBe("−3");
  });

  it("that round to zero have no sign", () => {
    const { signed, number } = formatsOf("en");
    expect([signed(-0.001, 1), signed(0.001, 1), number(-0.001, 1)]).toEqual(["0.0", "0.0", "0.0"]);
  });
});

describe("typed numbers", () => {
  it.each([
    ["en", 0.5, "0.5"],
    ["ru", 0.5, "0,5"],
    ["kk", 1234.25, "1234,25"],
    ["ru", -0.015, "\u22120,015"],
  ] as const)("are written in %s: %d", (language, value, text) => {
    expect(writeNumber(value, language)).toBe(text);
    expect(readNumber(text, language)).toBe(value);
  });

  it.each([
    ["en", "0,5", 0.5],
    ["ru", "0.5", 0.5],
    ["kk", ",5", 0.5],
    ["ru", "0,", 0],
    ["en", "1,500", 1500],
    ["en", "0,500", 0.5],
    ["ru", "1\u00A0500,5", 1500.5],
    ["ru", "1,500", 1.5],
    ["ru", "-3", -3],
    ["ru", "", null],
    ["en", " ", null],
    ["en", "1e3", 1000],
    ["ru", "1,5,2", Number.NaN],
    ["en", "1.5.2", Number.NaN],
    ["ru", "abc", Number.NaN],
    ["en", "-", Number.NaN],
    ["en", "Infinity", Number.NaN],
  ] as const)("are read in %s with either decimal sign: %s", (language, text, value) => {
    expect(readNumber(text, language)).toBe(value);
  });

  it("step from stop to stop, between stops to the next one, and stay within their range", () => {
    const scale = { minimum: 0, maximum: 1, step: 0.1 };
    expect(steppedNumber(0.2, 1, scale)).toBe(0.3);
    expect(steppedNumber(0.25, 1, scale)).toBe(0.3);
    expect(steppedNumber(0.25, -1, scale)).toBe(0.2);
    expect(steppedNumber(0.95, 10, scale)).toBe(1);
    expect(steppedNumber(0, -1, scale)).toBe(0);
    expect(steppedNumber(null, 1, scale)).toBe(0);
    expect(steppedNumber(2030, 1, { minimum: 2024, maximum: 2035, step: 1 })).toBe(2031);
  });
});

describe("CSV", () => {
  it("keeps full precision, quotes what needs it and starts with a byte order mark", () => {
    expect(
      csvOf(
        ["region", "value"],
        [
          ["Astana, city", 0.1 + 0.2],
          ['say "k"', null],
        ],
        "en",
      ),
    ).toBe('\uFEFFregion,value\r\n"Astana, city",0.30000000000000004\r\n"say ""k""",\r\n');
  });

  it.each(["=1+1", "+7", "-2", "@cmd"])("never hands a spreadsheet the formula %s", (text) => {
    expect(csvOf(["name"], [[text]], "en")).toContain(`'${text}`);
  });
});
