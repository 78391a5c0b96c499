import type { FlatLabelPlaces } from "./flatLabelPlaces.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import { groundBeneath } from "./labelCosts.ts";
import { LINE, TEXT } from "./flatLabelPlaces.ts";
import { FULL, HIDDEN, isBesideDisc, NAME_ONLY, VALUE_ONLY, widthOf } from "./labelBoxes.ts";
import { regionGrid } from "./regionGrid.ts";

/** A label is at its anchor within so many pixels. */
const NEAR = 3;
/** Width of the bar that stands for the whole way to the frontier. */
const BAR = 32;

type FlatLabelsProps = Pick<MapProps, "regions" | "regionLabels" | "selectedRegion"> & {
  readonly layout: MapLayout;
  /** Where lines begin that lead to labels without room in their places, and to those that lie more on neighbours. */
  readonly anchors: Float32Array;
  readonly places: FlatLabelPlaces;
  /** Part of the frontier that each region reaches, as a bar under its value; null: no bars. */
  readonly reached: readonly number[] | null;
  readonly pixelsPerUnit: number;
};

/** Names and values as SVG text, so that print and export keep them in place. */
export function FlatLabels({
  regions,
  regionLabels,
  selectedRegion,
  layout,
  anchors,
  places: { boxes, names, anchors: places },
  reached,
  pixelsPerUnit,
}: FlatLabelsProps) {
  const inset = new Map(layout.insets.map((one) => [one.region, one]));
  const unit = 1 / pixelsPerUnit;
  const regionAt = regionGrid(layout);
  const isLed = (region: number, lines: number): boolean => {
    if (isBesideDisc(boxes, region)) return false;
    if (boxes.down[region] !== 0) return true;
    const foot = [places[2 * region]! + boxes.aside[region]! * unit, places[2 * region + 1]!] as const;
    const width = widthOf(boxes, region, boxes.shown[region]!) * unit;
    const { own, neighbours } = groundBeneath(regionAt, region, foot, width, (lines / 2) * LINE * unit);
    return own === 0 || neighbours > own;
  };
  return (
    <g className="map-flat-labels" textAnchor="middle" fontSize={TEXT * unit} strokeWidth={3 * unit}>
      {regionLabels.map(({ value }, region) => {
        const [shown, aside, down] = [boxes.shown[region]!, boxes.aside[region]!, boxes.down[region]!];
        const lines = shown === FULL ? 2 : 1;
        const x = places[2 * region]! + aside * unit;
        const y = -places[2 * region + 1]! + ((inset.get(region)?.labelBelow ? lines * LINE : 0) - 3 + down) * unit;
        return (
          <g
            key={regions[region]!.id}
            data-chosen={region === selectedRegion}
            strokeWidth={region === selectedRegion ? 6 * unit : undefined}
            visibility={shown === HIDDEN ? "hidden" : undefined}
          >
            {isLed(region, lines) && (
              <g transform={`translate(${anchors[2 * region]!} ${-anchors[2 * region + 1]!}) scale(${unit})`}>
                <path
                  className="map-leader"
                  vectorEffect="non-scaling-stroke"
                  d={leaderTo(
                    aside + (places[2 * region]! - anchors[2 * region]!) * pixelsPerUnit,
                    down - (places[2 * region + 1]! - anchors[2 * region + 1]!) * pixelsPerUnit,
                    widthOf(boxes, region, shown) / 2,
                    lines * LINE,
                  )}
                />
              </g>
            )}
            <text x={x} y={y - (lines - 1) * LINE * unit} visibility={shown >= NAME_ONLY ? undefined : "hidden"}>
              {names[region]}
            </text>
            <text
              x={x}
              y={y}
              fontWeight={600}
              visibility={shown === FULL || shown === VALUE_ONLY ? undefined : "hidden"}
            >
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

/** A ring at the anchor and a line to the nearest point of a label that hangs `down` and stands `aside` of it; nothing at it. */
function leaderTo(aside: number, down: number, half: number, height: number): string {
  const x = Math.min(Math.max(0, aside - half), aside + half);
  const y = Math.min(Math.max(0, down - height), down);
  return Math.hypot(x, y) > NEAR ? `M-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M0 0L${x} ${y}` : "";
}
