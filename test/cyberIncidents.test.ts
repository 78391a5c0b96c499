import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { LEVERS } from "#domain/levers.ts";
import { nationalValue } from "#domain/runResult.ts";
import { SHOCKS } from "#domain/shocks.ts";
import { attackIntensity, breachRate, sufferIncidents } from "#engine/cyberIncidents.ts";
import { createEcosystem } from "#engine/ecosystem.ts";
import { runKey } from "#engine/randomNumbers.ts";
import { SIZE_OF_SET } from "#engine/technologySets.ts";
import { planYear } from "#engine/yearPlan.ts";
import { arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { isLegalValue } from "./fixtures/legalValue.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const shock = (id: (typeof SHOCKS)[number]["id"], size: number) =>
  ({ shock: id, regions: "all", from: 2025, to: 2035, size, ramp: 0 }) as const;
const lastOf = (...scenario: Parameters<typeof plan>) => simulate(plan(...scenario)).years.at(-1)!;

describe("[EQ-10] cyber incidents", () => {
  it("attacks grow by 54 % a year up to eight times those of 2023", () => {
    expect(attackIntensity(0.54, 2023)).toBe(1);
    expect(attackIntensity(0.54, 2025)).toBeCloseTo(1.54 ** 2, 12);
    expect(attackIntensity(0.54, 2035)).toBe(8);
    expect(breachRate(0.01, 8, 1, 0.5)).toBeCloseTo(0.02, 15);
    expect(breachRate(0.01, 8, 1, 1)).toBe(0);
  });

  it("[ID-17] breaches are as frequent as the formula says, and partners lose at most four times the first loss", () => {
    const start = createEcosystem(study, plan([]), "1", 0);
    start.year = 2030;
    const security = Float64Array.from(start.agents.blocks[8]);
    const state = {
      ids: study.regions.map(({ id }) => id),
      firms: study.start.firms,
      digitalShare: new Float64Array(20),
      nationalShare: 0,
    };
    const year = planYear(plan([]), 2030, state, () => new Float64Array(20));
    let expected = 0;
    for (let i = 0; i < 984; i++) {
      const technologies =
        SIZE_OF_SET[start.technologies.sets[i]] +
        [start.cloud, start.bigData].filter(({ states }) => isDigitalUser(states[i])).length;
      expected += 1 - Math.exp(-breachRate(0.01, 8, 0.3 + 0.1 * technologies, security[i]));
    }
    const futures = 300;
    let breaches = 0;
    let [losses, heavy] = [0, 0];
    for (let k = 0; k < futures; k++) {
      start.agents.blocks[8].set(security);
      start.cyber.security.states.fill(0);
      sufferIncidents({ ...start, run: runKey("frequency", k) }, year);
      const [first, partners] = [start.cyber.ownLoss, start.cyber.partnerLoss].map((loss) =>
        loss.reduce((total, part, i) => total + part * start.agents.output[i], 0),
      );
      expect(partners).toBeGreaterThan(0);
      expect(partners).toBeLessThanOrEqual(4 * first);
      start.cyber.breached.forEach((breached, i) => {
        if (breached === 0) return;
        breaches += 1;
        losses += 1;
        if (start.cyber.ownLoss[i] > 0.05) heavy += 1;
        expect(start.agents.blocks[8][i]).toBeCloseTo(Math.min(0.999, security[i] + 0.1), 12);
      });
    }
    const spread = 4 / Math.sqrt(breaches);
    expect(Math.abs(breaches / (expected * futures) - 1)).toBeLessThan(spread);
    expect(Math.abs(heavy / losses - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / losses));
  });

  it("more attacks cost more output, spending on security less, and without the mechanism nothing is lost", () => {
    const losses = (...scenario: Parameters<typeof plan>) =>
      [0, 1, 2].reduce(
        (total, replicate) =>
          total +
          simulate(plan(...scenario), "c", replicate).years.reduce(
            (sum, year) => sum + nationalValue(year, "cyber_breaches"),
            0,
          ),
        0,
      );
    const usual = losses([]);
    expect(losses([], { shocks: [shock("attackIntensity", 3)] })).toBeGreaterThan(1.5 * usual);
    expect(losses([{ lever: "securityShare", size: 0.1 }])).toBeLessThan(usual);
    expect(losses([], { off: ["cyber"] })).toBe(0);
  });

  it("an incident of a platform hits its members, and nobody where no platform runs", () => {
    const cores = [{ lever: "cores", size: 3 }] as const;
    const incident = { ...shock("platformIncident", 1), from: 2032, to: 2032 };
    const in2032 = (...scenario: Parameters<typeof plan>) =>
      nationalValue(simulate(plan(...scenario), "p").years[9], "cyber_breaches");
    expect(in2032([...cores], { shocks: [incident] })).toBeGreaterThan(in2032([...cores]));
    expect(in2032([], { shocks: [incident] })).toBe(in2032([]));
  });
});

describe("whatever is planned and whatever happens", () => {
  const expectSound = (...run: Parameters<typeof simulate>) => {
    const { years, identities } = simulate(...run);
    expect(identities.filter(({ holds }) => !holds)).toEqual([]);
    for (const { regional, national } of years) {
      expect(regional.every(isLegalValue)).toBe(true);
      REGIONAL_INDICATORS.forEach(({ unit }, i) => {
        if (unit !== "share") return;
        expect(regional.subarray(20 * i, 20 * i + 20).every((value) => value <= 1)).toBe(true);
        expect(national[i]).toBeLessThanOrEqual(1);
      });
    }
  };

  it("every number is finite, no stock negative, every share in [0, 1]", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => expectSound({ ...scenario, until: 2029 }, "fuzz")),
      { numRuns: 10 },
    );
  });

  it("also with each lever and each shock at either end", () => {
    for (const end of ["minimum", "maximum"] as const) {
      for (const kind of SHOCKS) expectSound(plan([], { shocks: [shock(kind.id, kind[end])], until: 2028 }));
      for (const lever of LEVERS) expectSound(plan([{ lever: lever.id, size: lever[end] }], { until: 2027 }));
    }
    expect(lastOf([]).year).toBe(2035);
  });
});
