import type { YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { SessionContext, Simulated } from "#session/sessionContext.ts";
import { createSimulationService } from "#engine/simulationService.ts";
import { compareCommand, runCommand } from "#session/planCommand.ts";
import { newEntry } from "#session/plans.ts";
import { receiptOf, reproduction } from "#session/reproduction.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { plan, study } from "./fixtures/simulate.ts";

const service = createSimulationService({ data: study, dataDigest: "d".repeat(64) });
const advised = plan([{ lever: "advice", size: 100 }], { until: 2026, id: "advised" });
const subsidised = plan([{ lever: "subsidy", size: 0.4 }], { until: 2026, id: "subsidised" });
let one: Simulated;
let two: Simulated;
let otherSeed: Simulated;
beforeAll(() => {
  one = run(advised, "1");
  two = run(subsidised, "1");
  otherSeed = run(advised, "2");
});

describe("a run again", () => {
  it("of the same plans is reproduced, with the number of plans and the digest", () => {
    const page = pageOf({ A: one, B: two });
    expect(reproduction(receiptOf(page)!, page)).toEqual({
      status: "reproduced",
      plans: 2,
      digest: one.summary.receipt.outputDigest,
    });
  });

  it("is awaited while a plan of the link is not simulated", () => {
    const page = pageOf({ A: one, B: two });
    expect(reproduction(receiptOf(page)!, { ...page, runs: { A: one } })).toEqual({ status: "running" });
  });

  it("with other numbers names the plan, the first year and an indicator that differ", () => {
    const sent = receiptOf(pageOf({ A: one, B: two }))!;
    const [first, ...rest] = two.years.slice(0, 3);
    const last = two.years[3];
    const changed = { ...last, national: last.national.map((value, k) => (k === 2 ? value + 1e-9 : value)) };
    const found = reproduction(sent, pageOf({ A: one, B: withDigest({ ...two, years: [first, ...rest, changed] }) }));
    expect(found).toMatchObject({ status: "different", engine: null, isDataDifferent: false });
    expect(found?.status === "different" && found.runs).toEqual([
      { key: "B", year: 2026, indicator: expect.any(String) },
    ]);
  });

  it("of another seed differs from 2023 on, since the enterprises are drawn anew", () => {
    const sent = receiptOf(pageOf({ A: one }))!;
    const found = reproduction(sent, pageOf({ A: { ...otherSeed, seed: "1" } }));
    expect(found?.status === "different" && found.runs[0].year).toBe(2023);
  });

  it("by another version of the model and other data says so", () => {
    const page = pageOf({ A: one });
    const sent = receiptOf(page)!;
    const older = {
      ...sent,
      engine: "0.0.9",
      data: "e".repeat(64),
      runs: [{ ...sent.runs[0], output: "f".repeat(64) }],
    };
    expect(reproduction(older, page)).toMatchObject({
      status: "different",
      engine: { sent: "0.0.9", here: sent.engine },
      isDataDifferent: true,
    });
  });

  it("leaves out a plan that was changed since", () => {
    const sent = receiptOf(pageOf({ A: one, B: two }))!;
    const page = pageOf({ A: one, B: two });
    const plans = [page.plans[0], newEntry("B", { ...subsidised, until: 2025 })];
    expect(reproduction(sent, { ...page, plans })).toMatchObject({ status: "reproduced", plans: 1 });
    expect(reproduction(sent, { ...page, plans: [plans[1]] })).toBeNull();
  });
});

describe("the command", () => {
  const presets = [advised];
  it("calls an unchanged preset by its id, everything else by the file that Save plan writes", () => {
    expect(runCommand({ plan: advised, seed: "1", presets })).toBe("npm run -s twin -- run advised --seed 1");
    expect(runCommand({ plan: subsidised, seed: "1", presets })).toBe(
      "npm run -s twin -- run subsidised.json --seed 1",
    );
    expect(compareCommand([advised, subsidised], { seed: "1", presets }, 40)).toBe(
      "npm run -s twin -- compare baseline advised subsidised.json --seed 1 --replicates 40",
    );
  });

  it.each([
    ["two words", "='two words'"],
    ["it's", "='it'\\''s'"],
    ["-x", "='-x'"],
    ["$(rm)", "='$(rm)'"],
    ["a.b-1", " a.b-1"],
  ])("quotes the seed %s", (seed, quoted) => {
    expect(runCommand({ plan: advised, seed, presets })).toBe(`npm run -s twin -- run advised --seed${quoted}`);
  });
});

function run(scenario: Scenario, seed: string): Simulated {
  const years: YearSnapshot[] = [];
  const summary = service.run({ scenario, seed, replicate: 0 }, (year) => years.push(year));
  return { scenario, seed, years, summary };
}

function withDigest(simulated: Simulated): Simulated {
  const receipt = { ...simulated.summary.receipt, outputDigest: "0".repeat(64) };
  return { ...simulated, summary: { ...simulated.summary, receipt } };
}

function pageOf(runs: SessionContext["runs"]): SessionContext {
  const plans = Object.entries(runs).map(([key, { scenario }]) => newEntry(key as "A", scenario));
  return { plans, runs, seed: "1" } as unknown as SessionContext;
}
