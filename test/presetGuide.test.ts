import type { RegionalIndicatorId } from "#domain/indicators.ts";
import { median } from "d3-array";
import { readScenario } from "#cli/scenarioArgument.ts";
import { actorsOf, nationalValue, regionalValue } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { scenarioOfFuture } from "#engine/parametersOfFuture.ts";
import { describe, expect, it } from "vitest";
import { simulate, study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
/** As the page takes them: the first with the default parameters, each other with a set that history does not rule out. */
const FUTURES = [0, 1, 2, 3, 4];
const runs = new Map<string, ReturnType<typeof simulate>>();

/** A future of a preset, simulated when first asked for. */
function runOf(preset: string, future: number) {
  const key = `${preset}/${future}`;
  const scenario = scenarioOfFuture(readScenario(preset, regionIds), future, study.ensemble);
  const run = runs.get(key) ?? simulate(scenario, "guide", future, { isWithoutFrontiers: true });
  runs.set(key, run);
  return run;
}

type OfFuture = (future: number) => number;

function medianOf(value: OfFuture, futures = FUTURES): number {
  return median(futures, value)!;
}
/** By how much a number of the first is above that of the second in the same future, in the median. */
function lead(first: OfFuture, second: OfFuture, futures = FUTURES): number {
  return medianOf((future) => first(future) - second(future), futures);
}

const valueIn = (preset: string, id: RegionalIndicatorId, year: number) => (future: number) =>
  nationalValue(runOf(preset, future).years[year - START_YEAR], id);
/** Against no plan in the same future. */
const gainOf = (preset: string, id: RegionalIndicatorId, year: number) => (future: number) =>
  valueIn(preset, id, year)(future) - valueIn("baseline", id, year)(future);
const actorsIn = (preset: string, machine: string, year: number) => (future: number) => {
  const { roster, years } = runOf(preset, future);
  return actorsOf(roster, years[year - START_YEAR].actors, machine);
};
const total = (preset: string, machine: string, name: string, year: number) => (future: number) =>
  actorsIn(preset, machine, year)(future).reduce((sum, { numbers }) => sum + numbers[name], 0);
const membersIn2035 = valueIn("core-ecosystem", "platform_members", 2035);
const TEN = Array.from({ length: 10 }, (_, future) => future);
/** What the guide says of platforms it says of futures that have some. */
const withPlatforms = TEN.filter((future) => membersIn2035(future) > 0).slice(0, 5);

describe("what the guide says of a preset holds in the median of futures", () => {
  it("baseline: the share nearly doubles by 2035", () => {
    const [start, end] = [2023, 2035].map((year) => valueIn("baseline", "digital_share", year));
    const ratio = medianOf((future) => end(future) / start(future));
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.2);
  });

  it("core-ecosystem: members come in 2028 at the earliest, in nearly half of the futures nobody does", () => {
    const [early, later] = [2027, 2030].map((year) => valueIn("core-ecosystem", "platform_members", year));
    for (const future of TEN) expect(early(future)).toBe(0);
    expect(medianOf(later, withPlatforms)).toBeGreaterThan(20);
    const without = TEN.filter((future) => membersIn2035(future) === 0);
    expect(without.length).toBeGreaterThanOrEqual(3);
    expect(without.length).toBeLessThanOrEqual(6);
  });

  it("core-ecosystem: more digital users in every future", () => {
    for (const future of TEN) expect(gainOf("core-ecosystem", "digital_users", 2035)(future)).toBeGreaterThan(0);
  });

  it("subsidy-only: money is left over", () => {
    const unspent = (future: number) =>
      runOf("subsidy-only", future)
        .money.filter(({ line }) => line === "unspent")
        .reduce((sum, { value }) => sum + value, 0);
    expect(medianOf(unspent)).toBeGreaterThan(1);
  });

  it("brain-drain: staff leave outside the two cities", () => {
    const change = (region: string) => (future: number) => {
      const staff = (preset: string) =>
        regionalValue(runOf(preset, future).years[2027 - START_YEAR], "ict_staff", regionIds.indexOf(region));
      return staff("brain-drain") / staff("baseline") - 1;
    };
    const cities = ["astana", "almaty"];
    for (const region of regionIds.filter((id) => !cities.includes(id)))
      for (const city of cities) expect(lead(change(city), change(region)), region).toBeGreaterThan(0.01);
  });

  it("cloud-push: cloud use rises, other digital technology hardly follows", () => {
    expect(medianOf(gainOf("cloud-push", "cloud_use_share", 2027))).toBeGreaterThan(0);
    expect(Math.abs(medianOf(gainOf("cloud-push", "digital_share", 2035)))).toBeLessThan(0.015);
  });

  it("data-centres: racks grow, the share hardly moves", () => {
    expect(medianOf(gainOf("data-centres", "racks", 2035))).toBeGreaterThan(1000);
    expect(Math.abs(medianOf(gainOf("data-centres", "digital_share", 2035)))).toBeLessThan(0.01);
  });

  it("ict-workforce: some staff at once, far more from the third year on", () => {
    const yearly = [2025, 2026, 2027].map((year) =>
      lead(gainOf("ict-workforce", "ict_staff", year), gainOf("ict-workforce", "ict_staff", year - 1)),
    );
    expect(yearly[0]).toBeGreaterThan(0);
    expect(yearly[2]).toBeGreaterThan(1.5 * yearly[1]);
  });

  it("platforms: the more open, the more complementors and the lower the fees; members are as many and gain now more, now less", () => {
    const expectRising = (of: (preset: string) => OfFuture) => {
      expect(lead(of("platform-hybrid"), of("platform-closed"), withPlatforms)).toBeGreaterThan(0);
      expect(lead(of("platform-open"), of("platform-hybrid"), withPlatforms)).toBeGreaterThan(0);
    };
    expectRising((preset) => total(preset, "platformProvider", "complementors", 2032));
    expectRising((preset) => (future) => -total(preset, "coreEnterprise", "fees", 2032)(future));
    const [closed, open] = ["platform-closed", "platform-open"];
    const [ofClosed, ofOpen] = [closed, open].map((preset) => valueIn(preset, "platform_members", 2032));
    expect(Math.abs(lead(ofOpen, ofClosed, withPlatforms))).toBeLessThan(0.05 * medianOf(ofClosed, withPlatforms));
    const gains = [closed, open].map((preset) => total(preset, "coreEnterprise", "memberValue", 2032));
    const leads = withPlatforms.map((future) => gains[1](future) - gains[0](future));
    expect(Math.min(...leads)).toBeLessThan(0);
    expect(Math.max(...leads)).toBeGreaterThan(0);
  });

  it("digital-code: members gain more than without it, and are as many", () => {
    const gain = (preset: string) => total(preset, "coreEnterprise", "memberValue", 2035);
    expect(lead(gain("digital-code"), gain("core-ecosystem"), withPlatforms)).toBeGreaterThan(0);
    const members = valueIn("digital-code", "platform_members", 2035);
    const more = lead(members, membersIn2035, withPlatforms);
    expect(Math.abs(more)).toBeLessThan(0.05 * medianOf(membersIn2035, withPlatforms));
  });

  it("digital-twins: few firms are reached", () => {
    expect(Math.abs(medianOf(gainOf("digital-twins", "digital_users", 2035)))).toBeLessThan(10);
    const output = valueIn("baseline", "manuf_output", 2030);
    expect(medianOf(gainOf("digital-twins", "manuf_output", 2030))).toBeLessThan(0.005 * medianOf(output));
  });

  it("cyber-shock: platforms run degraded in 2029, as they do not without it, and are safer in 2030", () => {
    const degraded = (preset: string) => (future: number) =>
      actorsIn(preset, "platformProvider", 2029)(future).filter(({ state }) => state === "degraded").length;
    expect(lead(degraded("cyber-shock"), degraded("core-ecosystem"), withPlatforms)).toBeGreaterThan(0);
    const security = (preset: string) => total(preset, "platformProvider", "security", 2030);
    expect(lead(security("cyber-shock"), security("core-ecosystem"), withPlatforms)).toBeGreaterThan(0);
  });

  it("import-limits: fewer users while pilots fail, part is caught up; cloud loses most", () => {
    const [then, later] = [2027, 2035].map((year) => gainOf("import-limits", "digital_users", year));
    expect(medianOf(then)).toBeLessThan(0);
    expect(lead(later, then)).toBeGreaterThan(0);
    expect(medianOf(gainOf("import-limits", "cloud_use_share", 2035))).toBeLessThan(-0.02);
  });

  it("investment-cut: one year's cut is felt in output for years", () => {
    for (const year of [2026, 2028, 2030])
      for (const cut of FUTURES.map(gainOf("investment-cut", "manuf_output", year))) {
        expect(cut).toBeLessThan(0);
        expect(cut).toBeGreaterThan(-0.001 * medianOf(valueIn("baseline", "manuf_output", year)));
      }
  });

  it("model-factories: fewer firms are gained than factories are built", () => {
    const gained = medianOf(gainOf("model-factories", "digital_users", 2027));
    expect(gained).toBeGreaterThan(0);
    expect(gained).toBeLessThan(49);
  });

  it("training-budget: readiness rises from the start, users only years later", () => {
    expect(medianOf(gainOf("training-budget", "readiness", 2028))).toBeGreaterThan(0);
    expect(medianOf(gainOf("training-budget", "digital_users", 2027))).toBeLessThan(5);
    expect(medianOf(gainOf("training-budget", "digital_users", 2035))).toBeGreaterThan(5);
  });

  it("full-package: more users than any of its parts", () => {
    const users = (preset: string) => valueIn(preset, "digital_users", 2035);
    for (const part of ["ict-workforce", "data-centres", "core-ecosystem"])
      expect(lead(users("full-package"), users(part)), part).toBeGreaterThan(0);
  });
});
