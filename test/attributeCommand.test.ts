import { describe, expect, it } from "vitest";
import { twin } from "./fixtures/twin.ts";

type Row = { readonly indicator: string; readonly region: string | null; readonly year: number; readonly mean: number };

describe("twin attribute", () => {
  const words = ["attribute", "core-ecosystem", "--replicates", "2", "--json"];
  const one = twin(...words);

  it("prints receipt, totals, parts and interactions by indicator, region and year", () => {
    expect(one.status).toBe(0);
    const { receipt, method, measures, totals, parts, interactions } = JSON.parse(one.stdout);
    expect(receipt).toMatchObject({ seed: "1", replicates: 2, years: [2023, 2035] });
    expect(method).toBe("exact");
    expect(measures.map(({ lever }: { lever: string }) => lever)).toEqual(["advice", "cores", "superApp"]);
    expect(totals).toHaveLength(3 * 21 * 13);
    expect(parts).toHaveLength(3 * totals.length);
    expect(interactions).toHaveLength(3 * totals.length);
    expect(one.stdout).not.toMatch(/NaN|undefined/);
  });

  it("prints parts that add up to the total in every region and year", () => {
    const { totals, parts } = JSON.parse(one.stdout) as { totals: Row[]; parts: Row[] };
    const sums = new Map<string, number>();
    const key = ({ indicator, region, year }: Row) => `${indicator} ${region} ${year}`;
    for (const part of parts) sums.set(key(part), (sums.get(key(part)) ?? 0) + part.mean);
    for (const total of totals) expect(sums.get(key(total)), key(total)).toBeCloseTo(total.mean, 6);
    expect(totals.some(({ mean }) => mean > 0)).toBe(true);
  });

  it("prints the same bytes with two workers", () => {
    expect(twin(...words, "--workers", "2").stdout).toBe(one.stdout);
  });

  it("refuses a plan without measures with exit status 2", () => {
    const refused = twin("attribute", "baseline");
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toBe("baseline measures: expected at least one measure, got none\n");
  });
});
