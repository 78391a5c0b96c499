import type { Screen } from "./FlatMap.tsx";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { labelAnchors, labelOrder, namesOnSmallMap, ROOM_FOR_NAMES } from "./labelAnchors.ts";
import { createLabelBoxes, FULL, HIDDEN, placeFarther, placeLabels } from "./labelLayout.ts";
import { textWidth } from "./textWidth.ts";

/** In CSS pixels on the screen, whatever the size of the map. */
const TEXT = 12;
const LINE = 14;
/** Width of the bar that stands for the whole way to the frontier. */
const BAR = 32;

type Placed = { readonly shown: number; readonly aside: number; readonly down: number; readonly half: number };

type FlatLabelsProps = Pick<MapProps, "regions" | "regionLabels" | "selectedRegion" | "everyName"> & {
  readonly layout: MapLayout;
  readonly heapTop: Float32Array;
  /** Part of the frontier that each region reaches, as a bar under its value; null: no bars. */
  readonly reached: readonly number[] | null;
  readonly screen: Screen;
};

/** Names and values as SVG text, so that print and export keep them in place. */
export function FlatLabels(props: FlatLabelsProps) {
  const { regions, regionLabels, selectedRegion, everyName = false, layout, heapTop, reached, screen } = props;
  const { pixelsPerUnit } = screen;
  const group = useRef<SVGGElement>(null);
  const [placed, setPlaced] = useState<readonly Placed[]>(() =>
    regionLabels.map(() => ({ shown: FULL, aside: 0, down: 0, half: 0 })),
  );
  const anchors = useMemo(() => labelAnchors(layout, heapTop), [layout, heapTop]);

  useLayoutEffect(() => {
    const boxes = createLabelBoxes(regionLabels.length);
    const measure = () => {
      for (const { region, labelBelow } of layout.insets) boxes.below[region] = labelBelow ? 1 : 0;
      const { fontFamily } = getComputedStyle(group.current!);
      for (const [region, { title, value }] of regionLabels.entries()) {
        const titleWidth = textWidth(title, TEXT, 400, fontFamily);
        const valueWidth = textWidth(value, TEXT, 600, fontFamily);
        boxes.x[region] = screen.x + anchors[2 * region]! * pixelsPerUnit;
        boxes.y[region] = screen.y - anchors[2 * region + 1]! * pixelsPerUnit;
        boxes.fullWidth[region] = Math.max(titleWidth, valueWidth) + 4;
        boxes.fullHeight[region] = 2 * LINE;
        boxes.valueWidth[region] = valueWidth + 4;
        boxes.valueHeight[region] = LINE;
      }
      const order = labelOrder(layout, selectedRegion, null);
      placeLabels(
        boxes,
        order,
        pixelsPerUnit < ROOM_FOR_NAMES ? namesOnSmallMap(layout, selectedRegion, null) : regionLabels.length,
        screen.width,
        screen.height,
      );
      if (everyName) placeFarther(boxes, order, screen.width, screen.height);
      const next = Array.from(boxes.shown, (shown, region) => ({
        shown,
        aside: boxes.aside[region]!,
        down: boxes.down[region]!,
        half: boxes.fullWidth[region]! / 2,
      }));
      setPlaced((before) => (next.every((one, region) => isSame(one, before[region]!)) ? before : next));
    };
    measure();
    if (document.fonts.status === "loading") document.fonts.ready.then(() => group.current && measure());
  }, [regionLabels, anchors, layout, screen, pixelsPerUnit, selectedRegion, everyName]);

  const inset = new Map(layout.insets.map((one) => [one.region, one]));
  const unit = 1 / pixelsPerUnit;
  return (
    <g ref={group} className="map-flat-labels" textAnchor="middle" fontSize={TEXT * unit} strokeWidth={3 * unit}>
      {regionLabels.map(({ title, value }, region) => {
        const { shown, aside, down, half } = placed[region]!;
        const x = anchors[2 * region]! + aside * unit;
        const lines = inset.get(region)?.labelBelow ? (shown === FULL ? 2 : 1) * LINE : 0;
        const y = -anchors[2 * region + 1]! + (lines - 3 + down) * unit;
        return (
          <g key={regions[region]!.id} visibility={shown === HIDDEN ? "hidden" : undefined}>
            {down !== 0 && (
              <g transform={`translate(${anchors[2 * region]!} ${-anchors[2 * region + 1]!}) scale(${unit})`}>
                <path className="map-leader" vectorEffect="non-scaling-stroke" d={leaderTo(aside, down, half)} />
              </g>
            )}
            <text x={x} y={y - LINE * unit} visibility={shown === FULL ? undefined : "hidden"}>
              {title}
            </text>
            <text x={x} y={y} fontWeight={600}>
              {value}
            </text>
            {reached && Number.isFinite(reached[region]) && (
              <g className="map-reached" transform={`translate(${x} ${y + 3 * unit}) scale(${unit})`}>
                <rect x={-BAR / 2} width={BAR} height={3} />
                <rect x={-BAR / 2} width={BAR * Math.min(1, reached[region]!)} height={3} />
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** A ring at the anchor and a line to the nearest point of a label that hangs `down` and stands `aside` of it; nothing beside it. */
function leaderTo(aside: number, down: number, half: number): string {
  const x = Math.min(Math.max(0, aside - half), aside + half);
  const y = Math.min(Math.max(0, down - 2 * LINE), down);
  return Math.hypot(x, y) > TEXT / 2 ? `M-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M0 0L${x} ${y}` : "";
}

function isSame(one: Placed, other: Placed): boolean {
  const isNear = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return one.shown === other.shown && isNear(one.aside, other.aside) && isNear(one.down, other.down);
}
