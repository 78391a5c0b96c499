import type { FuturesByPlan } from "#session/futures.ts";
import type { Scenario } from "#domain/scenario.ts";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { withoutMeasures } from "#domain/noPlan.ts";
import { effectOf } from "#engine/comparison.ts";
import { combineDigests } from "#engine/digest.ts";
import { runReplicate } from "#engine/replicate.ts";
import { summarise } from "#engine/summaries.ts";
import { createFuturesSimulator } from "#session/futures.ts";
import { compareCommand, doesSomething } from "#session/planCommand.ts";
import { PLAN_KEYS, type PlanKey } from "#session/plans.ts";
import { plan, study } from "./fixtures/simulate.ts";

const top = fileURLToPath(new URL("..", import.meta.url));
const until = 2025;
const t = until - 2023;
const seed = "two words";
const futures = 2;
const advice = { lever: "advice", size: 150, from: 2024 } as const;
/** Every kind of own assumption, one plan that has nothing else, one that has none. */
const plans = [
  plan([advice], { until, id: "advised" }),
  plan([advice], { until, id: "other-numbers", parameters: { threshold: 0.45 }, off: ["partners"] }),
  plan([], {
    until,
    id: "shock-alone",
    shocks: [{ shock: "importPrice", regions: "all", from: 2024, to: 2025, size: 2, ramp: 0 }],
  }),
];

describe("the command that compares the plans of a page", () => {
  it("leaves out only what is no plan", () => {
    expect(plans.map(doesSomething)).toEqual([true, true, true]);
    expect(doesSomething(plan([], { until, id: "blank" }))).toBe(false);
  });

  it("prints the digits of the page, whatever the plans assume", () => {
    const command = compareCommand(plans, { seed, presets: [] }, futures);
    const folder = mkdtempSync(join(tmpdir(), "plans-"));
    for (const one of plans) writeFileSync(join(folder, `${one.id}.json`), JSON.stringify(one));
    const inFolder = command.replaceAll(/[\w-]+\.json/g, (file) => join(folder, file));
    const options = { cwd: top, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
    const said = JSON.parse(execFileSync("sh", ["-c", `${inFolder} --json`], options));

    const page = futuresOfPage();
    const ofPlan = (k: number) => page[PLAN_KEYS[k]]!;
    expect(said.plans.map(({ id }: { id: string }) => id)).toEqual(["baseline", ...plans.map(({ id }) => id)]);
    expect(said.receipt.outputDigest).toBe(
      combineDigests([ofPlan(0).baseline, ...plans.map((_, k) => ofPlan(k).plan)].flat().map(({ digest }) => digest)),
    );
    plans.forEach(({ id }, k) => {
      const { plan: results, baseline } = ofPlan(k);
      const effect = said.effects.find(
        (row: { plan: string; year: number; region: null }) =>
          row.plan === id && row.year === until && row.region === null,
      );
      expect(effect).toMatchObject({ ...effectOf(results, baseline, t, null) });
      const national = said.plans[k + 1].national.find(({ year }: { year: number }) => year === until);
      expect(national.digital_users).toEqual(
        expect.objectContaining({ p50: summarise(results, "digital_users", t, null)!.p50 }),
      );
    });
    expect(ofPlan(1).baseline[0].digest).not.toBe(ofPlan(0).baseline[0].digest);
  });
});

/** As the workers of the page do it, in this thread. */
function futuresOfPage(): FuturesByPlan {
  const jobs = plans.map((scenario: Scenario, k): { key: PlanKey; scenario: Scenario; baseline: Scenario } => ({
    key: PLAN_KEYS[k],
    scenario,
    baseline: withoutMeasures(scenario),
  }));
  let latest: FuturesByPlan = {};
  createFuturesSimulator({
    run: (data, tasks, onResult) => {
      for (const [index, task] of tasks.entries()) onResult(index, runReplicate(data, task));
      return () => {};
    },
  })(
    { data: study, plans: jobs, seed, wanted: futures },
    (arrived) => {
      latest = arrived;
    },
    (message) => expect.fail(message),
  );
  return latest;
}
