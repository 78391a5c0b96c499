import type { MoneyLine, RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { nationalValue, regionalValue } from "#domain/runResult.ts";
import { NO_VALUE } from "#scene/colourScales.ts";
import { createSimulationService } from "#engine/simulationService.ts";
import { moneyByYear, totalMoney, yearsAtCap } from "#session/planMoney.ts";
import { answerOf, publishedShare, stageCounts, valueIn, yearOf } from "#session/readings.ts";
import { NO_PLAN } from "#domain/noPlan.ts";
import { readMap } from "#ui/map/mapReading.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { readStudyFiles } from "./fixtures/readStudyFiles.ts";

const study = readStudyFiles();
let baseline: Run;
let plan: Run;
type Run = { readonly years: YearSnapshot[]; readonly summary: RunSummary };

beforeAll(() => {
  const service = createSimulationService(study);
  const run = (scenario: typeof NO_PLAN): Run => {
    const years: YearSnapshot[] = [];
    const summary = service.run({ scenario, seed: "1", replicate: 0 }, (snapshot) => years.push(snapshot));
    return { years, summary };
  };
  baseline = run(NO_PLAN);
  plan = run(study.presets.find(({ id }) => id === "core-ecosystem")!);
});

describe("what the page reads from a run", () => {
  it("[ID-1] stages of the firms of a region sum to its firms, users among them to its users", () => {
    for (const { agents, ...snapshot } of plan.years)
      for (let region = 0; region < study.data.regions.length; region++) {
        const counts = stageCounts(agents, plan.summary.agentRegion, region);
        const users = counts.filter((_, stage) => isDigitalUser(stage)).reduce((sum, count) => sum + count, 0);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
          regionalValue({ agents, ...snapshot }, "firms", region),
        );
        expect(users).toBe(regionalValue({ agents, ...snapshot }, "digital_users", region));
      }
  });

  it("published shares are those of T14: none of a region before it existed, none after the data end", () => {
    const { digitalShare, regions } = study.data;
    const placeOf = (id: string) => regions.findIndex((region) => region.id === id);
    expect(publishedShare(digitalShare, 2024, placeOf("atyrau"))).toBeCloseTo(0.308, 12);
    expect(publishedShare(digitalShare, 2024, null)).toBeCloseTo(0.192, 12);
    expect(publishedShare(digitalShare, 2020, placeOf("abai"))).toBeNull();
    expect(publishedShare(digitalShare, 2025, null)).toBeNull();
  });

  it("the answer of 2023 is the observed 161 of 984 firms, with or without a plan", () => {
    const [first] = plan.years;
    expect(answerOf(first, baseline.years[0], null)).toEqual({
      year: 2023,
      users: 161,
      firms: 984,
      share: 161 / 984,
      difference: 0,
    });
  });

  it("[ID-16] the share in the answer differs from the published one by rounding only", () => {
    for (const snapshot of plan.years) {
      const { share } = answerOf(snapshot, snapshot, null);
      expect(Math.abs(share - nationalValue(snapshot, "digital_share"))).toBeLessThanOrEqual(0.0005 + 1e-12);
    }
  });

  it("the difference is that of the users", () => {
    const last = yearOf(plan.years, 2035)!;
    const without = yearOf(baseline.years, 2035)!;
    const regional = study.data.regions.map((_, region) => answerOf(last, without, region).difference);
    expect(regional.reduce((sum, one) => sum + one, 0)).toBe(answerOf(last, without, null).difference);
  });

  it("money of a year and of all years is what the lines of the run say; what is allowed is known only when every costly measure has a cap", () => {
    const [subsidy] = study.presets.find(({ id }) => id === "subsidy-only")!.measures;
    const capped = { ...NO_PLAN, measures: [{ ...subsidy, from: 2025, to: 2026, budget: 2 }] };
    const lines = [
      { year: 2025, line: "subsidy", value: 1.25 },
      { year: 2025, line: "unspent", value: 0.75 },
    ];
    const moneyOf = (plan: Scenario) => moneyByYear(plan, lines as MoneyLine[]);
    const inYear = (plan: Scenario, year: number) => moneyOf(plan).find((money) => money.year === year);
    expect(inYear(capped, 2025)).toEqual({ year: 2025, spent: 1.25, allowed: 2 });
    expect(inYear(capped, 2030)).toEqual({ year: 2030, spent: 0, allowed: 0 });
    expect(totalMoney(moneyOf(capped))).toEqual({ spent: 1.25, allowed: 4 });
    const open = { ...capped, measures: [...capped.measures, { ...subsidy, from: 2026, to: 2026, budget: null }] };
    expect(inYear(open, 2025)!.allowed).toBe(2);
    expect(inYear(open, 2026)!.allowed).toBeNull();
    expect(totalMoney(moneyOf(open)).allowed).toBeNull();
  });

  it("[P4] a cap holds a measure back where it pays for fewer firms than are wanted, or where it is spent", () => {
    const yearsOf = (id: string, budget: number | null, spent: readonly number[] = []) => {
      const { measures } = study.presets.find((preset) => preset.id === id)!;
      const measure = { ...measures[0], from: 2025, to: 2027, ramp: 1, budget };
      const lines = spent.map((value, k) => ({ year: 2025 + k, line: measure.lever, value }));
      return yearsAtCap({ ...NO_PLAN, measures: [measure] }, lines as MoneyLine[], measure);
    };
    const adviceYears = (budget: number | null) => yearsOf("core-ecosystem", budget);
    expect(adviceYears(0.01)).toEqual([2025, 2026, 2027]);
    expect(adviceYears(0.9)).toEqual([2026, 2027]); // 30 firms of 30, then of 60
    expect(adviceYears(1.8)).toEqual([]);
    expect(adviceYears(0)).toEqual([]); // said as changing nothing
    expect(adviceYears(null)).toEqual([]);
    expect(yearsOf("subsidy-only", 2, [1.25, 1.97, 2])).toEqual([2026, 2027]);
  });
});

describe("the map", () => {
  const question = () => ({
    plan: plan.years,
    baseline: baseline.years,
    regions: study.data.regions.length,
    year: 2030,
    height: "digital_share" as const,
    colour: "digital_share" as const,
    colourAs: "value" as const,
    theme: "light" as const,
  });

  it("keeps its scales while the years pass", () => {
    const scales = [2023, 2030, 2035].map((year) => {
      const { tallest, legend } = readMap({ ...question(), year });
      return [tallest, legend.low, legend.high];
    });
    expect(scales[1]).toEqual(scales[0]);
    expect(scales[2]).toEqual(scales[0]);
  });

  it("makes the region with the largest value the tallest, by the stated scale", () => {
    const { heights, tallest } = readMap(question());
    const now = yearOf(plan.years, 2030)!;
    const stated = study.data.regions.map((_, region) => regionalValue(now, "digital_share", region) / tallest);
    expect([...heights]).toEqual(stated);
  });

  it("gives every region without a difference one neutral colour, and the scale a middle of zero", () => {
    const { colours, legend } = readMap({ ...question(), plan: baseline.years, colourAs: "difference" });
    expect(new Set(colours).size).toBe(1);
    expect(legend.low).toBe(-legend.high);
    expect(legend.high).toBeGreaterThan(0);
  });

  it("can be coloured by firms that could start, and has no colour where they are not known", () => {
    const [in2026, in2035] = [2026, 2035].map((year) => yearOf(plan.years, year)!);
    const places = study.data.regions.map((_, region) => region);
    const known = places.map((region) => valueIn(in2026!, "could_start", region));
    expect(known.reduce((sum, firms) => sum + firms, 0)).toBe(valueIn(in2026!, "could_start", null));
    for (const region of places) expect(known[region]).toBeLessThanOrEqual(regionalValue(in2026!, "firms", region));
    expect(valueIn(in2035!, "could_start", null)).toBeGreaterThan(0);
    const { colours, legend } = readMap({ ...question(), year: 2026, colour: "could_start" });
    expect(legend.high).toBeGreaterThanOrEqual(Math.max(...known));
    expect(new Set(colours).size).toBeGreaterThan(5);
    expect(valueIn(plan.years[0]!, "could_start", 0)).toBeNaN(); // 2023 is not simulated
    for (const colourAs of ["value", "difference"] as const) {
      const before = readMap({ ...question(), year: 2023, colour: "could_start", colourAs });
      expect(new Set(before.colours)).toEqual(new Set([NO_VALUE.light]));
      expect(before.legend.high).toBeGreaterThan(0);
    }
  });

  it.each(["platform_members", "support_money", "racks"] as const)(
    "can be drawn by %s, also where it is zero",
    (id) => {
      const reading = readMap({ ...question(), plan: baseline.years, height: id, colour: id });
      expect(reading.heights.every((height) => height >= 0 && height <= 1)).toBe(true);
      expect(reading.colours.every((colour) => /^#[0-9a-f]{6}$/.test(colour))).toBe(true);
    },
  );
});
