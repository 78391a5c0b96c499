import type { MapLayout } from "./mapLayout.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { areaOf } from "#domain/boundaries.ts";

/** x, y on the plane of each label: above the region's heap of firms; for an enlarged city below its southern edge. */
export function labelAnchors(
  layout: MapLayout,
  places: FirmPlaces | null,
  agentRegion: Uint8Array | null,
): Float32Array {
  const anchors = new Float32Array(layout.stages.flatMap(({ label }) => [...label]));
  if (places && agentRegion)
    agentRegion.forEach((region, agent) => {
      const [x, y] = [places.at[2 * agent]!, places.at[2 * agent + 1]!];
      if (Math.abs(x - layout.stages[region]!.label[0]) < 5)
        anchors[2 * region + 1] = Math.max(anchors[2 * region + 1]!, y + 2 * places.radius[agent]!);
    });
  for (const { region, shape } of layout.insets) {
    const { outer } = shape.polygons[0]!;
    const xs = outer.filter((_, i) => i % 2 === 0);
    anchors[2 * region] = (Math.min(...xs) + Math.max(...xs)) / 2;
    anchors[2 * region + 1] = Math.min(...outer.filter((_, i) => i % 2 === 1)) - 0.4;
  }
  return anchors;
}

/** Which label gets room first: the chosen region's, the one pointed at, the enlarged cities', the others' by size. */
export function labelOrder(layout: MapLayout, selected: number | null, hovered: number | null): number[] {
  const insets = layout.insets.map(({ region }) => region);
  const bySize = layout.stages
    .map((shape, region) => ({ region, area: areaOf(shape) }))
    .sort((a, b) => b.area - a.area);
  const chosen = [selected, hovered].filter((region) => region !== null);
  return [...new Set([...chosen, ...insets, ...bySize.map(({ region }) => region)])];
}
