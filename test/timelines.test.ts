import { readScenario } from "#cli/scenarioArgument.ts";
import { actorsOf } from "#domain/runResult.ts";
import { SINGLE_ACTOR_MACHINES, spanAt, timelinesOf } from "#session/timelines.ts";
import { expect, it } from "vitest";
import { simulate, study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const { roster, years } = simulate({ ...readScenario("full-package", regionIds), until: 2031 });
const timelines = timelinesOf(roster, years);

it("a timeline says of every year the state that the snapshot has", () => {
  expect(new Set(timelines.map(({ machine }) => machine))).toEqual(new Set(SINGLE_ACTOR_MACHINES));
  for (const { year, actors } of years)
    for (const timeline of timelines) {
      const actor = actorsOf(roster, actors, timeline.machine).find(({ id }) => id === timeline.id)!;
      expect(spanAt(timeline, year).state, `${timeline.id} ${year}`).toBe(actor.state);
    }
});

it("spans follow each other without a gap, and neighbours differ", () => {
  for (const { spans } of timelines) {
    expect([spans[0].from, spans.at(-1)!.to]).toEqual([2023, 2031]);
    spans.slice(1).forEach(({ from, state }, k) => {
      expect(from).toBe(spans[k].to + 1);
      expect(state).not.toBe(spans[k].state);
    });
  }
});

it("[SM-14, SM-15] the full package strengthens the ecosystem and moves its mechanism", () => {
  const of = (id: string) => timelines.find((timeline) => timeline.id === id)!.spans.map(({ state }) => state);
  expect(of("ecosystem")).toContain("strengthening");
  expect(of("mechanism").length).toBeGreaterThan(2);
});
