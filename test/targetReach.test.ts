import type { ReplicateResult } from "#engine/replicate.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { runReplicate } from "#engine/replicate.ts";
import { columnValue } from "#engine/summaries.ts";
import { reachOfTarget } from "#session/targetReach.ts";
import { expect, it } from "vitest";
import { plan, study } from "./fixtures/simulate.ts";

const SHARE = REGIONAL_INDICATORS.findIndex(({ id }) => id === "digital_share");

/** A future of two regions in which the country has the given shares, the first region none and the second twice as much. */
function futureOf(shares: readonly number[]): ReplicateResult {
  const indicators = REGIONAL_INDICATORS.length;
  const national = new Float64Array(shares.length * indicators);
  const regional = new Float64Array(2 * national.length);
  shares.forEach((share, t) => {
    national[t * indicators + SHARE] = share;
    regional[(t * indicators + SHARE) * 2 + 1] = 2 * share;
  });
  return { replicate: 0, national, regional } as unknown as ReplicateResult;
}

const futures = [
  [0.16, 0.2, 0.3, 0.31], // 2025
  [0.16, 0.31, 0.29, 0.28], // 2024, and falls back
  [0.16, 0.2, 0.25, 0.3], // 2026
  [0.16, 0.2, 0.25, 0.29], // never
].map(futureOf);
const until = START_YEAR + 3;

it("counts the futures that have reached the target by the year, those that fell back too", () => {
  const reached = [2023, 2024, 2025, 2026].map(
    (by) => reachOfTarget(futures, 0.3, { by, until, region: null }).reached,
  );
  expect(reached).toEqual([0, 1, 2, 3]);
});

it("tells the year by which half of the futures are there, and says so when fewer than half ever are", () => {
  expect(reachOfTarget(futures, 0.3, { by: until, until, region: null }).halfBy).toBe(2025);
  expect(reachOfTarget(futures.slice(0, 3), 0.3, { by: until, until, region: null }).halfBy).toBe(2025);
  expect(reachOfTarget(futures, 0.31, { by: until, until, region: null })).toEqual({
    reached: 2,
    futures: 4,
    halfBy: 2026,
  });
  expect(reachOfTarget(futures, 0.32, { by: until, until, region: null }).halfBy).toBeNull();
});

it("looks at the region when one is asked for", () => {
  const inRegion = (region: number) => reachOfTarget(futures, 0.4, { by: 2024, until, region });
  expect(inRegion(0)).toEqual({ reached: 0, futures: 4, halfBy: null });
  expect(inRegion(1)).toEqual({ reached: 4, futures: 4, halfBy: 2024 });
});

it("rests on the futures that were run: each that counts has the share in its own table", () => {
  const scenario = { ...plan([]), until: 2026 };
  const run = [0, 1, 2, 3].map((replicate) =>
    runReplicate(study, { scenario, seed: "1", replicate, isRecorded: false }),
  );
  const last = run.map((result) => columnValue(result, "digital_share", 3, null)!).sort((a, b) => b - a);
  for (const [k, target] of last.entries())
    expect(reachOfTarget(run, target, { by: 2026, until: 2026, region: null }).reached).toBeGreaterThanOrEqual(k + 1);
  expect(reachOfTarget(run, 1, { by: 2026, until: 2026, region: null }).reached).toBe(0);
});
