import type { Measure } from "#domain/scenario.ts";
import { FIRST_PLAN_YEAR, LAST_YEAR } from "#domain/scenario.ts";

export type BarPart = "whole" | "start" | "end";

/** The years of a measure after its bar, or one end of it, is shifted; they stay in order and within the plan's years. */
export function shiftYears(
  { from, to }: Pick<Measure, "from" | "to">,
  part: BarPart,
  by: number,
): { from: number; to: number } {
  if (part === "start") return { from: clamp(from + by, FIRST_PLAN_YEAR, to), to };
  if (part === "end") return { from, to: clamp(to + by, from, LAST_YEAR) };
  const shift = clamp(by, FIRST_PLAN_YEAR - from, LAST_YEAR - to);
  return { from: from + shift, to: to + shift };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
