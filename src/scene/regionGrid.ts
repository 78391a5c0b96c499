import type { MapLayout } from "./mapLayout.ts";
import { endsOf } from "./labelAnchors.ts";

/** Cells of a plane unit, along each axis. */
const PER_UNIT = 2;

/** The region whose shape holds a point of the plane; -1: none. Near a border it may be the neighbour's, by a quarter of a unit. */
export type RegionGrid = (x: number, y: number) => number;

/** Made once for each layout: labels ask for thousands of points. */
const grids = new WeakMap<MapLayout, RegionGrid>();

export function regionGrid(layout: MapLayout): RegionGrid {
  let grid = grids.get(layout);
  if (grid === undefined) {
    grid = createRegionGrid(layout);
    grids.set(layout, grid);
  }
  return grid;
}

function createRegionGrid({ stages, bounds: { left, right, bottom, top } }: MapLayout): RegionGrid {
  const columns = Math.ceil((right - left) * PER_UNIT) + 1;
  const rows = Math.ceil((top - bottom) * PER_UNIT) + 1;
  const regions = new Int8Array(columns * rows).fill(-1);
  const crossings = new Uint8Array(columns * rows);
  for (const [region, shape] of stages.entries()) {
    for (const { outer, holes } of shape.polygons)
      for (const ring of [outer, ...holes])
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
          const [x0, y0] = [(ring[j]! - left) * PER_UNIT, (ring[j + 1]! - bottom) * PER_UNIT];
          const [x1, y1] = [(ring[i]! - left) * PER_UNIT, (ring[i + 1]! - bottom) * PER_UNIT];
          for (let row = Math.ceil(Math.min(y0, y1)); row < Math.max(y0, y1); row++)
            crossings[row * columns + Math.ceil(x0 + ((row - y0) / (y1 - y0)) * (x1 - x0))]! ^= 1;
        }
    // Right of an odd number of crossings is inside.
    const ends = endsOf(shape);
    for (let row = Math.floor((ends.bottom - bottom) * PER_UNIT); row <= (ends.top - bottom) * PER_UNIT; row++)
      for (let column = 0, inside = 0; column <= (ends.right - left) * PER_UNIT + 1; column++) {
        const cell = row * columns + column;
        inside ^= crossings[cell]!;
        crossings[cell] = 0;
        if (inside) regions[cell] = region;
      }
  }
  return (x, y) => {
    const [column, row] = [Math.round((x - left) * PER_UNIT), Math.round((y - bottom) * PER_UNIT)];
    return column >= 0 && column < columns && row >= 0 && row < rows ? regions[row * columns + column]! : -1;
  };
}
