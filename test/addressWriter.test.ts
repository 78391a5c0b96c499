import { createAddressWriter } from "#session/addressWriter.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

describe("the address of the page", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is written before a changed plan is saved, though the page has news all the time", () => {
    const written: string[] = [];
    const show = createAddressWriter((address) => written.push(address));
    for (let ms = 0; ms < 400; ms += 100) {
      show("?year=2035");
      vi.advanceTimersByTime(100);
    }
    expect(written).toEqual(["?year=2035"]);
  });

  it("is the last of many, written at most three times a second and not again", () => {
    const written: string[] = [];
    const show = createAddressWriter((address) => written.push(address));
    for (let step = 0; step < 100; step++) {
      show(`?year=${step}`);
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(400);
    expect(written.length).toBeGreaterThan(4);
    expect(written.length).toBeLessThanOrEqual(7);
    expect(written.at(-1)).toBe("?year=99");
    show("?year=99");
    vi.advanceTimersByTime(400);
    expect(written.filter((address) => address === "?year=99")).toHaveLength(1);
  });
});
