import { readScenario } from "#cli/scenarioArgument.ts";
import { enterpriseId } from "#domain/enterpriseId.ts";
import {
  AGENT_BYTE,
  actorsOf,
  BYTES_PER_AGENT,
  manufacturersOf,
  NO_CORE,
  NOT_IN_POPULATION,
} from "#domain/runResult.ts";
import { LINK_KINDS } from "#scene/mapLinks.ts";
import { firmStage, VACANT } from "#scene/firmStage.ts";
import { stateChanges, yearEvents } from "#session/happenings.ts";
import { actorPick, firmId } from "#ui/map/actorPlaces.ts";
import { mapLinks } from "#ui/map/mapLinks.ts";
import { marksOf } from "#ui/map/mapReading.ts";
import { describe, expect, it } from "vitest";
import { simulate, study } from "./fixtures/simulate.ts";

const scenario = readScenario(
  "core-ecosystem",
  study.regions.map(({ id }) => id),
);
const run = simulate({ ...scenario, until: 2031 }, "1", 0, { isRecorded: true });
const { roster, agentRegion, years } = run;
const large = manufacturersOf(run);
const rows = { region: agentRegion, large };
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
    expect(yearEvents(run, now, now, null)).toEqual({
      changes: [],
      began: 0,
      ceased: 0,
      joined: 0,
      left: 0,
      closed: 0,
      opened: 0,
    });
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
    const isMember = (link: number) => LINK_KINDS[links.kind[link]!] === "platform";
    const drawn = [...links.from].filter((_, link) => isMember(link) && links.now[link]! > 0);
    expect(drawn.sort((a, b) => a - b)).toEqual(members);
    for (let link = 0; link < links.count; link++) {
      if (!isMember(link)) continue;
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

  it("of a core are the complementors that offer on its platform, which are then drawn", () => {
    const core = roster.find(({ machine }) => machine === "coreEnterprise")!.ids[2]!;
    const drawn = marksOf(roster, now, new Set(["orchestrator", "provider"]), null, core, new Set());
    const links = mapLinks({ ...question, marks: drawn, choice: "selection", actor: { mark: core } })!;
    const complementors = actorsOf(roster, now.actors, "complementor");
    const offers = complementors.filter(
      ({ state, numbers }) =>
        ["onboarding", "active", "niche", "growing"].includes(state) && (numbers.offersOn! & 4) !== 0,
    );
    const linked = Array.from({ length: links.count }, (_, k) => k)
      .filter((k) => LINK_KINDS[links.kind[k]!] === "complement" && links.now[k]! > 0)
      .map((k) => [drawn[-1 - links.from[k]!]!.id, drawn[-1 - links.to[k]!]!.id]);
    expect(offers.length).toBeGreaterThan(0);
    expect(linked).toEqual(offers.map(({ id }) => [id, core.replace("core/", "platform/")]));
  });

  it("leave out a vacant place, as seller and as buyer", () => {
    const vacant = run.buyers[4 * agentRegion.indexOf(karaganda)]!;
    const agents = now.agents.slice();
    agents[vacant * BYTES_PER_AGENT + AGENT_BYTE.stage] = NOT_IN_POPULATION;
    const empty = { ...now, agents };
    const links = mapLinks({ ...question, now: empty, before: empty, choice: "selection", actor: { firm: vacant } })!;
    expect(mapLinks({ ...question, choice: "selection", actor: { firm: vacant } })!.count).toBeGreaterThan(0);
    expect(links.count).toBe(0);
  });
});

describe("a place that no firm holds", () => {
  const vacant = agentRegion.indexOf(karaganda);
  const agents = now.agents.slice();
  agents[vacant * BYTES_PER_AGENT + AGENT_BYTE.stage] = NOT_IN_POPULATION;

  it("is no stage of other industry, and keeps its id", () => {
    expect(firmStage({ now: agents, large }, vacant)).toBe(VACANT);
    expect(firmStage({ now: agents, large }, large)).toBe(agents[large * BYTES_PER_AGENT + AGENT_BYTE.cloud]);
    expect(actorPick(enterpriseId("karaganda", true, 0), study.regions, rows)).toEqual({ firm: vacant });
  });

  it("is an event of the year in which a firm closes, and of that in which one opens", () => {
    expect(yearEvents(run, now, { ...now, agents }, karaganda).closed).toBe(1);
    expect(yearEvents(run, { ...now, agents }, now, null).opened).toBe(1);
  });
});

describe("firms of the map and ids of actors", () => {
  it("lead back to each other", () => {
    for (const row of [0, 17, large - 1, large, agentRegion.length - 1]) {
      const id = firmId(row, study.regions, rows);
      expect(actorPick(id, study.regions, rows)).toEqual({ firm: row });
    }
    expect(actorPick(enterpriseId("karaganda", true, 9999), study.regions, rows)).toBeNull();
    expect(actorPick("core/kazakhmys", study.regions, rows)).toEqual({ mark: "core/kazakhmys" });
  });
});
