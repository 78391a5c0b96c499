import type { Measure } from "#domain/scenario.ts";
import { LANGUAGES, type Language } from "#domain/language.ts";
import { nationalValue } from "#domain/runResult.ts";
import { parameterValues } from "#domain/parameters.ts";
import { readScenario } from "#cli/scenarioArgument.ts";
import { createAgents } from "#engine/agents.ts";
import { runKey } from "#engine/randomNumbers.ts";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { ru } from "#ui/words/ru.ts";
import { trustWords as trustEn } from "#ui/words/trust/en.ts";
import { trustWords as trustKk } from "#ui/words/trust/kk.ts";
import { trustWords as trustRu } from "#ui/words/trust/ru.ts";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const WORDS = { en, ru, kk };
const TRUST = { en: trustEn, ru: trustRu, kk: trustKk };
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8").replace(/\s+/g, " ");
const regionIds = study.regions.map(({ id }) => id);
const cardOf = (preset: string) => readScenario(preset, regionIds).card!;
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const PRESETS = readdirSync(new URL("../scenarios", import.meta.url)).map((file) => file.replace(".json", ""));
/** Thousands are parted by a comma in English, by a space elsewhere, where the comma is that of decimals. */
function numbersIn(text: string, language: Language): number[] {
  const plain =
    language === "en" ? text.replaceAll(/,(?=\d{3})/g, "") : text.replaceAll(/(?<=\d)[ \u00A0](?=\d{3})/g, "");
  return (plain.replaceAll(/(?<=\d),(?=\d)/g, ".").match(/\d+(\.\d+)?/g) ?? []).map(Number).sort((a, b) => a - b);
}
const { start } = study;
const defaults = parameterValues({});

describe("README states numbers of the data", () => {
  const readme = read("README.md");

  it("the firms, one by one and in groups", () => {
    const others = sum(start.industrialEnterprises) - sum(start.firms);
    const agents = createAgents(study, defaults, runKey("1", 0));
    const groups = agents.count - agents.large;
    expect(agents.large).toBe(sum(start.firms));
    expect(readme).toContain(
      `${sum(start.firms)} large and medium manufacturers are agents one by one, the other ${others.toLocaleString("en")} industrial enterprises as ${groups.toLocaleString("en")} agents`,
    );
  });

  it("a region with its count", () => {
    const kostanay = regionIds.indexOf("kostanay");
    expect(readme).toContain(`"${start.digitalUsers[kostanay]} of ${start.firms[kostanay]} firms"`);
  });
});

it.each(LANGUAGES)(
  "help says in %s how many points one firm is in the largest and in the smallest region",
  (language) => {
    const points = [Math.max(...start.firms), Math.min(...start.firms)].map((firms) => 100 / firms);
    const written = WORDS[language].help.third.match(/[\d.,]*\d/g)!.map((number) => Number(number.replace(",", ".")));
    expect(written).toEqual([Number(points[0].toFixed(1)), Math.round(points[1])]);
  },
);

describe("cards of presets state numbers of the model", () => {
  it.each(PRESETS)("%s: the same ones in every language", (preset) => {
    for (const text of Object.values(cardOf(preset))) {
      const [english, ...others] = LANGUAGES.map((language) => numbersIn(text[language], language));
      for (const numbers of others) expect(numbers, text.en).toEqual(english);
    }
  });

  it("baseline: the share of firms ready to adopt", () => {
    expect(cardOf("baseline").assumptions.en).toContain(`(${100 * defaults.matureShare} %)`);
  });

  it("model-factories: grants and what they cost", () => {
    const { measures, card } = readScenario("model-factories", regionIds);
    expect(card!.changes.en).toContain(`grants of ${defaults.grantCost} billion KZT each to ${measures[0].size} firms`);
    expect(card!.changes.en).toContain(`${(defaults.grantCost * measures[0].size).toFixed(1)} billion KZT in all`);
  });

  it("subsidy-only: as much money as the core ecosystem costs by default", () => {
    const sizeOf = (lever: string) =>
      readScenario("core-ecosystem", regionIds).measures.find((measure) => measure.lever === lever)!.size;
    const cost = defaults.adviceCost * sizeOf("advice") + defaults.coreCost * sizeOf("cores");
    expect(readScenario("subsidy-only", regionIds).measures[0].budget).toBeCloseTo(cost, 9);
    expect(cardOf("subsidy-only").changes.en).toContain(`at most ${cost.toFixed(1)} billion KZT a year`);
  });
});

describe("what is said of the study of sensitivity is in its tables", () => {
  const document = readFileSync(new URL("../docs/sensitivity.md", import.meta.url), "utf8");
  const [, sobol, morris] = document.split(/## (?:Sobol indices|Morris' elementary effects)/);
  /** First number of each parameter in the table of an outcome. */
  const tableOf = (study: string, outcome: string) =>
    new Map(
      [
        ...study
          .split(`**${outcome}`)[1]
          .split("\n**")[0]
          .matchAll(/\| (\w+) \| (-?[\d.]+) \|/g),
      ].map(([, id, value]) => [id, Number(value)] as const),
    );
  const share = tableOf(morris, "national digital share in 2035");
  const core = tableOf(morris, "digital users in 2035, core-ecosystem");

  it("readiness in the long run moves the share of 2035 by about thirty points, three times as much as any other", () => {
    const [first, second] = [...share.values()];
    expect([...share.keys()][0]).toBe("matureShare");
    expect(Math.round(first / 10)).toBe(3);
    expect(Math.round(first / second)).toBe(3);
    for (const [language, word] of [
      ["en", "thirty"],
      ["ru", "тридцать"],
      ["kk", "отыз"],
    ] as const)
      expect(TRUST[language].sensitivity.text).toContain(word);
  });

  it("some fifteen parameters move what the core ecosystem adds by 3 to 6 firms, and none by more", () => {
    const rounded = [...core.values()].map(Math.round);
    expect(Math.max(...rounded)).toBe(6);
    expect(rounded.filter((firms) => firms >= 3).length).toBeGreaterThanOrEqual(14);
    expect(rounded.filter((firms) => firms >= 3).length).toBeLessThanOrEqual(17);
  });

  it("two parameters explain over a third each of what a subsidy adds", () => {
    const alone = [...tableOf(sobol, "digital users in 2035, subsidy-only")].filter(([, part]) => part > 1 / 3);
    expect(alone.map(([id]) => id).sort()).toEqual(["matureShare", "subsidyPull"]);
  });

  it.each(LANGUAGES)("the page counts its assumptions in %s", (language) => {
    expect(TRUST[language].sensitivity.note).toMatch(new RegExp(`\\b${share.size}\\b`));
    expect(document).toContain(`The ${share.size} parameters of Morris' study`);
  });
});

describe("SPEC states what decides the results", () => {
  const spec = read("src/engine/SPEC.md");
  const FUTURES = 5;
  /** Means over the same futures: digital users and their share in 2035, and billion KZT spent. */
  const outcome = (measures: readonly Partial<Measure>[], parameters: Record<string, number> = {}) => {
    const all = Array.from({ length: FUTURES }, (_, future) => {
      const scenario = plan(measures, { parameters });
      const { years, money } = simulate(scenario, "stated", future, { isWithoutFrontiers: true });
      const [users, share] = (["digital_users", "digital_share"] as const).map((id) =>
        nationalValue(years.at(-1)!, id),
      );
      return { users, share, spent: sum(money.map(({ line, value }) => (line === "unspent" ? 0 : value))) };
    });
    const mean = (of: "users" | "share" | "spent") => sum(all.map((one) => one[of])) / FUTURES;
    return { users: mean("users"), share: mean("share"), spent: mean("spent") };
  };

  it("who is ready: over its range M takes the share of 2035 from a fifth to over a half", () => {
    expect(spec).toContain("with M from 0.30 to 0.95 the share of 2035 goes from about a fifth to over a half");
    expect(outcome([], { matureShare: 0.3 }).share).toBeCloseTo(0.2, 1);
    expect(outcome([], { matureShare: 0.95 }).share).toBeGreaterThan(0.5);
  });

  it("advice or subsidy: users per billion KZT", () => {
    const { users } = outcome([]);
    const perBillion = (measure: Partial<Measure>, parameters: Record<string, number> = {}) => {
      const { users: more, spent } = outcome([measure], parameters);
      return (more - users) / spent;
    };
    const advice = { lever: "advice", size: 60 } as const;
    const subsidy = { lever: "subsidy", size: 0.5 } as const;
    const expectStated = (text: string, stated: number, value: number) => {
      expect(spec).toContain(text);
      expect(Math.abs(value / stated - 1), text).toBeLessThan(0.35);
    };
    const byAdvice = perBillion(advice);
    expectStated("level, about half a user in 2035 per billion KZT spent", 0.5, byAdvice);
    expectStated("level, about half a user in 2035 per billion KZT spent", 0.5, perBillion(subsidy));
    expectStated("(γ_c 1: 1.2 users per billion)", 1.2, perBillion(subsidy, { subsidyPull: 1 }));
    // Advice at another cost reaches the same firms.
    expectStated("(k_o 0.01: 1.5 users per billion)", 1.5, (byAdvice * defaults.adviceCost) / 0.01);
    expectStated("(k_o 0.1: 0.15)", 0.15, (byAdvice * defaults.adviceCost) / 0.1);
  });
});
