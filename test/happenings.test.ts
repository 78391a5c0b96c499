import { readScenario } from "#cli/scenarioArgument.ts";
import { enterpriseId } from "#domain/enterpriseId.ts";
import { AGENT_BYTE, BYTES_PER_AGENT, NO_CORE } from "#domain/runResult.ts";
import { LINK_KINDS } from "#scene/mapLinks.ts";
import { stateChanges, yearEvents } from "#session/happenings.ts";
import { actorPick, firmId } from "#ui/actorPlaces.ts";
import { mapLinks } from "#ui/mapLinks.ts";
import { marksOf } from "#ui/mapReading.ts";
import { describe, expect, it } from "vitest";
import { simulate, study } from "./fixtures/simulate.ts";

const scenario = readScenario(
  "core-ecosystem",
  study.regions.map(({ id }) => id),
);
const run = simulate({ ...scenario, until: 2031 }, "1", 0, { isRecorded: true });
const { roster, agentRegion, years } = run;
const large = run.buyers.length / 4;
const now = years.at(-1)!;
const before = years.at(-2)!;
const karaganda = study.regions.findIndex(({ id }) => id === "karaganda");

describe("what happened in a year", () => {
  it("names every core that the log of the run moves, once", () => {
    for (let t = 1; t < years.length; t++) {
      const moved = stateChanges(roster, years[t - 1]!.actors, years[t]!.actors).filter(
        ({ machine }) => machine === "coreEnterprise",
      );
      const logged = run.events.filter(({ year, machine }) => machine === "coreEnterprise" && year === years[t]!.year);
      expect(moved.map(({ id, from, to }) => [id, from, to])).toEqual(
        logged.map(({ actor, from, to }) => [actor, from, to]),
      );
    }
  });

  it("accounts for the users of the country: those who began less those who gave up are the difference", () => {
    const users = (snapshot: typeof now) => {
      let count = 0;
      for (let row = 0; row < large; row++) {
        const stage = snapshot.agents[row * BYTES_PER_AGENT + AGENT_BYTE.stage]!;
        if (stage === 4 || stage === 5) count++;
      }
      return count;
    };
    const { began, ceased } = yearEvents(run, before, now, null);
    expect(began - ceased).toBe(users(now) - users(before));
    expect(began).toBeGreaterThan(0);
  });

  it("adds up over the regions", () => {
    const country = yearEvents(run, before, now, null);
    for (const what of ["began", "ceased", "joined", "left"] as const) {
      const parts = study.regions.map((_, region) => yearEvents(run, before, now, region)[what]);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(country[what]);
    }
  });

  it("is nothing between a year and itself", () => {
    expect(yearEvents(run, now, now, null)).toEqual({ changes: [], began: 0, ceased: 0, joined: 0, left: 0 });
  });
});

describe("links of the map", () => {
  const marks = marksOf(roster, now, new Set(["orchestrator"]), karaganda, null, new Set());
  const question = { summary: run, now, before, marks, region: null, actor: null } as const;

  it("are none by choice, and none of the selection without one", () => {
    expect(mapLinks({ ...question, choice: "none" })).toBeNull();
    expect(mapLinks({ ...question, choice: "selection" })!.count).toBe(0);
  });

  it("to platforms are the members and the invited of drawn cores", () => {
    const links = mapLinks({ ...question, choice: "platform" })!;
    const members = Array.from({ length: large }, (_, row) => row).filter((row) => {
      const membership = now.agents[row * BYTES_PER_AGENT + AGENT_BYTE.membership]!;
      return now.agents[row * BYTES_PER_AGENT + AGENT_BYTE.core] !== NO_CORE && membership >= 1 && membership <= 4;
    });
    expect(members.length).toBeGreaterThan(0);
    const drawn = [...links.from].filter((_, link) => links.now[link]! > 0);
    expect(drawn.sort((a, b) => a - b)).toEqual(members);
    for (let link = 0; link < links.count; link++) {
      expect(LINK_KINDS[links.kind[link]!]).toBe("platform");
      const core = now.agents[links.from[link]! * BYTES_PER_AGENT + AGENT_BYTE.core]!;
      expect(marks[-1 - links.to[link]!]!.id).toBe(
        roster.find(({ machine }) => machine === "coreEnterprise")!.ids[core],
      );
    }
  });

  it("of a firm are its buyers and sellers, all of which stand out", () => {
    const row = agentRegion.indexOf(karaganda);
    const links = mapLinks({ ...question, choice: "selection", actor: { firm: row } })!;
    const supply = Array.from({ length: links.count }, (_, k) => k).filter((k) => links.kind[k] === 0);
    const to = supply.filter((k) => links.from[k] === row).map((k) => links.to[k]!);
    expect(to.sort()).toEqual([...run.buyers.subarray(4 * row, 4 * row + 4)].sort());
    for (const k of supply) expect(links.from[k] === row || links.to[k] === row).toBe(true);
    expect([...links.chosen].every((chosen) => chosen === 1)).toBe(true);
  });
});

describe("firms of the map and ids of actors", () => {
  it("lead back to each other", () => {
    for (const row of [0, 17, large - 1, large, agentRegion.length - 1]) {
      const id = firmId(row, study.regions, agentRegion, now.agents);
      expect(actorPick(id, study.regions, agentRegion, now.agents)).toEqual({ firm: row });
    }
    expect(actorPick(enterpriseId("karaganda", true, 9999), study.regions, agentRegion, now.agents)).toBeNull();
    expect(actorPick("core/kazakhmys", study.regions, agentRegion, now.agents)).toEqual({ mark: "core/kazakhmys" });
  });
});
