import { fc, test } from "@fast-check/vitest";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { LANGUAGES } from "#domain/language.ts";
import { DRAWER_PARTS } from "#session/drawerParts.ts";
import { PLAN_KEYS } from "#session/plans.ts";
import { readPreferences, writePreferences } from "#session/preferences.ts";
import { addressOf, LINK_CHOICES, openView, planOfAddress, type View } from "#session/view.ts";
import { describe, expect, it, vi } from "vitest";

const DESK = { languages: ["en-GB"], isNarrow: false, hasRoomForCharts: false };

describe("the address", () => {
  const views: fc.Arbitrary<View> = fc.record({
    language: fc.constantFrom(...LANGUAGES),
    theme: fc.constant("system" as const),
    year: fc.integer({ min: 2023, max: 2035 }),
    region: fc.constantFrom(null, "akmola", "west-kazakhstan"),
    actor: fc.constantFrom(
      null,
      "enterprise/akmola/7",
      "enterprise/akmola/other-3",
      "core/kazakhmys",
      "complementor/17",
    ),
    height: fc.constantFrom(...REGIONAL_INDICATORS.map(({ id }) => id)),
    colour: fc.constantFrom(...REGIONAL_INDICATORS.map(({ id }) => id)),
    colourAs: fc.constantFrom("value" as const, "difference" as const),
    links: fc.constantFrom(...LINK_CHOICES),
    map: fc.constantFrom("3d" as const, "2d" as const),
    compared: fc.constantFrom(null, ...PLAN_KEYS),
    against: fc.constantFrom(null, ...PLAN_KEYS),
    comparedBy: fc.constantFrom(...REGIONAL_INDICATORS.map(({ id }) => id)),
    target: fc.double({ min: 1, max: 100, noNaN: true }),
    part: fc.constantFrom(null, ...DRAWER_PARTS),
    sought: fc.constant(null),
  });

  test.prop([views])("gives back the view that was written into it", (view) => {
    expect(openView(addressOf(view, null), undefined, DESK)).toEqual(view);
  });

  test.prop([fc.string({ maxLength: 200 })])("never opens a view that the page cannot show", (search) => {
    const view = openView(`?${search}&year=${search}&height=${search}&lang=${search}&target=${search}`, search, DESK);
    expect(LANGUAGES).toContain(view.language);
    expect(REGIONAL_INDICATORS.map(({ id }) => id)).toContain(view.height);
    expect(view.target >= 1 && view.target <= 100).toBe(true);
    expect(Number.isInteger(view.year) && view.year >= 2023 && view.year <= 2035).toBe(true);
  });

  it("names an unchanged preset", () => {
    const view = openView("", undefined, DESK);
    expect(planOfAddress(addressOf(view, "subsidy-only"))).toBe("subsidy-only");
    expect(planOfAddress(addressOf(view, null))).toBeNull();
  });

  it("wins over preferences, and preferences over the browser", () => {
    expect(openView("?lang=kk", { language: "ru" }, DESK).language).toBe("kk");
    expect(openView("", { language: "ru" }, DESK).language).toBe("ru");
    expect(openView("", null, { languages: ["fr", "kk-KZ"], isNarrow: false, hasRoomForCharts: false }).language).toBe(
      "kk",
    );
    expect(openView("", null, { languages: ["fr"], isNarrow: false, hasRoomForCharts: false }).language).toBe("en");
  });

  it("opens a narrow screen with the flat map unless told otherwise", () => {
    expect(openView("", null, { languages: [], isNarrow: true, hasRoomForCharts: false }).map).toBe("2d");
    expect(openView("?map=3d", null, { languages: [], isNarrow: true, hasRoomForCharts: false }).map).toBe("3d");
  });
});

describe("preferences", () => {
  it("are read back", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    writePreferences({ language: "kk", theme: "dark" });
    expect(readPreferences()).toEqual({ language: "kk", theme: "dark" });
    kept.set([...kept.keys()][0], "{garbled");
    expect(readPreferences()).toBeUndefined();
    vi.unstubAllGlobals();
  });

  it("are forgotten without harm when storage is blocked", () => {
    const blocked = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: blocked, setItem: blocked });
    expect(() => writePreferences({ language: "ru" })).not.toThrow();
    expect(readPreferences()).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
