import type { ThreeEvent } from "@react-three/fiber";
import type { RefObject } from "react";
import type { MapProps } from "./mapProps.ts";

/** Pixels between press and release that still make a click. */
const LARGEST_SLIP = 6;

type Listener = Pick<MapProps, "onHoverRegion" | "onSelectRegion"> & {
  readonly pick: RefObject<(event: MouseEvent) => boolean>;
};

/**
 * Handlers for the regions under the pointer. They stay the same while the props change: a new handler would make
 * react-three-fiber draw a frame. `mark` hears which region is pointed at, at every move.
 */
export function createRegionPointer(latest: RefObject<Listener>, mark: (region: number | null) => void) {
  const regionUnder = (event: ThreeEvent<MouseEvent>): number => event.object.userData.region;
  return {
    onPointerMove: (event: ThreeEvent<PointerEvent>) => {
      event.stopPropagation();
      if (event.pointerType !== "mouse") return;
      const region = regionUnder(event);
      mark(region);
      latest.current.onHoverRegion?.(region, { x: event.clientX, y: event.clientY });
    },
    onPointerOut: () => {
      mark(null);
      latest.current.onHoverRegion?.(null, null);
    },
    onClick: (event: ThreeEvent<MouseEvent>) => {
      event.stopPropagation();
      if (event.delta > LARGEST_SLIP || latest.current.pick.current(event.nativeEvent)) return;
      latest.current.onSelectRegion(regionUnder(event));
    },
  };
}
