import type { MechanismId } from "#domain/mechanisms.ts";
import type { Measure } from "#domain/scenario.ts";
import { describe, expect, it } from "vitest";
import { MECHANISMS } from "#domain/mechanisms.ts";
import { AGENT_BYTE, BYTES_PER_AGENT, nationalValue, type YearSnapshot } from "#domain/runResult.ts";
import { isLegalValue } from "./fixtures/legalValue.ts";
import { plan, simulate } from "./fixtures/simulate.ts";

const cores: Partial<Measure>[] = [{ lever: "cores", size: 3, from: 2024 }];
const mechanism: Partial<Measure>[] = [
  ...cores,
  { lever: "mechanismTechnical", size: 1 },
  { lever: "mechanismOrganisational", size: 1 },
  { lever: "mechanismLegal", size: 1 },
];
const run = (off: readonly MechanismId[], measures: readonly Partial<Measure>[] = [], parameters = {}) =>
  simulate(plan(measures, { off, parameters }), "off").years;
const usersOf = (years: readonly YearSnapshot[], t: number) => nationalValue(years[t], "digital_users");

/** One byte of every large firm in year number `t`. */
const bytes = (years: readonly YearSnapshot[], byte: keyof typeof AGENT_BYTE, t: number) =>
  Array.from({ length: 984 }, (_, i) => years[t].agents[BYTES_PER_AGENT * i + AGENT_BYTE[byte]]);

const wholeModel = simulate(plan([]), "off");
const whole = wholeModel.years;
const END = 12;

describe("a mechanism that is switched off leaves its quantity or term as it was in 2023", () => {
  it.each(MECHANISMS)("without $id the run differs from the whole model", ({ id }) => {
    const measures = ["platforms", "roles", "platformFit", "lifeCycle"].includes(id)
      ? cores
      : id === "resourceMechanism"
        ? mechanism
        : id === "scarcity"
          ? [{ lever: "staffLoss", size: 0.08 } as const]
          : [];
    const before = measures.length === 0 ? wholeModel : simulate(plan(measures), "off");
    expect(simulate(plan(measures, { off: [id] }), "off").digest).not.toBe(before.digest);
  });

  it("without peers the users of 2023 go on pulling, but later ones add nothing", () => {
    const users = [0.6, 2.4].map((regionalPeers) => {
      const years = run(["peers"], [], { regionalPeers });
      return usersOf(years, END) - usersOf(years, 0);
    });
    const without = usersOf(run(["peers"]), END);
    expect(without).toBeLessThan(usersOf(whole, END));
    expect(users[1]).toBeGreaterThan(users[0]); // the pull of the shares of 2023 stays
  });

  it("without partners their pull has no effect", () => {
    expect(run(["partners"], [], { partnerPull: 2 })[END].regional).toEqual(run(["partners"])[END].regional);
  });

  it("without scarcity the loss of staff slows nobody the year after", () => {
    const loss: Partial<Measure>[] = [{ lever: "staffLoss", size: 0.1, from: 2024 }];
    const off: MechanismId[] = ["scarcity", "readinessGrowth"]; // staff also acts on block B5
    expect(bytes(run(off, loss), "stage", END)).toEqual(bytes(run(off), "stage", END));
    expect(bytes(run(["readinessGrowth"], loss), "stage", END)).not.toEqual(
      bytes(run(["readinessGrowth"]), "stage", END),
    );
  });

  it("without change of readiness every firm keeps that of 2023", () => {
    const years = run(["readinessGrowth"], [{ lever: "trainingShare", size: 0.1 }]);
    expect(bytes(years, "readiness", END)).toEqual(bytes(years, "readiness", 0));
    expect(bytes(whole, "readiness", END)).not.toEqual(bytes(whole, "readiness", 0));
  });

  it("without limits of services their growth does not matter", () => {
    const off: MechanismId[] = ["serviceMarket"];
    expect(bytes(run(off, [], { serviceGrowth: 0 }), "stage", END)).toEqual(
      bytes(run(off, [], { serviceGrowth: 0.15 }), "stage", END),
    );
  });

  it("without platforms no firm becomes a member, though the plan pays", () => {
    const { years, money } = simulate(plan(cores, { off: ["platforms"] }), "off");
    expect(years.every((year) => nationalValue(year, "platform_members") === 0)).toBe(true);
    expect(money.some(({ value }) => value > 0)).toBe(true);
    expect(nationalValue(run([], cores)[END], "platform_members")).toBeGreaterThan(0);
  });

  it("without good and bad years the spread of the shocks has no effect", () => {
    const off: MechanismId[] = ["regionalShocks"];
    expect(run(off, [], { shockSpread: 1.2 })[END].regional).toEqual(run(off)[END].regional);
  });

  it("without exits no user stops", () => {
    const years = run(["exits"]);
    for (let t = 1; t <= END; t++) {
      const [before, after] = [bytes(years, "stage", t - 1), bytes(years, "stage", t)];
      expect(before.every((stage, i) => stage < 4 || stage > 5 || (after[i] >= stage && after[i] <= 5))).toBe(true);
    }
  });

  it("without loss while integrating the losses have no effect", () => {
    const off: MechanismId[] = ["integrationLoss"];
    const years = run(off, [], { integrationLoss: 0.03, integrationLossNext: 0.03 });
    expect(years[END].regional).toEqual(run(off)[END].regional);
    expect(nationalValue(years[3], "manuf_output")).toBeGreaterThan(nationalValue(whole[3], "manuf_output"));
  });
});

it("with every mechanism off a run is defined, and every identity holds", () => {
  const off = MECHANISMS.map(({ id }) => id);
  const { years, identities } = simulate(plan(cores, { off }), "off");
  expect(identities.filter(({ holds }) => !holds)).toEqual([]);
  expect(years.every(({ regional }) => regional.every(isLegalValue))).toBe(true);
});
