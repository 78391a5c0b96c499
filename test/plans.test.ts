import type { Scenario } from "#domain/scenario.ts";
import { LEVERS } from "#domain/levers.ts";
import {
  addMeasure,
  blankPlan,
  changeAssumptions,
  changeMeasure,
  changeNotes,
  type Edited,
  removeAllMeasures,
  removeMeasure,
  renamePlan,
} from "#session/planEdits.ts";
import {
  changed,
  changedField,
  freeKey,
  MOST_STEPS,
  newEntry,
  type PlanEntry,
  redone,
  reopened,
  undone,
  uniqueId,
} from "#session/plans.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { REGION_IDS } from "./fixtures/regionIds.ts";
import { plan } from "./fixtures/simulate.ts";

const REGIONS = [...REGION_IDS];
const START = plan([{ lever: "advice", size: 60 }]);

type Edit = (entry: PlanEntry) => PlanEntry;
const edited =
  (edit: (plan: Scenario) => Edited): Edit =>
  (entry) => {
    const answer = edit(entry.plan);
    return answer.status === "accepted" ? changed(entry, answer.plan) : entry;
  };

const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.nat(5), fc.double({ min: -1, max: 400 }))
    .map(([k, size]) => edited((p) => changeMeasure(p, k, { size }, REGIONS))),
  fc
    .tuple(fc.nat(5), fc.integer({ min: 2020, max: 2036 }))
    .map(([k, from]) => edited((p) => changeMeasure(p, k, { from }, REGIONS))),
  fc
    .tuple(fc.nat(5), fc.subarray(REGIONS))
    .map(([k, regions]) => edited((p) => changeMeasure(p, k, { regions }, REGIONS))),
  fc.constantFrom(...LEVERS).map(({ id }) => edited((p) => addMeasure(p, id, REGIONS))),
  fc.nat(5).map((k) => edited((p) => removeMeasure(p, k, REGIONS))),
  fc
    .double({ min: 0.2, max: 1 })
    .map((matureShare) => edited((p) => changeAssumptions(p, { parameters: { matureShare } }, REGIONS))),
  fc.string({ maxLength: 20 }).map((name) => edited((p) => renamePlan(p, name, REGIONS))),
  fc.string({ maxLength: 20 }).map((notes) => edited((p) => changeNotes(p, notes, REGIONS))),
  fc.constant(edited((p) => removeAllMeasures(p, REGIONS))),
  arbitraryScenario.map(
    (other): Edit =>
      (entry) =>
        reopened(entry, other),
  ),
  fc.constant<Edit>((entry) => ({ ...entry, gesture: null })),
);

describe("undo and redo", () => {
  it("of any hundred edits lead back to the start and forth to the end", () => {
    fc.assert(
      fc.property(fc.array(arbitraryEdit, { minLength: 100, maxLength: 100 }), (edits) => {
        const start = newEntry("A", START);
        const end = edits.reduce((entry, edit) => edit(entry), start);
        let entry = end;
        for (let k = end.past.length; k > 0; k--) entry = undone(entry);
        expect({ opened: entry.opened, plan: entry.plan }).toEqual({ opened: START, plan: START });
        expect(undone(entry)).toBe(entry);
        for (let k = entry.future.length; k > 0; k--) entry = redone(entry);
        expect({ opened: entry.opened, plan: entry.plan }).toEqual({ opened: end.opened, plan: end.plan });
        expect(redone(entry)).toBe(entry);
      }),
      { numRuns: 40 },
    );
  });

  it("take a drag as one step, and another drag as a second one", () => {
    const drag = (entry: PlanEntry, sizes: readonly number[]) =>
      sizes.reduce((so, size) => edited((p) => changeMeasure(p, 0, { size }, REGIONS))(so), entry);
    const once = drag(newEntry("A", START), [61, 62, 63, 90]);
    expect(once.past).toHaveLength(1);
    const twice = drag({ ...once, gesture: null }, [91, 120]);
    expect(twice.past).toHaveLength(2);
    expect(undone(twice).plan.measures[0].size).toBe(90);
    expect(undone(undone(twice)).plan.measures[0].size).toBe(60);
  });

  it("keep two fields changed in turn apart", () => {
    const one = edited((p) => changeMeasure(p, 0, { size: 70 }, REGIONS))(newEntry("A", START));
    const two = edited((p) => changeMeasure(p, 0, { from: 2026 }, REGIONS))(one);
    expect(two.past).toHaveLength(2);
  });

  it("forget what was undone when the plan is changed", () => {
    const one = edited((p) => changeMeasure(p, 0, { size: 70 }, REGIONS))(newEntry("A", START));
    const other = edited((p) => changeMeasure(p, 0, { size: 80 }, REGIONS))(undone(one));
    expect(other.future).toEqual([]);
    expect(redone(other)).toBe(other);
  });

  it("make no step of a change that changes nothing", () => {
    const entry = edited((p) => changeMeasure(p, 0, { size: 60 }, REGIONS))(newEntry("A", START));
    expect(entry.past).toEqual([]);
  });

  it("bring back what another opened plan replaced, with what was opened before", () => {
    const own = edited((p) => changeMeasure(p, 0, { size: 70 }, REGIONS))(newEntry("A", START));
    const back = undone(reopened(own, blankPlan("A")));
    expect([back.opened, back.plan.measures[0].size]).toEqual([START, 70]);
  });

  it(`remember ${MOST_STEPS} steps`, () => {
    let entry = newEntry("A", START);
    for (let size = 0; size < 300; size++)
      entry = { ...edited((p) => changeMeasure(p, 0, { size }, REGIONS))(entry), gesture: null };
    expect(entry.past).toHaveLength(MOST_STEPS);
  });
});

describe("the field that a change touched", () => {
  it.each([
    ["measures/0/size", { measures: [{ ...START.measures[0], size: 61 }] }],
    ["parameters/threshold", { parameters: { threshold: 0.45 } }],
    ["off", { off: ["peers"] as const }],
    ["notes", { notes: "why" }],
    ["name", { name: { en: "x", ru: "x", kk: "x" } }],
    [null, { measures: [{ ...START.measures[0], size: 61, from: 2026 }] }],
    [null, { measures: [] }],
    [null, {}],
    ["measures/0/years", { measures: [{ ...START.measures[0], from: 2027, to: 2030 }] }],
    ["measures/0/years", { measures: [{ ...START.measures[0], ramp: 3 }] }],
  ] as const)("is %s", (field, change) => {
    expect(changedField(START, { ...START, ...change } as Scenario)).toBe(field);
  });
});

describe("places and ids", () => {
  it("are the first free letter, and none beyond four", () => {
    const entries = (["A", "C"] as const).map((key) => newEntry(key, START));
    expect(freeKey(entries)).toBe("B");
    expect(freeKey((["A", "B", "C", "D"] as const).map((key) => newEntry(key, START)))).toBeNull();
  });

  it("of plans on the page differ, and stay legal", () => {
    const long = { ...START, id: "a".repeat(64) };
    expect(uniqueId("test", [START])).toBe("test-2");
    expect(uniqueId("test-2", [START, { ...START, id: "test-2" }])).toBe("test-3");
    expect(uniqueId(long.id, [long]).length).toBeLessThanOrEqual(64);
  });

  it("follow a new name where it has Latin letters", () => {
    const named = (name: string) => {
      const answer = renamePlan(START, name, REGIONS);
      return answer.status === "accepted" ? [answer.plan.id, answer.plan.name.kk] : answer.problems[0].expected;
    };
    expect(named("More advice, 2nd try!")).toEqual(["more-advice-2nd-try", "More advice, 2nd try!"]);
    expect(named("Больше советов")).toEqual(["test", "Больше советов"]);
    expect(named("<b>x</b>")).toEqual(["b-x-b", "<b>x</b>"]);
    expect(named("")).toBe("a text");
  });
});
