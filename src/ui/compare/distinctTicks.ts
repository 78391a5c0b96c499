import type { ScaleLinear } from "d3-scale";

/** Ticks of a scale that read differently; of counts, whole numbers where halves would read like them. */
export function distinctTicks(
  scale: ScaleLinear<number, number>,
  count: number,
  text: (value: number) => string,
): number[] {
  const ticks = scale.ticks(count);
  return new Set(ticks.map(text)).size === ticks.length ? ticks : ticks.filter(Number.isInteger);
}
