import type { RefObject } from "react";
import type { MapLayout } from "./mapLayout.ts";
import { useLayoutEffect, useMemo, useState } from "react";
import { MAP_PADDINGS } from "./mapProps.ts";

/** Where the plane's 0, 0 is on the screen, and how large; in CSS pixels from the map's corner. */
export type Screen = {
  readonly x: number;
  readonly y: number;
  readonly pixelsPerUnit: number;
  readonly width: number;
  readonly height: number;
};

/** The screen of a flat map in `svg`; before that stands, the one in the room that it will fill. */
export function useScreen(
  svg: RefObject<SVGSVGElement | null>,
  bounds: MapLayout["bounds"],
  room?: RefObject<HTMLElement | null>,
): Screen {
  const [size, setSize] = useState(() => sizeOf(room?.current) ?? { width: 860, height: 540 });
  useLayoutEffect(() => {
    const measure = () => {
      const now = sizeOf(svg.current);
      if (now) setSize((before) => (before.width === now.width && before.height === now.height ? before : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(svg.current!);
    return () => observer.disconnect();
  }, [svg]);
  return useMemo(() => fitted(bounds, size.width, size.height), [bounds, size]);
}

/** In CSS pixels; null while the element takes no room. */
function sizeOf(element: Element | null | undefined): { readonly width: number; readonly height: number } | null {
  const { width, height } = element?.getBoundingClientRect() ?? { width: 0, height: 0 };
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Free CSS pixels at both sides, for outlines of chosen regions and what stands beside the easternmost firms. */
const EDGE = 12;

/** The map in the middle, as large as it can be beside its padding. */
export function fitted({ left, right, bottom, top }: MapLayout["bounds"], width: number, height: number): Screen {
  const fits = MAP_PADDINGS.map((padding) => {
    const free = Math.max(1, height - padding.top - padding.bottom);
    const across = Math.max(1, width - 2 * Math.max(padding.aside, EDGE));
    const pixelsPerUnit = Math.min(across / (right - left), free / (top - bottom));
    return {
      x: width / 2 - ((left + right) / 2) * pixelsPerUnit,
      y: padding.top + free / 2 + ((top + bottom) / 2) * pixelsPerUnit,
      pixelsPerUnit,
      width,
      height,
    };
  });
  return fits.reduce((large, screen) => (screen.pixelsPerUnit > large.pixelsPerUnit ? screen : large));
}
