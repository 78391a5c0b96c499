import type { RegionShape } from "#domain/boundaries.ts";

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The region an arrow key leads to: near, and rather ahead than aside. null: nothing lies there, or another key. */
export function nextRegion(shapes: readonly RegionShape[], from: number, key: string): number | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [x, y] = shapes[from]!.label;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [region, { label }] of shapes.entries()) {
    const ahead = (label[0] - x) * direction[0] + (label[1] - y) * direction[1];
    const aside = Math.abs((label[0] - x) * direction[1] - (label[1] - y) * direction[0]);
    const cost = ahead + 2 * aside;
    if (region === from || ahead <= 0 || aside > 2 * ahead || cost >= least) continue;
    best = region;
    least = cost;
  }
  return best;
}
