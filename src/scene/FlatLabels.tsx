import type { ViewBox } from "./FlatMap.tsx";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { firmPlaces } from "./sunflower.ts";
import { INK, inkOn, PAPER } from "./colourScales.ts";
import { manufacturers, useSameBytes } from "./firmStage.ts";
import { labelAnchors, labelOrder } from "./labelAnchors.ts";
import { createLabelBoxes, FULL, HIDDEN, placeLabels } from "./labelLayout.ts";

/** In CSS pixels on the screen, whatever the size of the map. */
const TEXT = 12;
const LINE = 14;

type FlatLabelsProps = Pick<
  MapProps,
  "regions" | "regionLabels" | "agents" | "colours" | "theme" | "selectedRegion"
> & {
  readonly layout: MapLayout;
  readonly box: ViewBox;
  readonly pixelsPerUnit: number;
};

/** Names and values as SVG text, so that print and export keep them in place. */
export function FlatLabels(props: FlatLabelsProps) {
  const { regions, regionLabels, agents, colours, theme, selectedRegion, layout, box, pixelsPerUnit } = props;
  const group = useRef<SVGGElement>(null);
  const [shown, setShown] = useState<readonly number[]>(() => regionLabels.map(() => FULL));
  const agentRegion = useSameBytes(agents?.region ?? null);
  const isManufacturer = useSameBytes(agents && manufacturers(agents.now));
  const anchors = useMemo(() => {
    const places = agentRegion && isManufacturer && firmPlaces(layout.stages, agentRegion, isManufacturer);
    return labelAnchors(layout, places, agentRegion);
  }, [layout, agentRegion, isManufacturer]);

  useLayoutEffect(() => {
    const boxes = createLabelBoxes(regionLabels.length);
    const measure = () => {
      for (const { region } of layout.insets) boxes.below[region] = 1;
      for (const [region, label] of [...group.current!.children].entries()) {
        const [title, value] = [...label.children].map((line) => (line as SVGTextElement).getComputedTextLength());
        boxes.x[region] = (anchors[2 * region]! - box.left) * pixelsPerUnit;
        boxes.y[region] = (-anchors[2 * region + 1]! - box.top) * pixelsPerUnit;
        boxes.fullWidth[region] = Math.max(title!, value!) * pixelsPerUnit + 4;
        boxes.fullHeight[region] = 2 * LINE;
        boxes.valueWidth[region] = value! * pixelsPerUnit + 4;
        boxes.valueHeight[region] = LINE;
      }
      placeLabels(
        boxes,
        labelOrder(layout, selectedRegion, null),
        box.width * pixelsPerUnit,
        box.height * pixelsPerUnit,
      );
      const next = [...boxes.shown];
      setShown((before) => (next.every((value, region) => value === before[region]) ? before : next));
    };
    measure();
    document.fonts.ready.then(() => group.current && measure());
  }, [regionLabels, anchors, layout, box, pixelsPerUnit, selectedRegion]);

  const inset = new Set(layout.insets.map(({ region }) => region));
  const unit = 1 / pixelsPerUnit;
  return (
    <g ref={group} className="map-flat-labels" textAnchor="middle" fontSize={TEXT * unit} strokeWidth={3 * unit}>
      {regionLabels.map(({ title, value }, region) => {
        const ground = inset.has(region) ? PAPER[theme] : colours[region]!;
        const [x, y] = [anchors[2 * region]!, -anchors[2 * region + 1]!];
        const lastLine = y + (inset.has(region) ? (shown[region] === FULL ? 2 : 1) * LINE - 3 : -3) * unit;
        return (
          <g
            key={regions[region]!.id}
            fill={inset.has(region) ? INK[theme] : inkOn(ground)}
            stroke={ground}
            visibility={shown[region] === HIDDEN ? "hidden" : undefined}
          >
            <text x={x} y={lastLine - LINE * unit} visibility={shown[region] === FULL ? undefined : "hidden"}>
              {title}
            </text>
            <text x={x} y={lastLine} fontWeight={600}>
              {value}
            </text>
          </g>
        );
      })}
    </g>
  );
}
