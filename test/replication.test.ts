import { describe, expect, test } from "vitest";
import { loadStudyData } from "#cli/loadStudyData.ts";
import { rankCorrelation } from "#estimators/rankCorrelation.ts";
import { replicationNotes } from "#estimators/replication/replicationNotes.ts";
import { numberRow, printedDecimals } from "#estimators/replication/replicationRow.ts";
import { replicateStudy } from "#estimators/replication.ts";

const data = loadStudyData();
// Fewer simulations than usual: the tests below ask for nothing finer than they allow.
const { tables, findings } = replicateStudy(data, { gapReplicates: 60, bootstrapReplicates: 99 });
const rowsOf = (table: string) => tables.filter((row) => row.table === table);
const computed = (table: string, item: string) =>
  tables.find((row) => row.table === table && row.item === item)!.computed;

describe("Cell by cell", () => {
  test.each([
    ["12", 28],
    ["13", 28],
    ["15", 12],
    ["16", 28],
    ["20", 340],
    ["21", 3],
    ["22", 20],
    ["23", 51],
    ["24", 18],
    ["figure 29", 2],
    ["30", 18],
    ["34", 4],
  ])("every cell of table %s agrees (%d cells)", (table, cells) => {
    expect(rowsOf(table)).toHaveLength(cells);
    expect(rowsOf(table).filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test("all 20 efficiencies of M2 agree to a tenth of a point", () => {
    const efficiencies = rowsOf("35").filter(({ item }) => item.includes("efficiency"));
    expect(efficiencies).toHaveLength(20);
    expect(efficiencies.every(({ agrees }) => agrees)).toBe(true);
  });

  test("a cell that does not agree differs within one decimal more than printed, as the page shows it", () => {
    for (const { decimals, difference, agrees } of tables)
      if (difference !== null && !agrees)
        expect(Number(Math.abs(difference).toFixed(decimals! + 1))).toBeGreaterThan(0);
    expect(numberRow("20", "abai", -0.48, -0.4802049, 3)).toMatchObject({ decimals: 3, agrees: true });
    expect(numberRow("32", "M1", -177.1234567, -177.1234569, 5)).toMatchObject({ decimals: 7, agrees: true });
  });

  test("every cell that does not agree has its reason", () => {
    const differing = tables.filter(({ agrees }) => !agrees);
    expect(differing.every(({ note }) => note.length > 20)).toBe(true);
    expect(new Set(differing.map(({ noteId }) => noteId))).toEqual(
      new Set(["readinessOtherRule", "bandsWithGaps", "m1NotMaximum", "m1NoStandardErrors", "rankCorrelation"]),
    );
  });

  test("every finding begins with what it is about, so that no two read alike", () => {
    const beginnings = findings.map(({ text }) => text.slice(0, 40));
    expect(new Set(beginnings).size).toBe(findings.length);
  });

  test("items are unique within a table, notes complete, no NaN anywhere", () => {
    const keys = tables.map(({ table, item }) => `${table} ${item}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(JSON.stringify({ tables, findings })).not.toMatch(/NaN|\{\{|"difference":null,"agrees":true,"noteId":"m1/);
    for (const { noteId } of tables) if (noteId !== null) expect(replicationNotes).toHaveProperty(noteId);
  });
});

describe("What differs and why", () => {
  // scipy's SLSQP on the same data: least sum of squared inefficiencies, none negative.
  test("M1's maximum is -22.18907 at gamma = 1, where Almaty Region has 100 percent instead of 89.3", () => {
    expect(computed("32", "log-likelihood")).toBeCloseTo(-22.18907, 5);
    expect(computed("32", "gamma estimate")).toBe(1);
    expect(computed("32", "gamma z")).toBeNull();
    expect(computed("33", "almaty-region efficiency, percent")).toBeCloseTo(100, 6);
    expect(computed("32", "mean efficiency")).toBeCloseTo(0.4275, 4);
    expect(computed("35", "rank correlation of M1 and M2")).toBeCloseTo(0.759, 3);
  });

  test("without Jetisu M1 has gamma 0.006 and mean efficiency 0.956", () => {
    const { values } = findings.find(({ id }) => id === "dropOneRegion")!;
    expect(values).toMatchObject({ region: "jetisu", gamma: "0.006", meanEfficiency: "0.956" });
  });

  test("the bootstrap does not tell inefficiency from noise in either model", () => {
    // 1,999 samples gave 0.29 to 0.41 and 0.46 to 0.79; 99 samples add a standard error of 0.05.
    const pValues = findings
      .filter(({ id }) => id === "notDistinguishable")
      .map(({ values }) => Number(values.bootstrap));
    expect(pValues).toHaveLength(2);
    for (const pValue of pValues) expect(pValue).toBeGreaterThan(0.1);
  });

  test("under the declared scales both case enterprises are medium; the published indices fall between two bands", () => {
    for (const name of ["bohmer_armatura", "kazakhmys"]) {
      expect(computed("31", `${name} band on the declared scales`)).toBe("medium");
      expect(computed("31", `${name} band by the published limits`)).toBe("none");
    }
  });

  test("the plain regression of M2 has AIC 54.58, below both frontiers", () => {
    const { values } = findings.find(({ id }) => id === "olsPreferred")!;
    expect(values).toEqual({ ols: "54.58", m1: "58.38", m2: "56.45" });
  });
});

describe("Comparing a printed number", () => {
  test("it agrees when the computed one rounds to it, either way at a tie", () => {
    const agrees = (published: number, value: number) => numberRow("", "", published, value, 1).agrees;
    expect(agrees(222.2, 222.25)).toBe(true);
    expect(agrees(222.3, 222.25)).toBe(true);
    expect(agrees(222.2, 222.26)).toBe(false);
    expect(numberRow("", "", 1, null, 1)).toMatchObject({ agrees: false, difference: null });
  });

  test("decimals are those printed, at least the usual ones of the column", () => {
    expect([printedDecimals(78, 1), printedDecimals(0.02, 1), printedDecimals(-1.2855, 4)]).toEqual([1, 2, 4]);
  });

  test("rank correlation with ties equals R's cor(method = 'spearman')", () => {
    // R 4.2.2: cor(c(1, 2, 2, 4, 5), c(5, 6, 7, 8, 7), method = "spearman")
    expect(rankCorrelation([1, 2, 2, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.763157894736842, 14);
    expect(() => rankCorrelation([1, 1], [1, 2])).toThrow(RangeError);
  });
});
