import { describe, expect, it } from "vitest";
import { findingOf } from "#session/backtestFinding.ts";
import { backtestWords as en } from "#ui/words/backtest/en.ts";
import { backtestWords as kk } from "#ui/words/backtest/kk.ts";
import { backtestWords as ru } from "#ui/words/backtest/ru.ts";

describe.each([
  ["Russian", ru],
  ["Kazakh", kk],
] as const)("the %s words of the back-test", (_, words) => {
  const texts = textsOf(words);
  const english = textsOf(en);

  it("are all written, each under the key of the English one", () => {
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of texts) expect(text.trim(), path).not.toBe("");
  });

  it.each([...english.keys()])("%s tells every value that the English text tells", (path) => {
    expect(placeholders(texts.get(path)!)).toEqual(placeholders(english.get(path)!));
  });

  it("leave nothing in Latin letters but the names of scores and of the table", () => {
    const allowed = /\b(MAE|RMSE|CRPS|T14)\b|\{\{\w+\}\}/g;
    for (const [path, text] of texts) expect(text.replaceAll(allowed, ""), path).not.toMatch(/[A-Za-z]{2,}/);
  });
});

describe("the finding of a back-test", () => {
  it.each([
    ["a tie where the interval of the difference contains zero", -0.7, 1.5, "tie"],
    ["a tie where the interval ends at zero", 0, 1.5, "tie"],
    ["the model is closer where the whole interval is below zero", -1.5, -0.1, "modelCloser"],
    ["persistence is closer where the whole interval is above zero", 0.1, 1.5, "persistenceCloser"],
  ] as const)("is %s", (_, low, high, finding) => {
    expect(findingOf({ difference: (low + high) / 2, low, high })).toBe(finding);
  });
});

function textsOf(words: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}

function placeholders(text: string): (string | undefined)[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
}
