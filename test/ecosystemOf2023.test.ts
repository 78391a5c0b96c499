import { describe, expect, it } from "vitest";
import { presetIds, readScenario } from "#cli/scenarioArgument.ts";
import { createEcosystem } from "#engine/ecosystem.ts";
import { ecosystemOf2023 } from "#engine/ecosystemOf2023.ts";
import { createRewind } from "#engine/rewind.ts";
import { runReplicate } from "#engine/replicate.ts";
import { study } from "./fixtures/simulate.ts";

describe("the ecosystem of 2023 that plans of one future share", () => {
  it("is, after any preset has run on it, the one that is built anew", () => {
    const regionIds = study.regions.map(({ id }) => id);
    for (const id of presetIds()) {
      const scenario = { ...readScenario(id, regionIds), until: 2025 };
      const task = { scenario, seed: "shared", replicate: 1 };
      const reused = runReplicate(study, { ...task, isRecorded: false });
      const anew = runReplicate(study, { ...task, isRecorded: true }); // a recorded run builds its own
      expect(reused.digest, id).toBe(anew.digest);
    }
    const scenario = readScenario("baseline", regionIds);
    const { live: _, ...again } = ecosystemOf2023(study, scenario, "shared", 1);
    const { live: __, ...first } = createEcosystem(study, scenario, "shared", 1);
    const numbers = (tree: object) => JSON.stringify(tree, (key, value) => (key === "table" ? undefined : value));
    expect(numbers(again)).toBe(numbers(first));
  });

  it("is put back number by number, also where an object was replaced", () => {
    const inner = { count: 1, column: Float64Array.of(1, 2) };
    const root = { inner, list: [inner, { flag: 0 }], year: 2023 };
    const before = structuredClone(root);
    const rewind = createRewind(root);
    for (let round = 0; round < 2; round++) {
      root.inner.column[1] = 9;
      root.inner.count = 7;
      root.inner = { count: 5, column: Float64Array.of(5) };
      root.list[1] = { flag: 3 };
      root.year = 2030;
      rewind();
      expect(root).toEqual(before);
      expect(root.inner).toBe(inner);
    }
    expect(() => createRewind({ inner, seen: new Map() })).toThrow("got Map");
  });
});
