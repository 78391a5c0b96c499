import { indicatorById } from "#domain/indicators.ts";
import { csvOf } from "#ui/csv.ts";
import { createFormats } from "#ui/formats.ts";
import { describe, expect, it } from "vitest";

const NBSP = "\u00A0";

describe("numbers", () => {
  it.each([
    ["en", "4,085.7", `31.2${NBSP}%`, "−1,000", "+2.4"],
    ["ru", `4${NBSP}085,7`, `31,2${NBSP}%`, `−1${NBSP}000`, "+2,4"],
    ["kk", `4${NBSP}085,7`, `31,2${NBSP}%`, `−1${NBSP}000`, "+2,4"],
  ] as const)("are written as in %s", (language, output, share, minus, difference) => {
    const { number, percent, signed } = createFormats(language);
    expect([number(4085.66, 1), percent(0.3121), signed(-1000), signed(2.4, 1)]).toEqual([
      output,
      share,
      minus,
      difference,
    ]);
  });

  it("of indicators carry the digits of the indicator, and shares their percent sign", () => {
    const { value, difference } = createFormats("en");
    expect(value(indicatorById("readiness"), 0.48651)).toBe("0.487");
    expect(value(indicatorById("digital_share"), 0.1636)).toBe(`16.4${NBSP}%`);
    expect(difference(indicatorById("digital_share"), 0.0112)).toBe("+1.1");
    expect(difference(indicatorById("digital_users"), -3)).toBe("−3");
  });

  it("that round to zero have no sign", () => {
    const { signed, number } = createFormats("en");
    expect([signed(-0.001, 1), signed(0.001, 1), number(-0.001, 1)]).toEqual(["0.0", "0.0", "0.0"]);
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
      ),
    ).toBe('\uFEFFregion,value\r\n"Astana, city",0.30000000000000004\r\n"say ""k""",\r\n');
  });

  it.each(["=1+1", "+7", "-2", "@cmd"])("never hands a spreadsheet the formula %s", (text) => {
    expect(csvOf(["name"], [[text]])).toContain(`'${text}`);
  });
});
