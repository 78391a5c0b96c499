import type { PlaneLine, PlanePoint, RegionShape } from "#domain/boundaries.ts";
import type { MapProps } from "./mapProps.ts";
import { useLayoutEffect, useMemo, useRef } from "react";
import { rgbOf } from "./colourScales.ts";
import { slabTop } from "./heightScale.ts";
import { countryView, type Project, projection } from "./mapCamera.ts";
import { mapLayout } from "./mapLayout.ts";
import "./map.css";

/** Light on the walls, as a part of that on the tops. */
const WALL = 0.72;

/**
 * The regions in their heights and colours as RegionScene will show them, without light and marks: drawn in a moment, for
 * the seconds in which a computer without a graphics card makes the programs of the scene.
 */
export function MapSketch({
  boundaries,
  regions,
  heights,
  colours,
}: Pick<MapProps, "boundaries" | "regions" | "heights" | "colours">) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layout = useMemo(() => mapLayout(boundaries, regions), [boundaries, regions]);
  useLayoutEffect(() => {
    const element = canvas.current!;
    const draw = () => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width === 0 || size.height === 0) return;
      element.width = Math.round(size.width * devicePixelRatio);
      element.height = Math.round(size.height * devicePixelRatio);
      // Kept out of the graphics driver, which is busy: the page would wait for it.
      const context = element.getContext("2d", { willReadFrequently: true })!;
      context.scale(devicePixelRatio, devicePixelRatio);
      const project = projection(countryView(layout, size), size);
      const slabs = boundaries.regions
        .map((shape, region) => ({ shape, region }))
        .sort((one, other) => other.shape.centre[1] - one.shape.centre[1]); // from north to south, which is nearer
      for (const { shape, region } of [...slabs, ...layout.insets])
        drawSlab(context, shape, slabTop(heights[region]!), colours[region]!, project);
    };
    const resize = new ResizeObserver(draw);
    resize.observe(element); // draws at once, before the element is seen
    return () => resize.disconnect();
  }, [boundaries, layout, heights, colours]);
  return <canvas ref={canvas} className="map-sketch" aria-hidden />;
}

function drawSlab(
  context: CanvasRenderingContext2D,
  shape: RegionShape,
  top: number,
  colour: string,
  project: Project,
) {
  const [walls, cap] = [new Path2D(), new Path2D()];
  for (const { outer, holes } of shape.polygons)
    for (const ring of [outer, ...holes]) {
      const foot = cornersAt(ring, 0, project);
      const edge = cornersAt(ring, top, project);
      // Only walls that look at the camera: its top hides the others.
      const isReversed = turning(edge) > 0 === (ring === outer);
      for (let i = 0, j = edge.length - 1; i < edge.length; j = i, i++)
        if (edge[i]![0] > edge[j]![0] !== isReversed) addRing(walls, [foot[j]!, foot[i]!, edge[i]!, edge[j]!]);
      addRing(cap, edge);
    }
  context.fillStyle = `rgb(${rgbOf(colour).map((part) => Math.round(255 * WALL * part))})`;
  context.fill(walls);
  context.fillStyle = colour;
  context.fill(cap, "evenodd");
}

function cornersAt(ring: PlaneLine, up: number, project: Project): PlanePoint[] {
  return Array.from({ length: ring.length / 2 }, (_, k) => project(ring[2 * k]!, ring[2 * k + 1]!, up));
}

/** Twice the area inside a ring on the screen: positive clockwise. */
function turning(corners: readonly PlanePoint[]): number {
  let area = 0;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i, i++)
    area += corners[j]![0] * corners[i]![1] - corners[i]![0] * corners[j]![1];
  return area;
}

function addRing(path: Path2D, corners: readonly PlanePoint[]) {
  path.moveTo(...corners[0]!);
  for (let i = 1; i < corners.length; i++) path.lineTo(...corners[i]!);
  path.closePath();
}
