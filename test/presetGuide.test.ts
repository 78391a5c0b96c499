import type { RegionalIndicatorId } from "#domain/indicators.ts";
import { readScenario } from "#cli/scenarioArgument.ts";
import { actorsOf, nationalValue, regionalValue } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { describe, expect, it } from "vitest";
import { simulate, study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const runs = new Map<string, ReturnType<typeof simulate>>();

/** One future of a preset, the same for all, simulated when first asked for. */
function runOf(preset: string) {
  const run = runs.get(preset) ?? simulate(readScenario(preset, regionIds), "guide", 0, { isWithoutFrontiers: true });
  runs.set(preset, run);
  return run;
}
const valueIn = (preset: string, id: RegionalIndicatorId, year: number) =>
  nationalValue(runOf(preset).years[year - START_YEAR], id);
/** Against no plan. */
const gainOf = (preset: string, id: RegionalIndicatorId, year: number) =>
  valueIn(preset, id, year) - valueIn("baseline", id, year);
const actorsIn = (preset: string, machine: string, year: number) =>
  actorsOf(runOf(preset).roster, runOf(preset).years[year - START_YEAR].actors, machine);
const total = (preset: string, machine: string, name: string, year: number) =>
  actorsIn(preset, machine, year).reduce((sum, { numbers }) => sum + numbers[name], 0);

describe("what the guide says of a preset holds in a run", () => {
  it("baseline: the share nearly doubles by 2035", () => {
    const ratio = valueIn("baseline", "digital_share", 2035) / valueIn("baseline", "digital_share", 2023);
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.2);
  });

  it("core-ecosystem: members come years after the first money", () => {
    expect(valueIn("core-ecosystem", "platform_members", 2026)).toBe(0);
    expect(valueIn("core-ecosystem", "platform_members", 2030)).toBeGreaterThan(20);
  });

  it("subsidy-only: money is left over", () => {
    const unspent = runOf("subsidy-only").money.filter(({ line }) => line === "unspent");
    expect(unspent.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(1);
  });

  it("brain-drain: staff leave outside the two cities", () => {
    const change = (region: string) => {
      const staff = (preset: string) =>
        regionalValue(runOf(preset).years[2027 - START_YEAR], "ict_staff", regionIds.indexOf(region));
      return staff("brain-drain") / staff("baseline") - 1;
    };
    const cities = ["astana", "almaty"];
    for (const region of regionIds.filter((id) => !cities.includes(id)))
      for (const city of cities) expect(change(region), region).toBeLessThan(change(city) - 0.01);
  });

  it("cloud-push: cloud use rises, other digital technology hardly follows", () => {
    expect(gainOf("cloud-push", "cloud_use_share", 2027)).toBeGreaterThan(0);
    expect(Math.abs(gainOf("cloud-push", "digital_share", 2035))).toBeLessThan(0.015);
  });

  it("data-centres: racks grow, the share hardly moves", () => {
    expect(gainOf("data-centres", "racks", 2035)).toBeGreaterThan(1000);
    expect(Math.abs(gainOf("data-centres", "digital_share", 2035))).toBeLessThan(0.01);
  });

  it("ict-workforce: some staff at once, far more from the third year on", () => {
    const yearly = [2025, 2026, 2027].map(
      (year) => gainOf("ict-workforce", "ict_staff", year) - gainOf("ict-workforce", "ict_staff", year - 1),
    );
    expect(yearly[0]).toBeGreaterThan(0);
    expect(yearly[2]).toBeGreaterThan(1.5 * yearly[1]);
  });

  it("platforms: the more open, the more complementors, the lower the fees, the more members gain", () => {
    const order = ["platform-closed", "platform-hybrid", "platform-open"];
    const rising = (of: (preset: string) => number) => {
      const [closed, hybrid, open] = order.map(of);
      return closed < hybrid && hybrid < open;
    };
    expect(rising((preset) => total(preset, "platformProvider", "complementors", 2032))).toBe(true);
    expect(rising((preset) => -total(preset, "coreEnterprise", "fees", 2032))).toBe(true);
    expect(rising((preset) => total(preset, "coreEnterprise", "memberValue", 2032))).toBe(true);
  });

  it("digital-code: members gain more than without it, and are as many", () => {
    const gain = (preset: string) => total(preset, "coreEnterprise", "memberValue", 2035);
    expect(gain("digital-code")).toBeGreaterThan(gain("core-ecosystem"));
    const members = valueIn("core-ecosystem", "platform_members", 2035);
    expect(Math.abs(valueIn("digital-code", "platform_members", 2035) - members)).toBeLessThan(0.05 * members);
  });

  it("digital-twins: few firms are reached", () => {
    expect(Math.abs(gainOf("digital-twins", "digital_users", 2035))).toBeLessThan(10);
    expect(gainOf("digital-twins", "manuf_output", 2030)).toBeLessThan(
      0.005 * valueIn("baseline", "manuf_output", 2030),
    );
  });

  it("cyber-shock: platforms run degraded in 2029, as they do not without it, and are safer in 2030", () => {
    const degraded = (preset: string) =>
      actorsIn(preset, "platformProvider", 2029).filter(({ state }) => state === "degraded").length;
    expect(degraded("cyber-shock")).toBeGreaterThan(degraded("core-ecosystem"));
    const security = (preset: string) => total(preset, "platformProvider", "security", 2030);
    expect(security("cyber-shock")).toBeGreaterThan(security("core-ecosystem"));
  });

  it("import-limits: fewer users while pilots fail, part is caught up; cloud loses most", () => {
    const [then, later] = [2027, 2035].map((year) => gainOf("import-limits", "digital_users", year));
    expect(then).toBeLessThan(0);
    expect(later).toBeGreaterThan(then);
    expect(gainOf("import-limits", "cloud_use_share", 2035)).toBeLessThan(-0.02);
  });

  it("investment-cut: one year's cut is felt in output for years", () => {
    for (const year of [2026, 2028, 2030]) expect(gainOf("investment-cut", "manuf_output", year)).toBeLessThan(0);
  });

  it("model-factories: fewer firms are gained than factories are built", () => {
    const gained = gainOf("model-factories", "digital_users", 2027);
    expect(gained).toBeGreaterThan(0);
    expect(gained).toBeLessThan(49);
  });

  it("training-budget: readiness rises from the start, users only years later", () => {
    expect(gainOf("training-budget", "readiness", 2028)).toBeGreaterThan(0);
    expect(gainOf("training-budget", "digital_users", 2027)).toBeLessThan(5);
    expect(gainOf("training-budget", "digital_users", 2035)).toBeGreaterThan(5);
  });

  it("full-package: more users than any of its parts", () => {
    const package35 = valueIn("full-package", "digital_users", 2035);
    for (const part of ["ict-workforce", "data-centres", "core-ecosystem"])
      expect(package35, part).toBeGreaterThan(valueIn(part, "digital_users", 2035));
  });
});
