import { newsPlaces } from "#scene/mapNews.ts";
import { describe, expect, it } from "vitest";

const layout = { stages: [{ label: [3, 4] }, { label: [10, 20] }] } as never;
const heaps = {
  top: Float32Array.of(6, 24),
  bottom: Float32Array.of(2, 18),
  right: Float32Array.of(5, 12),
};
const core = { kind: "actor", region: 1, actor: "core/kazakhmys", count: 1, text: "" } as const;

describe("what happened in a year stands on the map", () => {
  it("at the mark of the actor where that is drawn, and below the firms of its region where it is not", () => {
    const mark = {
      id: "core/kazakhmys",
      kind: "orchestrator",
      region: 1,
      slot: 0,
      active: true,
      isNews: true,
    } as const;
    expect([...newsPlaces([core], [mark], [[7, 8]], layout, heaps)]).toEqual([7, 8]);
    expect([...newsPlaces([core], [], [], layout, heaps)]).toEqual([10, 18]);
  });

  it("to the right of the firms of a region that had incidents, half way up", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 2, text: "" } as const;
    const [x, y] = newsPlaces([incidents], [], [], layout, heaps);
    expect(x).toBeGreaterThan(5);
    expect(y).toBe(4);
  });
});
