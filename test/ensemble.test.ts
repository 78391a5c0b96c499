import { test, fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { formatEnsemble, parseEnsemble } from "#domain/ensemble.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { describeParameters, scenarioOfFuture } from "#engine/parametersOfFuture.ts";
import { runReplicate } from "#engine/replicate.ts";
import { runSimulation } from "#engine/runSimulation.ts";
import { plan, study } from "./fixtures/simulate.ts";

const ids = PARAMETERS.map(({ id }) => id);
const defaults = PARAMETERS.map((parameter) => parameter.default as number);
const made = { command: "twin calibrate", engineVersion: "0", sampled: 3, kept: 2 };
const insideRange = fc.tuple(
  ...PARAMETERS.map(({ minimum, maximum }) => fc.double({ min: minimum, max: maximum, noNaN: true })),
);

function refusal(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(formatEnsemble({ ids, sets: [defaults], made }));
  change(file);
  try {
    parseEnsemble(JSON.stringify(file), "sets.json");
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
}

describe("the ensemble of parameter sets", () => {
  it("that is shipped has at least 200 sets, all of them different", () => {
    const { sets } = study.ensemble;
    expect(sets.length).toBeGreaterThanOrEqual(200);
    expect(new Set(sets.map((set) => set.join())).size).toBe(sets.length);
  });

  test.prop([fc.array(insideRange, { minLength: 1, maxLength: 3 })])("is read as it was written", (sets) => {
    const read = parseEnsemble(formatEnsemble({ ids, sets, made }), "sets.json");
    expect(read.ids).toEqual(ids);
    expect(read.sets).toEqual(sets.map((set) => set.map((value) => value + 0)));
    expect(read.made).toEqual(made);
  });

  it("is refused with place, expected and found", () => {
    expect(refusal(() => {})).toBe("accepted");
    expect(refusal((file) => Object.assign(file, { version: 2 }))).toMatch(
      /^sets\.json version: expected version 1.*got 2$/,
    );
    expect(refusal((file) => Object.assign(file, { parameterTable: "of last year" }))).toMatch(
      /^sets\.json parameterTable: expected [0-9a-f]{64}, the parameters of this program \(.*calibrate.*\), got "of last year"$/,
    );
    expect(refusal((file) => Object.assign(file, { ids: ["nonsense", ...ids.slice(1)] }))).toMatch(
      /^sets\.json ids\[0\]: expected the id of a parameter, got "nonsense"$/,
    );
    expect(refusal((file) => Object.assign(file, { ids: [ids[1], ...ids.slice(1)] }))).toMatch(
      /ids\[1\]: expected each id once/,
    );
    expect(refusal((file) => Object.assign(file, { sets: [[99, ...defaults.slice(1)]] }))).toBe(
      "sets.json sets[0][0]: expected hazardLevel from -3.05 to -2.05, got 99",
    );
    expect(refusal((file) => Object.assign(file, { sets: [defaults.slice(1)] }))).toMatch(/expected \d+ numbers/);
    expect(refusal((file) => Object.assign(file, { sets: [] }))).toMatch(/at least one parameter set/);
  });
});

describe("the parameters of a future", () => {
  const { ensemble } = study;

  it("are the default ones in the first future, then the sets in turn, the same for every plan", () => {
    const scenario = plan([]);
    expect(scenarioOfFuture(scenario, 0, ensemble)).toBe(scenario);
    const count = ensemble.sets.length;
    const of = (replicate: number) =>
      ensemble.ids.map((id) => scenarioOfFuture(scenario, replicate, ensemble).parameters[id]);
    expect(of(1)).toEqual(ensemble.sets[0]);
    expect(of(count)).toEqual(ensemble.sets[count - 1]);
    expect(of(count + 1)).toEqual(ensemble.sets[0]);
    const advised = plan([{ lever: "advice", size: 100 }]);
    expect(scenarioOfFuture(advised, 7, ensemble).parameters).toEqual(
      scenarioOfFuture(scenario, 7, ensemble).parameters,
    );
  });

  it("keep what the scenario itself sets", () => {
    const fixed = scenarioOfFuture(plan([], { parameters: { matureShare: 0.9 } }), 5, ensemble);
    expect(fixed.parameters.matureShare).toBe(0.9);
    expect(fixed.parameters.hazardLevel).toBe(ensemble.sets[4][ensemble.ids.indexOf("hazardLevel")]);
  });

  it("are what a run of that future is made with, unless the default ones are asked for", () => {
    const scenario = plan([], { until: 2025 });
    const task = { scenario, seed: "1", replicate: 2, isRecorded: false };
    const digestOf = (parameters: Record<string, number>) =>
      runSimulation(study, { ...scenario, parameters }, "1", 2, () => {}).digest;
    const set = Object.fromEntries(ensemble.ids.map((id, k) => [id, ensemble.sets[1][k]]));
    expect(runReplicate(study, task).digest).toBe(digestOf(set));
    expect(runReplicate(study, { ...task, parameters: "default" }).digest).toBe(digestOf({}));
    expect(digestOf(set)).not.toBe(digestOf({}));
  });

  it("are named in a receipt by the digest of the ensemble where they were used", () => {
    expect(describeParameters("ensemble", 40, ensemble)).toMatch(/^[0-9a-f]{64}$/);
    expect(describeParameters("default", 40, ensemble)).toBe("default");
    expect(describeParameters("ensemble", 1, ensemble)).toBe("default");
  });
});
