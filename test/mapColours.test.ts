import { describe, expect, it } from "vitest";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import {
  differenceColour,
  INK,
  PAPER,
  PLAN_STYLES,
  quantityColour,
  rgbOf,
  STAGE_COLOURS,
  stageColours,
} from "#scene/colourScales.ts";
import { heightScale } from "#scene/heightScale.ts";

/** WCAG 2.2 contrast ratio, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

const steps = Array.from({ length: 41 }, (_, i) => i / 40);

describe.each(["light", "dark"] as const)("colours in the %s theme", (theme) => {
  const against = (colour: string) => contrast(colour, PAPER[theme]);

  it("of quantities stand out from the paper the more, the larger the quantity", () => {
    const contrasts = steps.map((share) => against(quantityColour(share, theme)));
    for (let i = 1; i < contrasts.length; i++) expect(contrasts[i], `step ${i}`).toBeGreaterThan(contrasts[i - 1]!);
  });

  it("of differences are neutral at zero and equally strong on both sides", () => {
    const [r, g, b] = rgbOf(differenceColour(0, theme));
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(0.05);
    expect(Math.abs(against(differenceColour(-1, theme)) - against(differenceColour(1, theme)))).toBeLessThan(2);
    const [blue, orange] = [rgbOf(differenceColour(-1, theme)), rgbOf(differenceColour(1, theme))];
    expect(blue[2]).toBeGreaterThan(blue[0]);
    expect(orange[0]).toBeGreaterThan(orange[2]);
  });

  it("of stages are one for each stage, ordered up to scaled", () => {
    const ordered = ADOPTION_STAGES.slice(0, 6).map((stage) => against(STAGE_COLOURS[theme][stage]));
    expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
    expect(new Set(stageColours(theme)).size).toBe(ADOPTION_STAGES.length);
  });

  it("of plans have a contrast of 3 or more against the paper", () => {
    for (const plan of PLAN_STYLES) expect(against(plan[theme]), plan.letter).toBeGreaterThanOrEqual(3);
  });

  it("of text have a contrast of 4.5 or more against the paper", () => {
    expect(contrast(INK[theme], PAPER[theme])).toBeGreaterThan(12);
  });
});

it("plans differ in letter and in dash", () => {
  expect(new Set(PLAN_STYLES.map(({ letter }) => letter)).size).toBe(4);
  expect(new Set(PLAN_STYLES.map(({ dash }) => dash)).size).toBe(4);
});

it("a value that is not a number has no colour", () => {
  expect(() => quantityColour(Number.NaN, "light")).toThrow(/must be a number, got NaN/);
});

describe("heights", () => {
  it("are proportional to values and reach 1 at a round value just above the largest", () => {
    const scale = heightScale([12.5, 37.5, 4.5]);
    expect(scale.maximum).toBe(40);
    expect(scale.height(20)).toBeCloseTo(0.5);
    expect(scale.height(40)).toBe(1);
  });

  it.each([
    [0.163, 0.2],
    [3463, 4000],
    [1, 1],
    [0.3, 0.3],
    [9.1, 10],
  ])("of values up to %d end at %d", (largest, maximum) => expect(heightScale([largest]).maximum).toBe(maximum));

  it("are 0 where all values are 0", () => {
    const scale = heightScale([0, 0]);
    expect(scale.maximum).toBe(0);
    expect(scale.height(0)).toBe(0);
  });
});
