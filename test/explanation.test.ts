import { HAZARD_TERMS, PATH_COLUMNS, PATH_START, READINESS_BLOCKS } from "#domain/explanation.ts";
import { parameterValues } from "#domain/parameters.ts";
import { regionalValue, type YearSnapshot } from "#domain/runResult.ts";
import { blockWeights, modelReadiness } from "#engine/blocks.ts";
import { describe, expect, it } from "vitest";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const regions = study.regions.length;
const advice = plan([{ lever: "advice", size: 120 }], { until: 2031 });
const explained = simulate(advice, "1", 0, { isExplained: true });
const why = (year: YearSnapshot) => year.explanation!;
const termOf = (year: YearSnapshot, term: (typeof HAZARD_TERMS)[number], r: number) =>
  why(year).hazardTerms[HAZARD_TERMS.indexOf(term) * regions + r] / why(year).candidates[r];

describe("the explanation of a run", () => {
  it("leaves the numbers of the run as they are, and is left out where it is not asked for", () => {
    const plain = simulate(advice);
    expect(explained.digest).toBe(plain.digest);
    expect(plain.years.every(({ explanation }) => explanation === null)).toBe(true);
  });

  it("[EQ-2] gives block means whose combination is the readiness of the region", () => {
    const weights = blockWeights(study);
    for (const year of explained.years)
      for (let r = 0; r < regions; r++) {
        const blocks = READINESS_BLOCKS.map((_, j) => Float64Array.of(why(year).blocks[j * regions + r]));
        expect(modelReadiness(blocks, 0, weights)).toBeCloseTo(regionalValue(year, "readiness", r), 10);
      }
  });

  it("[EQ-3] holds the level, the region's effect and the pull of shares of the year before", () => {
    const p = parameterValues({});
    const [before, year] = explained.years.slice(3, 5);
    for (let r = 0; r < regions; r++) {
      if (why(year).candidates[r] === 0) continue;
      expect(termOf(year, "level", r)).toBeCloseTo(p.hazardLevel, 10);
      expect(termOf(year, "region", r)).toBeCloseTo(study.start.regionalEffect[r], 10);
      const share = regionalValue(before, "digital_users", r) / regionalValue(before, "firms", r);
      expect(termOf(year, "regionalPeers", r)).toBeCloseTo(p.regionalPeers * share, 10);
    }
  });

  it("[EQ-3] shows a subsidy in its own term and in no other", () => {
    const subsidised = plan([{ lever: "subsidy", size: 0.5, from: 2025 }], { until: 2025 });
    const [without, withSubsidy] = [plan([], { until: 2025 }), subsidised].map(
      (scenario) => simulate(scenario, "1", 0, { isExplained: true }).years.at(-1)!,
    );
    for (const term of HAZARD_TERMS) {
      const moved = termOf(withSubsidy, term, 3) - termOf(without, term, 3);
      if (term === "subsidy") expect(moved).toBeCloseTo(0.3 * Math.log(2), 10);
      else expect(moved, term).toBeCloseTo(0, 10);
    }
  });

  it("[EQ-7] lets output fall in the year of integration below that of the year before (J-curve)", () => {
    const path = why(explained.years.at(-1)!).path;
    const column = (yearsSince: number, name: (typeof PATH_COLUMNS)[number]) =>
      path[(yearsSince - PATH_START) * PATH_COLUMNS.length + PATH_COLUMNS.indexOf(name)];
    const mean = (yearsSince: number) => column(yearsSince, "relativeOutput") / column(yearsSince, "firms");
    expect(column(-1, "firms")).toBe(column(0, "firms"));
    expect(column(0, "firms")).toBeGreaterThan(50);
    expect(mean(-1)).toBe(1);
    expect(mean(0)).toBeLessThan(1);
    expect(mean(4)).toBeGreaterThan(mean(0));
    expect(column(0, "cash")).toBeLessThan(0);
  });
});
