import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVERS } from "#domain/levers.ts";
import type { Scenario } from "#domain/scenario.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { regionalValue } from "#domain/runResult.ts";
import { createLedger } from "#engine/identities.ts";
import { arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

/** `IDENTITY_RUNS=1000 npm run study:identities` runs as many, to their own last year. */
const wanted = Number(process.env.IDENTITY_RUNS ?? 0);
const RUNS = wanted > 0 ? wanted : 50;
const SIGNED = new Set(["ict_moves", "free_cash"]);

/** Throws unless every identity of the receipt holds and every value is finite and no stock negative. */
function check(scenario: Scenario, seed = "1", data = study): void {
  const { years, identities } = simulate(scenario, seed, 0, {}, data);
  expect(identities.filter(({ holds }) => !holds)).toEqual([]);
  expect(identities.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["ID-1", "ID-2", "ID-3", "ID-4", "ID-5", "ID-6", "ID-10", "ID-11", "ID-15"]),
  );
  const regions = data.regions.length;
  for (const { year, regional, national } of years) {
    REGIONAL_INDICATORS.forEach(({ id }, k) => {
      for (const value of [national[k], ...regional.subarray(k * regions, (k + 1) * regions)]) {
        expect(Number.isFinite(value) && (SIGNED.has(id) || value >= 0), `${id} ${value} in ${year}`).toBe(true);
      }
    });
  }
}

it("a residual that is no number is the worst there is, whatever is noted after it", () => {
  const ledger = createLedger();
  for (const residual of [0, Number.NaN, -2, 0]) ledger.note("ID-3", residual);
  ledger.note("ID-4", -2);
  ledger.note("ID-4", 1);
  expect(ledger.checks()).toEqual([
    { id: "ID-3", holds: false, residual: Number.NaN },
    { id: "ID-4", holds: false, residual: 2 },
  ]);
});

it(`every identity holds in ${RUNS} random scenarios, nothing is NaN and no stock negative`, () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.integer({ min: 0, max: 99 }), (scenario, seed) => {
      const until = wanted > 0 ? scenario.until : Math.min(scenario.until, 2027);
      check({ ...scenario, until }, String(seed));
    }),
    { numRuns: RUNS, seed: 20, endOnFailure: true },
  );
}, 3_600_000);

describe("extremes are defined", () => {
  it.each(["maximum", "minimum"] as const)("every parameter and every lever at its %s", (end) => {
    const parameters = Object.fromEntries(PARAMETERS.map((parameter) => [parameter.id, parameter[end]]));
    const measures = LEVERS.map((lever) => ({ lever: lever.id, size: lever[end], from: 2024 }));
    check(plan(measures, { parameters }));
  });

  it("a region whose firms all close, since they pay for thousands of racks", () => {
    const start = { ...study.start, firms: study.start.firms.slice(), digitalUsers: study.start.digitalUsers.slice() };
    const r = study.regions.findIndex(({ id }) => !study.caseEnterprises.some(({ region }) => region === id));
    start.firms[r] = 5;
    start.digitalUsers[r] = 1;
    const racks = { lever: "racks", size: 1000, regions: [study.regions[r].id], payer: "enterprises" } as const;
    const ruinous = plan([{ ...racks, from: 2024 }], {
      until: 2029,
      parameters: { rackCost: 0.1, freeCashShare: 0.03 },
    });
    check(ruinous, "1", { ...study, start });
    const { years } = simulate(ruinous, "1", 0, { isWithoutFrontiers: true }, { ...study, start });
    expect(years.some((year) => regionalValue(year, "firms", r) === 0)).toBe(true);
  });

  it("a region without firms, and one in which every firm uses digital technology", () => {
    const start = { ...study.start, firms: study.start.firms.slice(), digitalUsers: study.start.digitalUsers.slice() };
    start.firms[3] = 0;
    start.digitalUsers[3] = 0;
    start.digitalUsers[0] = start.firms[0];
    const everything = plan(LEVERS.map(({ id, usual }) => ({ lever: id, size: usual, from: 2024 })));
    check(plan([]), "1", { ...study, start });
    check(everything, "1", { ...study, start });
  });

  it("every firm adopted", () => {
    const start = { ...study.start, digitalUsers: study.start.firms.slice() };
    check(plan(LEVERS.map(({ id, usual }) => ({ lever: id, size: usual, from: 2024 }))), "1", { ...study, start });
  });
});
