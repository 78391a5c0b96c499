import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { regionalColumn } from "#domain/runResult.ts";
import { nationalSeriesValue } from "#domain/studyData.ts";
import { advanceYear } from "#engine/advanceYear.ts";
import { SECTORS } from "#engine/agents.ts";
import { createEcosystem } from "#engine/ecosystem.ts";
import { createLedger } from "#engine/identities.ts";
import { digitalTwinMachine } from "#engine/machines/digitalTwin.ts";
import { supplierMachine } from "#engine/machines/supplier.ts";
import { publishedShare } from "#engine/observe.ts";
import { advanceServices } from "#engine/services.ts";
import { oneStep } from "./fixtures/oneStep.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const textOf = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");

describe("every rule stands in SPEC.md, in the code and in a test", () => {
  const rules = [
    ...Array.from({ length: 15 }, (_, k) => `SM-${k + 1}`),
    ...Array.from({ length: 10 }, (_, k) => `EQ-${k + 1}`),
    ...Array.from({ length: 17 }, (_, k) => `ID-${k + 1}`),
  ];
  const [spec, code, tests] = [textOf("src/engine", "SPEC.md"), textOf("src", ".ts"), textOf("test", ".test.ts")];
  const quotes = (text: string) => new Set(text.match(/\b(?:SM|EQ|ID)-\d+/g));

  it.each(rules)("%s", (rule) => {
    expect(quotes(spec).has(rule)).toBe(true);
    expect(quotes(tests).has(rule)).toBe(true);
    if (!rule.startsWith("ID-")) expect(quotes(code).has(rule)).toBe(true);
  });
});

const start = () => createEcosystem(study, plan([]), "rules", 0);

describe("[EQ-1] ICT money of firms", () => {
  it("adds up to the published spending of each sector in 2023 (T16, million KZT)", () => {
    const { agents } = start();
    const spent = SECTORS.map(() => 0);
    agents.ictSpending.forEach((money, i) => {
      spent[agents.sector[i]] += money;
    });
    const published = (part: string) => nationalSeriesValue(study, `ICT spending: ${part}`, 2023) / 1000;
    expect(spent[SECTORS.indexOf("mining")]).toBeCloseTo(published("mining and quarrying"), 9);
    expect(spent[SECTORS.indexOf("manufacturing")]).toBeCloseTo(published("manufacturing"), 9);
  });

  it("goes by stage, 1, 1, 1.3, 2, 2.5, 2 and 1 times that of a firm that does nothing, and by output", () => {
    const { agents, digital } = start();
    const [unaware] = [digital.states.indexOf(0)];
    const rateOf = (i: number) => agents.ictSpending[i] / agents.output[i];
    const multipliers = [1, 1, 1.3, 2, 2.5, 2];
    for (const [stage, multiplier] of multipliers.entries()) {
      const row = digital.states.indexOf(stage);
      expect(row, ADOPTION_STAGES[stage]).toBeGreaterThanOrEqual(0);
      expect(rateOf(row) / rateOf(unaware)).toBeCloseTo(multiplier, 9);
    }
  });

  it("[ID-3] is what capital gains beyond three quarters of its own, from I / 0.35 on", () => {
    const ecosystem = start();
    const { ictCapital, ictSpending } = ecosystem.agents;
    const before = Float64Array.from(ictCapital);
    for (const [i, capital] of before.entries()) expect(capital).toBeCloseTo(ictSpending[i] / 0.35, 12);
    advanceYear(ecosystem, createLedger());
    before.forEach((capital, i) => {
      if (ecosystem.agents.weight[i] > 0) expect(ictCapital[i]).toBeCloseTo(0.75 * capital + ictSpending[i], 12);
    });
  });
});

describe("[EQ-6] the market of ICT services", () => {
  const marketAt = (times: number) => {
    const ecosystem = start();
    for (let i = 0; i < ecosystem.agents.count; i++) ecosystem.agents.ictSpending[i] *= times;
    return { ...advanceServices(ecosystem), ecosystem };
  };

  it("has the root of demand over capacity as its price: pressed capacity grows by 8 %, the rest by 5 %", () => {
    const [slack, pressed] = [marketAt(0.5), marketAt(2)];
    expect(slack.price).toBeCloseTo(Math.sqrt(0.5 / 1.05), 12);
    expect(pressed.price).toBeCloseTo(Math.sqrt(2 / 1.08), 12);
  });

  it("has places for half again the pilots of 2023, growing with capacity", () => {
    const { pilotPlaces, ecosystem } = marketAt(0.5);
    expect(pilotPlaces).toBeCloseTo(1.5 * ecosystem.reference.pilotStarts * 1.05, 9);
  });
});

describe("[EQ-8] digital output", () => {
  it("is manufacturing output times the published share, in every region and year", () => {
    const regions = study.regions.length;
    for (const { regional } of simulate(plan([], { until: 2026 })).years) {
      const column = (id: Parameters<typeof regionalColumn>[1]) => regionalColumn(regional, id);
      for (let r = 0; r < regions; r++) {
        const share = publishedShare(column("digital_users")[r], column("firms")[r]);
        expect(column("digital_output")[r]).toBe(column("manuf_output")[r] * share);
      }
    }
  });
});

describe("[SM-6] a supplier", () => {
  const stateAfter = (from: string, draw: number, digitalBuyers: number, mandate: number, readiness = 0.5) =>
    oneStep(supplierMachine, from, { type: "YEAR_PASSED", draw, digitalBuyers, mandate }, { readiness }).value;

  it("takes up e-procurement with 0.05 a year, 0.20 where all buyers are digital, twice that under a mandate", () => {
    const chances = [
      [0, 1, 0.05],
      [1, 1, 0.2],
      [1, 2, 0.4],
    ];
    for (const [buyers, mandate, chance] of chances) {
      expect(stateAfter("analogue", chance - 1e-9, buyers, mandate)).toBe("eProcurement");
      expect(stateAfter("analogue", chance + 1e-9, buyers, mandate)).toBe("analogue");
    }
  });

  it("is integrated with half of the chance if it is ready, and dropped with 0.02 by digital buyers alone", () => {
    expect(stateAfter("eProcurement", 0.1 - 1e-9, 1, 1)).toBe("integrated");
    expect(stateAfter("eProcurement", 0.1 - 1e-9, 1, 1, 0.4)).toBe("eProcurement");
    expect(stateAfter("analogue", 0.99, 1, 1)).toBe("lost");
    expect(stateAfter("analogue", 0.99, 0, 1)).toBe("analogue");
  });
});

describe("[SM-13] a digital twin", () => {
  it("steers while its error is at most 5 %, and is retired when it has been out of step for two years", () => {
    const passes = (state: string, syncError: number, yearsOutOfSync = 0) =>
      oneStep(
        digitalTwinMachine,
        state,
        { type: "YEAR_PASSED", draw: 0.1, inUse: 1, syncError, buildRate: 0.5 },
        { yearsOutOfSync },
      );
    expect(passes("instance", 0.05).value).toBe("aggregate");
    expect(passes("instance", 0.051).value).toBe("instance");
    const out = passes("aggregate", 0.051);
    expect(out.value).toBe("outOfSync");
    const still = passes("outOfSync", 0.2, out.context.yearsOutOfSync);
    expect(still.value).toBe("outOfSync");
    expect(passes("outOfSync", 0.2, still.context.yearsOutOfSync).value).toBe("retired");
    expect(passes("outOfSync", 0.01, still.context.yearsOutOfSync).value).toBe("aggregate");
  });
});
