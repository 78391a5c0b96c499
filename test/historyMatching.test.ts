import { describe, expect, it } from "vitest";
import { PARAMETERS } from "#domain/parameters.ts";
import {
  createHistoryMatching,
  createMatchingService,
  CUT,
  isPlausible,
  keepPlausible,
  sampleParameterSets,
} from "#engine/historyMatching.ts";
import { latinHypercube } from "#estimators/latinHypercube.ts";
import { namedStream } from "#engine/namedStream.ts";
import { study } from "./fixtures/simulate.ts";

const defaults = PARAMETERS.map((parameter) => parameter.default as number);
const withValue = (id: string, value: number) => PARAMETERS.map((p, k) => (p.id === id ? value : defaults[k]));

describe("a Latin hypercube", () => {
  it("has one value in each interval of each coordinate", () => {
    const stream = namedStream("1", 0, "test");
    const rows = latinHypercube(50, 3, () => stream.double());
    for (let j = 0; j < 3; j++) {
      const intervals = rows.map((row) => Math.floor(50 * row[j])).sort((a, b) => a - b);
      expect(intervals).toEqual(Array.from({ length: 50 }, (_, i) => i));
    }
  });

  it("of the parameters covers every range to its ends, and comes back with the same seed", () => {
    const sets = sampleParameterSets(40, "1");
    PARAMETERS.forEach(({ minimum, maximum }, k) => {
      const values = sets.map((set) => set[k]);
      const fortieth = (maximum - minimum) / 40;
      expect(Math.min(...values)).toBeGreaterThanOrEqual(minimum);
      expect(Math.min(...values)).toBeLessThan(minimum + 1.01 * fortieth);
      expect(Math.max(...values)).toBeLessThanOrEqual(maximum);
      expect(Math.max(...values)).toBeGreaterThan(maximum - 1.01 * fortieth);
    });
    expect(sampleParameterSets(40, "1")).toEqual(sets);
    expect(sampleParameterSets(40, "2")).not.toEqual(sets);
  });
});

describe("history matching on 2021 to 2023", () => {
  const matching = createHistoryMatching(study);
  const match = (set: readonly number[]) => matching.match({ set, seed: "1", replicates: 3 });

  it("does not look at 2024", () => {
    expect(matching.targets.filter(({ id }) => id.includes("2024"))).toEqual([]);
    const digital = matching.targets.filter(({ id }) => id.startsWith("digital"));
    expect(digital.map(({ observed }) => observed)).toEqual([0.078, 0.129, 0.164].map((z) => expect.closeTo(z, 12)));
  });

  it("keeps the fitted parameters, and rules out users that leave or come in crowds", () => {
    expect(isPlausible(match(defaults))).toBe(true);
    const rush = withValue("hazardLevel", -2.05).map((value, k) =>
      PARAMETERS[k].id === "matureShare" ? 0.95 : PARAMETERS[k].id === "regionalPeers" ? 3 : value,
    );
    expect(match(rush).national).toBeGreaterThan(match(defaults).national);
    expect(match(withValue("cloudExitRate", 0.2)).national).toBeGreaterThan(CUT);
  }, 30_000);

  it("gives a worker's answer as this thread's", () => {
    const service = createMatchingService();
    expect(() => service.match({ set: defaults, seed: "1", replicates: 2 })).toThrow("before it was given the data");
    service.open(study);
    expect(service.match({ set: defaults, seed: "1", replicates: 3 })).toEqual(match(defaults));
  }, 30_000);

  it("ships the plausible sets in the order sampled, and says how many there were", () => {
    const scores = [4, 1, 2, 3.1, 0.5].map((national) => ({ national, regional: 1 }));
    const sets = scores.map((_, k) => [k]);
    const kept = keepPlausible(sets, scores, 2, { command: "c", engineVersion: "0" });
    expect(kept.sets).toEqual([[1], [2]]);
    expect(kept.made).toEqual({ command: "c", engineVersion: "0", sampled: 5, kept: 3 });
  });
});
