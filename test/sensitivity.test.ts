import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parametersDocument } from "#cli/parameters.ts";
import { readScenario } from "#cli/scenarioArgument.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { runReplicate } from "#engine/replicate.ts";
import {
  oneAtATime,
  oneAtATimePoints,
  outputsOf,
  parametersAt,
  placeOfDefault,
  rankByLargestPart,
  STUDIED_PLANS,
  tasksOf,
} from "#engine/sensitivity.ts";
import { study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const plans = STUDIED_PLANS.map((id) => readScenario(id, regionIds));
const ids = ["matureShare", "pilotStart"] as const;

describe("a sensitivity study", () => {
  it("moves every parameter over its whole range", () => {
    expect(parametersAt(ids, [0, 1])).toEqual({ matureShare: 0.3, pilotStart: 0.8 });
    for (const { id, default: byDefault } of PARAMETERS) {
      expect(parametersAt([id], [placeOfDefault(id)])[id]).toBeCloseTo(byDefault, 12);
    }
  });

  it("runs all plans of a point on the same futures, with the point's parameters in every one", () => {
    const tasks = tasksOf({ ids, plans, seed: "1", replicates: 2 }, [0.5, 0.5]);
    expect(tasks.map(({ replicate, scenario }) => `${replicate} ${scenario.id}`)).toEqual(
      [0, 1].flatMap((replicate) => STUDIED_PLANS.map((plan) => `${replicate} ${plan}`)),
    );
    for (const { scenario, parameters } of tasks) {
      expect(parameters).toBe("default");
      expect(scenario.parameters).toMatchObject(parametersAt(ids, [0.5, 0.5]));
    }
  });

  it("reads shares in percent and plans as their lead over no plan", () => {
    const [baseline, core, subsidy] = tasksOf({ ids, plans, seed: "1", replicates: 1 }, [0.4, 0.4]).map((task) =>
      runReplicate(study, task),
    );
    const same = outputsOf([baseline, baseline, baseline]);
    expect(same[2]).toBe(0);
    expect(same[3]).toBe(0);
    expect(same[1]).toBeGreaterThan(15);
    expect(same[1]).toBeLessThan(100);
    const outputs = outputsOf([baseline, core, subsidy]);
    expect(outputs.slice(0, 2)).toEqual(same.slice(0, 2));
    const mean = outputsOf([baseline, core, subsidy, baseline, baseline, baseline]);
    expect(mean[2]).toBeCloseTo(outputs[2] / 2, 9);
  }, 30_000);

  it("one at a time compares both ends of a range with all defaults", () => {
    const points = oneAtATimePoints(ids);
    expect(points).toHaveLength(5);
    expect(points[2]).toEqual([1, placeOfDefault("pilotStart")]);
    const outputs = [[10], [4], [13], [10], [10]].map(([value]) => [value, 0, 0, 0]);
    expect(oneAtATime(ids, outputs)).toMatchObject([
      { id: "matureShare", atMinimum: [-6, 0, 0, 0], atMaximum: [3, 0, 0, 0] },
      { id: "pilotStart", atMinimum: [0, 0, 0, 0], atMaximum: [0, 0, 0, 0] },
    ]);
  });

  it("ranks a parameter by the output to which it matters most, whatever the units of the outputs", () => {
    const effects = [
      [1, 0, 0, 0],
      [0, 900, 0, 0],
      [9, 100, 0, 0],
      [0, 0, 0, 0],
    ];
    expect(rankByLargestPart(effects)).toEqual([1, 2, 0, 3]);
  });
});

describe("docs/parameters.md", () => {
  it("is what twin parameters prints", () => {
    const file = new URL("../docs/parameters.md", import.meta.url);
    expect(readFileSync(file, "utf8"), "run: npm run -s twin -- parameters > docs/parameters.md").toBe(
      parametersDocument(study.ensemble),
    );
  });
});
