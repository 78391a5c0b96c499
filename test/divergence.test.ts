import type { EventRecord } from "#domain/runResult.ts";
import { describe, expect, it } from "vitest";
import { describeDivergence, findDivergence, firstDifferentYear } from "#engine/divergence.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const event = (year: number, actor: string, from: string, to: string, because = ""): EventRecord => ({
  year,
  actor,
  region: 1,
  machine: "digital",
  from,
  to,
  because,
});

describe("the first year in which two logs part", () => {
  const shared = [event(2024, "a", "aware", "evaluating"), event(2025, "b", "unaware", "aware")];

  it("is none for equal transitions, whatever the guards saw", () => {
    expect(firstDifferentYear(shared, shared)).toBeNull();
    expect(
      firstDifferentYear(
        shared,
        shared.map((one) => ({ ...one, because: "draw 0.2" })),
      ),
    ).toBeNull();
  });

  it("is that of the first transition which only one of them has, or which leads elsewhere", () => {
    const more = [...shared, event(2026, "c", "unaware", "aware")];
    expect(firstDifferentYear(more, shared)).toBe(2026);
    expect(firstDifferentYear(shared, more)).toBe(2026);
    expect(firstDifferentYear(shared, [shared[0], event(2025, "b", "unaware", "lost")])).toBe(2025);
  });
});

describe("what lies behind it", () => {
  const ours = [
    event(2025, "a", "unaware", "aware", "becomesAware: draw 0.14, served 1, regionalShare 0.2"),
    event(2025, "b", "aware", "aware", "always: draw 0.9, served 0"),
    event(2025, "c", "unaware", "aware", "becomesAware: draw 0.01, served 0"),
  ];
  const theirs = [
    event(2025, "a", "unaware", "unaware", "always: draw 0.14, served 0, regionalShare 0.2"),
    event(2025, "b", "aware", "aware", "always: draw 0.9, served 1"),
    event(2025, "c", "unaware", "aware", "becomesAware: draw 0.01, served 0"),
  ];

  it("names the actors with another step, the guard, the shared draw, and only what the guard saw differently", () => {
    expect(describeDivergence(2025, ours, theirs).actors).toEqual([
      {
        actor: "a",
        region: 1,
        machine: "digital",
        from: "unaware",
        to: "aware",
        toAgainst: "unaware",
        guard: "becomesAware",
        saw: [{ name: "served", value: 1, against: 0 }],
        draw: 0.14,
      },
    ]);
  });

  it("is the same seen from the other plan, with the sides exchanged", () => {
    const [{ to, toAgainst, guard, saw }] = describeDivergence(2025, theirs, ours).actors;
    expect({ to, toAgainst, guard }).toEqual({ to: "unaware", toAgainst: "aware", guard: "becomesAware" });
    expect(saw).toEqual([{ name: "served", value: 0, against: 1 }]);
  });

  it("counts the steps, the most frequent first", () => {
    const many = ["d", "e"].map((actor) => event(2025, actor, "piloting", "integrated"));
    const { steps } = describeDivergence(2025, [...ours, ...many], theirs);
    expect(steps.map(({ from, to, toAgainst, count }) => [from, to, toAgainst, count])).toEqual([
      ["piloting", "integrated", "piloting", 2],
      ["unaware", "aware", "unaware", 1],
    ]);
  });
});

describe("two plans in one future", () => {
  const without = plan([], { id: "baseline", until: 2027 });

  it("never part when they do the same", () => {
    expect(findDivergence(study, plan([{ lever: "subsidy", size: 0 }], { until: 2027 }), without, "1")).toBeNull();
  });

  it("part when an office is designed, two years before it serves anybody", () => {
    const advised = plan([{ lever: "advice", size: 200, from: 2026 }], { until: 2027 });
    const divergence = findDivergence(study, advised, without, "1")!;
    expect(divergence.year).toBe(2024);
    expect(divergence.actors.map(({ actor, from, to }) => [actor, from, to])).toEqual([
      ["projectOffice", "absent", "designed"],
    ]);
  });

  it("part in the first year of a subsidy, and those who took another step saw a better chance or could pay", () => {
    const subsidised = plan([{ lever: "subsidy", size: 0.5, from: 2026 }], { until: 2027 });
    const divergence = findDivergence(study, subsidised, without, "1")!;
    expect(divergence.year).toBe(2026);
    const digital = divergence.actors.filter(({ machine }) => machine === "digital");
    expect(digital.length).toBeGreaterThan(0);
    expect(divergence.steps.reduce((total, { count }) => total + count, 0)).toBe(divergence.actors.length);
    for (const { saw, draw, to, toAgainst } of digital) {
      expect(to).not.toBe(toAgainst);
      expect(draw).toBeGreaterThanOrEqual(0);
      expect(saw).not.toEqual([]);
    }
    const isHelped = ({ saw }: (typeof digital)[number]) =>
      saw.some(
        ({ name, value, against }) =>
          ["affordable", "evaluationChance", "hazardRatio", "slotFree"].includes(name) && value! > against!,
      );
    expect(digital.some(isHelped)).toBe(true);
  });

  it("are not changed by recording who stayed", () => {
    const scenario = { ...without, until: 2025 };
    const plain = simulate(scenario);
    const recorded = simulate(scenario, "1", 0, { isRecorded: true, staysIn: 2025 });
    expect(recorded.digest).toBe(plain.digest);
    const moved = recorded.events.filter(({ from, to }) => from !== to);
    expect(moved).toEqual(simulate(scenario, "1", 0, { isRecorded: true }).events);
    expect(recorded.events.length).toBeGreaterThan(moved.length);
  });
});
