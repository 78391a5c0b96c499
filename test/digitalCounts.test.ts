import type { DigitalCount } from "#estimators/digitalCounts.ts";
import type { StudyData } from "#domain/studyData.ts";
import { describe, expect, test } from "vitest";
import { loadStudyData } from "#cli/loadStudyData.ts";
import { reconstructDigitalCounts } from "#estimators/digitalCounts.ts";

const data = loadStudyData();
const counts = reconstructDigitalCounts(data);
const of = (id: string) => counts.regional[data.regions.findIndex((region) => region.id === id)];
const asText = (id: string) => of(id).map((count) => (count === null ? "none" : `${count.users}/${count.firms}`));

describe("The integers behind T14", () => {
  test("every count rounds to the percentage that is published for it", () => {
    counts.regional.forEach((series, r) => {
      series.forEach((count, t) => {
        const published = data.digitalShare.regional[r][t];
        if (count === null || published === null) return;
        expect(Math.abs((100 * count.users) / count.firms - published)).toBeLessThanOrEqual(0.05 + 1e-9);
      });
    });
  });

  test("national shares round to the published 6.1, 7.8, 12.9, 16.4 and 19.2 %", () => {
    const sums = counts.years.map((_, t) => {
      const present = counts.regional
        .map((series) => series[t])
        .filter((count): count is DigitalCount => count !== null);
      const total = (key: keyof DigitalCount) => present.reduce((sum, count) => sum + count[key], 0);
      return (100 * total("users")) / total("firms");
    });
    sums.forEach((percent, t) => {
      expect(Math.abs(percent - data.digitalShare.national[t])).toBeLessThanOrEqual(0.05 + 1e-9);
    });
  });

  // The two examples that the specification of the model gives.
  test("Akmola went 2/37, 3/41, 6/44, 8/44, 9/43; Atyrau fell from 5 of 15 to 4 of 13", () => {
    expect(asText("akmola")).toEqual(["2/37", "3/41", "6/44", "8/44", "9/43"]);
    expect(asText("atyrau").slice(3)).toEqual(["5/15", "4/13"]);
  });

  test("the counts of 2023 are the given start values", () => {
    counts.regional.forEach((series, r) => {
      expect(series[3]).toEqual({ firms: data.start.firms[r], users: data.start.digitalUsers[r] });
    });
  });

  test("a dash is no user in Kyzylorda, Turkistan and Almaty, and no region in Abai, Jetisu and Ulytau", () => {
    expect(of("kyzylorda").map((count) => count?.users)).toEqual([0, 0, 2, 3, 3]);
    expect(
      of("turkistan")
        .slice(0, 2)
        .map((count) => count?.users),
    ).toEqual([0, 0]);
    expect(of("almaty")[0]?.users).toBe(0);
    for (const id of ["abai", "jetisu", "ulytau"]) expect(of(id).slice(0, 2)).toEqual([null, null]);
  });

  test("the order of the regions does not matter", () => {
    const order = data.regions.map((_, r) => (r * 7 + 3) % data.regions.length);
    const shuffled: StudyData = {
      ...data,
      regions: order.map((r) => data.regions[r]),
      start: {
        ...data.start,
        firms: Float64Array.from(order, (r) => data.start.firms[r]),
        digitalUsers: Float64Array.from(order, (r) => data.start.digitalUsers[r]),
      },
      digitalShare: { ...data.digitalShare, regional: order.map((r) => data.digitalShare.regional[r]) },
    };
    expect(reconstructDigitalCounts(shuffled).regional).toEqual(order.map((r) => counts.regional[r]));
  });

  test("national shares that no counts can give are refused", () => {
    const wrong = { ...data, digitalShare: { ...data.digitalShare, national: [6.1, 7.8, 12.9, 16.4, 60] } };
    expect(() => reconstructDigitalCounts(wrong)).toThrow("no counts of firms give the national percentages of T14");
  });
});
