import { describe, expect, it } from "vitest";
import { AGENT_BYTE, BYTES_PER_AGENT, NOT_IN_POPULATION, nationalValue, regionalValue } from "#domain/runResult.ts";
import { LEVERS } from "#domain/levers.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const moving = simulate(plan([], { parameters: { firmExit: 0.03 } }), "turnover");

describe("[ID-1] firms that close and open", () => {
  it("firms of a year are those of the last one and entries less exits, in every region", () => {
    for (let t = 1; t < moving.years.length; t++) {
      study.regions.forEach((_, r) => {
        const now = (id: Parameters<typeof regionalValue>[1]) => regionalValue(moving.years[t], id, r);
        expect(now("firms")).toBe(
          regionalValue(moving.years[t - 1], "firms", r) + now("firm_entries") - now("firm_exits"),
        );
      });
    }
  });

  it("about 2.4 % of the firms close a year at 3 % of those without digital technology, and their number stays near 984", () => {
    const exits = moving.years.slice(1).map((year) => nationalValue(year, "firm_exits"));
    const mean = exits.reduce((total, value) => total + value, 0) / exits.length;
    expect(mean).toBeGreaterThan(12);
    expect(mean).toBeLessThan(34);
    for (const year of moving.years) {
      expect(nationalValue(year, "firms")).toBeGreaterThan(930);
      expect(nationalValue(year, "firms")).toBeLessThanOrEqual(984);
    }
  });

  it("every identity holds, also with every lever at once, and a vacant place is not shown", () => {
    const measures = LEVERS.map(({ id, usual }) => ({ lever: id, size: usual }));
    const all = simulate(plan(measures, { parameters: { firmExit: 0.04, firmEntry: 0.3 } }), "turnover");
    for (const { identities } of [moving, all]) expect(identities.filter(({ holds }) => !holds)).toEqual([]);
    for (const { agents, national } of all.years) {
      expect(national.every(Number.isFinite)).toBe(true);
      let shown = 0;
      for (let i = 0; i < 984; i++) shown += agents[BYTES_PER_AGENT * i] === NOT_IN_POPULATION ? 0 : 1;
      expect(shown).toBe(national[0]);
    }
  });

  it("without the rate nobody closes on the path without measures", () => {
    const { years } = simulate(plan([]), "turnover");
    expect(years.every((year) => nationalValue(year, "firms") === 984 && nationalValue(year, "firm_exits") === 0)).toBe(
      true,
    );
  });

  it("the enterprises that the study names stay, so that no other firm takes over a name", () => {
    // Firms close at the highest rate and for want of cash.
    const { years, agentRegion } = simulate(
      plan([{ lever: "racks", size: 1000, payer: "enterprises", from: 2024 }], {
        until: 2030,
        parameters: { firmExit: 0.04, rackCost: 0.1, freeCashShare: 0.03 },
      }),
      "named",
      0,
      { isWithoutFrontiers: true },
    );
    const rows = study.caseEnterprises.map(({ region, place }) => {
      return agentRegion.indexOf(study.regions.findIndex(({ id }) => id === region)) + place;
    });
    const isVacant = (row: number) =>
      years.some(({ agents }) => agents[BYTES_PER_AGENT * row + AGENT_BYTE.stage] === NOT_IN_POPULATION);
    expect(new Set(rows).size).toBe(study.caseEnterprises.length);
    expect(rows.filter(isVacant)).toEqual([]);
    const others = Array.from({ length: 984 }, (_, row) => row).filter((row) => !rows.includes(row));
    expect(others.filter(isVacant).length).toBeGreaterThan(100);
    // A new firm starts with all its blocks alike, so its readiness jumps; a named one moves as EQ-2 lets it.
    for (const row of rows) {
      const readiness = years.map(({ agents }) => agents[BYTES_PER_AGENT * row + AGENT_BYTE.readiness] / 255);
      for (let t = 1; t < readiness.length; t++)
        expect(Math.abs(readiness[t] - readiness[t - 1])).toBeLessThan(0.15 + 2 / 255);
    }
  });

  it("firms that others' plans bleed for two years close: enterprises that pay for thousands of racks", () => {
    const { years, identities } = simulate(
      plan([{ lever: "racks", size: 1000, payer: "enterprises", from: 2024 }], {
        parameters: { rackCost: 0.1, freeCashShare: 0.03 },
      }),
    );
    expect(years.reduce((total, year) => total + nationalValue(year, "firm_exits"), 0)).toBeGreaterThan(0);
    expect(identities.filter(({ holds }) => !holds)).toEqual([]);
  });
});
