import type { FirmHeaps } from "./labelAnchors.ts";
import type { LabelGround } from "./labelCosts.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { useMemo, useReducer } from "react";

/** What the labels of a map stand clear of, once its firms are placed, and how many plans for them have been made. */
export function useLabelGround(
  layout: MapLayout,
  heaps: FirmHeaps,
  places: FirmPlaces | null,
  agentRegion: Uint8Array | null,
): readonly [ground: LabelGround | null, plans: number] {
  const [plans, onPlanned] = useReducer((count: number) => count + 1, 0);
  const ground = useMemo(
    () => places && agentRegion && { layout, heaps, places, agentRegion, onPlanned },
    [layout, heaps, places, agentRegion],
  );
  return [ground, plans];
}
