import type { Ecosystem } from "#engine/ecosystem.ts";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { LANGUAGES } from "#domain/language.ts";
import { indicatorIndex, nationalValue } from "#domain/runResult.ts";
import { SUB_PARAMETERS_OF_BLOCK, TECHNOLOGIES, type FirmTechnology, technologyBit } from "#domain/technologies.ts";
import { advanceYear } from "#engine/advanceYear.ts";
import { createEcosystem } from "#engine/ecosystem.ts";
import { rungOf, RUNGS } from "#engine/factoryLadder.ts";
import { createLedger } from "#engine/identities.ts";
import { observationBase, observe } from "#engine/observe.ts";
import { gainOf } from "#engine/production.ts";
import { reestimate } from "#engine/reestimate.ts";
import { BLOCK_SHARES_OF_SET, SIZE_OF_SET } from "#engine/technologySets.ts";
import { arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const ALL: readonly FirmTechnology[] = TECHNOLOGIES;

describe("the registry of technologies", () => {
  it("names each in three languages and puts what is needed before what needs it", () => {
    ALL.forEach(({ name, allOf, oneOf }, k) => {
      for (const language of LANGUAGES) expect(name[language]).not.toBe("");
      const before = ALL.slice(0, k).map(({ id }) => id);
      expect(before).toEqual(expect.arrayContaining([...allOf, ...oneOf]));
    });
  });

  it("[EQ-2] counts sub-parameters of the published list, of which a block has as many as it says", () => {
    const rows = readFileSync("public/data/readiness-subparameters.csv", "utf8").split("\n").slice(1);
    const blocks = ["STRSDE", "MTE", "ORGSTRPROC", "PROD", "PERS", "SCM", "CUST", "MONCONTR", "CYBSEC"];
    const counts = blocks.map((block) => rows.filter((row) => row.startsWith(`${block},`)).length);
    expect(counts).toEqual([...SUB_PARAMETERS_OF_BLOCK]);
    const naming = (block: string, label: RegExp) =>
      rows.filter((row) => row.startsWith(`${block},`) && label.test(row)).length;
    expect(naming("MTE", /\(ERP\)/)).toBe(1);
    expect(naming("PROD", /ERP/)).toBe(1);
    expect(naming("SCM", /Industrial IoT/)).toBe(1);
    expect(naming("PERS", /robot/)).toBe(1);
    expect(shareOf(6, "scm")).toBe(5 / 11);
    expect(shareOf(7, "crm")).toBe(4 / 11);
    expect(shareOf(2, "ai")).toBe(3 / 22);
    expect(BLOCK_SHARES_OF_SET.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

function shareOf(block: number, technology: "scm" | "crm" | "ai"): number {
  return BLOCK_SHARES_OF_SET[technologyBit(technology) * SUB_PARAMETERS_OF_BLOCK.length + block - 1];
}

function expectPrerequisites({ technologies, digital }: Ecosystem): void {
  technologies.sets.forEach((set, i) => {
    if (!isDigitalUser(digital.states[i])) expect(set).toBe(0);
    ALL.forEach(({ allOf, oneOf }, k) => {
      if ((set & (1 << k)) === 0) return;
      const has = (id: string) => (set & technologyBit(id as never)) !== 0;
      expect(allOf.every(has) && (oneOf.length === 0 || oneOf.some(has))).toBe(true);
    });
  });
}

describe("[SM-1] the technologies of a firm", () => {
  it("are those of users alone, and what a technology needs is there, in every year of any plan", () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.nat(50), (scenario, replicate) => {
        const ecosystem = createEcosystem(study, { ...scenario, off: [], until: 2028 }, "sets", replicate);
        const ledger = createLedger();
        for (let year = 2024; year <= 2028; year++) {
          expectPrerequisites(ecosystem);
          advanceYear(ecosystem, ledger);
        }
        expectPrerequisites(ecosystem);
      }),
      { numRuns: 8 },
    );
  });

  it("grow in number while nothing is done, and stay those of 2023 where the mechanism is switched off", () => {
    const { years } = simulate(plan([], { until: 2030 }));
    const perUser = (t: number) => nationalValue(years[t], "technologies_per_user");
    expect(perUser(7)).toBeGreaterThan(perUser(0));
    const ecosystem = createEcosystem(study, plan([], { off: ["technologies"] }), "1", 0);
    for (let year = 2024; year <= 2026; year++) advanceYear(ecosystem, createLedger());
    expect(ecosystem.technologies.sets).toEqual(ecosystem.technologies.setsStart);
  });

  it("a supported twin comes where the internet of things is, and that first where it is not", () => {
    const count = (scenario: ReturnType<typeof plan>, id: "twin" | "iiot" | "robots" | "mes") => {
      const ecosystem = createEcosystem(study, scenario, "1", 0);
      const ledger = createLedger();
      for (let year = 2024; year <= 2028; year++) advanceYear(ecosystem, ledger);
      expect(ledger.checks().filter(({ holds }) => !holds)).toEqual([]);
      return ecosystem.technologies.sets.reduce((all, set) => all + ((set & technologyBit(id)) === 0 ? 0 : 1), 0);
    };
    const supported = plan([{ lever: "digitalTwins", size: 60 }]);
    expect(count(supported, "twin")).toBeGreaterThan(count(plan([]), "twin") + 20);
    expect(count(supported, "iiot")).toBeGreaterThan(count(plan([]), "iiot"));
    const cells = plan([{ lever: "robotCells", size: 40 }]);
    expect(count(cells, "robots")).toBeGreaterThan(count(plan([]), "robots") + 20);
  });
});

describe("[EQ-7] output", () => {
  it("technologies never add more than 15 %, whatever is claimed and realised", () => {
    for (let set = 0; set < SIZE_OF_SET.length; set++) {
      for (let twin = 0; twin < 6; twin++) {
        expect(gainOf(set, twin, 0.6)).toBeLessThanOrEqual(0.15);
        expect(gainOf(set, twin, 0.08)).toBeGreaterThanOrEqual(0);
      }
    }
    expect(gainOf(technologyBit("erp"), 0, 0.08)).toBeCloseTo(0.008, 12); // 10 % x 0.2 x 0.4
    expect(gainOf(0, 0, 0.08)).toBe(0);
  });

  it("falls by 1.0 % in the year of integration and by 0.5 % in the next, against a run without the loss (J-curve)", () => {
    const withLoss = createEcosystem(study, plan([], { off: ["cyber"] }), "j", 0);
    const without = createEcosystem(study, plan([], { off: ["integrationLoss", "cyber"] }), "j", 0);
    const ratios = () => withLoss.agents.output.slice(0, 984).map((output, i) => output / without.agents.output[i]);
    const INTEGRATED = 4;
    const years = withLoss.digital.columns.yearsInState;
    let [first, second] = [0, 0];
    advanceYear(withLoss, createLedger());
    advanceYear(without, createLedger());
    const isNew = Uint8Array.from(years, (n, i) => (withLoss.digital.states[i] === INTEGRATED && n === 0 ? 1 : 0));
    ratios().forEach((ratio, i) => {
      if (isNew[i] === 1) expect(ratio).toBeCloseTo(0.99, 12);
      first += isNew[i];
    });
    advanceYear(withLoss, createLedger());
    advanceYear(without, createLedger());
    ratios().forEach((ratio, i) => {
      if (isNew[i] === 0 || withLoss.digital.states[i] !== INTEGRATED) return;
      expect(ratio).toBeCloseTo(0.995, 3);
      second += 1;
    });
    expect(Math.min(first, second)).toBeGreaterThan(5);
  });

  it("without gains from technologies it is lower in the end, other things equal", () => {
    const end = (off: "technologyGains"[]) =>
      nationalValue(simulate(plan([], { off, until: 2030 })).years.at(-1)!, "manuf_output");
    expect(end([])).toBeGreaterThan(end(["technologyGains"]));
  });
});

describe("[SM-12] the factory ladder", () => {
  const bits = (...ids: Parameters<typeof technologyBit>[0][]) => ids.reduce((set, id) => set | technologyBit(id), 0);
  it.each([
    ["conventional", bits("erp", "mes"), 0.9, true, 1],
    ["digital", bits("iiot", "twin"), 0.7, true, 1],
    ["conventional", bits("iiot", "ai", "mes"), 0.8, false, 0],
    ["smart", bits("iiot", "ai", "mes"), 0.81, false, 1],
    ["smart", bits("iiot", "ai", "robots", "mes"), 0.9, true, 0.29],
    ["virtual", bits("iiot", "ai", "robots", "mes"), 0.9, true, 0.3],
  ] as const)("%s: set %i, readiness %d, co-creating %s, digital partners %d", (rung, set, readiness, co, partners) => {
    expect(RUNGS[rungOf(set, readiness, co, partners)]).toBe(rung);
  });
});

describe("the fixed frontier answers sensibly", () => {
  it("three more users at equal inputs raise the efficiency of their region and of no other", () => {
    const ecosystem = createEcosystem(study, plan([]), "1", 0);
    const base = observationBase(ecosystem);
    const efficiencies = () => {
      const observation = observe(ecosystem, base, new Float64Array(20));
      reestimate(observation);
      const at = indicatorIndex("efficiency_fixed") * 20;
      return observation.regional.slice(at, at + 20);
    };
    const before = efficiencies();
    const region = study.regions.findIndex(({ id }) => id === "turkistan");
    let more = 3;
    for (let i = ecosystem.agents.largeStart[region]; more > 0; i++) {
      if (isDigitalUser(ecosystem.digital.states[i])) continue;
      ecosystem.digital.states[i] = 4;
      more -= 1;
    }
    efficiencies().forEach((efficiency, r) => {
      if (r === region) expect(efficiency).toBeGreaterThan(before[r]);
      else expect(efficiency).toBe(before[r]);
    });
  });
});
