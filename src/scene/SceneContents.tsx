import type { ThreeEvent } from "@react-three/fiber";
import type { RefObject } from "react";
import type { PerspectiveCamera } from "three";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import type { MapHandle } from "./RegionScene.tsx";
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { createActorMarks } from "./actorMarks.ts";
import { createCameraRig } from "./cameraRig.ts";
import { createEase } from "./ease.ts";
import { createFirmPins } from "./firmPins.ts";
import { manufacturers } from "./firmStage.ts";
import { heapEnds } from "./labelAnchors.ts";
import { createLabelOverlay } from "./labelOverlay.ts";
import { FIELD_OF_VIEW } from "./mapCamera.ts";
import { YEAR_SECONDS } from "./mapProps.ts";
import { createRegionPicks } from "./regionPicks.ts";
import { createReliefModel } from "./reliefModel.ts";
import { firmPlaces } from "./sunflower.ts";
import { sameBytes, sameRecords, useKept } from "./useKept.ts";

type SceneContentsProps = MapProps & {
  readonly layout: MapLayout;
  readonly labels: RefObject<(HTMLDivElement | null)[]>;
  readonly handle: RefObject<MapHandle | null>;
};

/** Pixels between press and release that still make a click. */
const LARGEST_SLIP = 6;
const FRAMES_PER_LIGHT = 3;

/** What stands on the canvas. React describes it; each frame only moves what is in motion and asks for the next frame. */
export function SceneContents(props: SceneContentsProps) {
  const { boundaries, layout, theme, heights, colours, agents, selectedRegion, reducedMotion } = props;
  const { gl, camera, size, invalidate } = useThree();
  const hovered = useRef<number | null>(null);
  const year = useRef(createEase(YEAR_SECONDS)).current;
  const pinYear = useRef(createEase(YEAR_SECONDS)).current;
  const yearFrame = useRef(0);

  const relief = useMemo(() => createReliefModel(boundaries, layout), [boundaries, layout]);
  useEffect(() => relief.dispose, [relief]);
  const picks = useMemo(() => createRegionPicks(boundaries, layout), [boundaries, layout]);
  useEffect(() => picks.dispose, [picks]);
  const rig = useMemo(
    () => createCameraRig(camera as PerspectiveCamera, gl.domElement, layout, invalidate),
    [camera, gl, layout, invalidate],
  );
  useEffect(() => rig.dispose, [rig]);

  // The same bytes in a new run rebuild nothing.
  const agentRegion = useKept(agents?.region ?? null, sameBytes);
  const isManufacturer = useKept(agents && manufacturers(agents.now), sameBytes);
  const places = useMemo(
    () => agentRegion && isManufacturer && firmPlaces(layout.stages, agentRegion, isManufacturer),
    [agentRegion, isManufacturer, layout],
  );
  const pins = useMemo(
    () => places && agentRegion && createFirmPins(places, agentRegion, relief.regions),
    [places, agentRegion, relief],
  );
  useEffect(() => pins?.dispose, [pins]);
  const heaps = useMemo(() => heapEnds(layout, places, agentRegion), [layout, places, agentRegion]);
  const actors = useKept(props.marks, sameRecords);
  const marks = useMemo(
    () => (actors?.length ? createActorMarks(actors, layout, heaps.bottom, relief.regions) : null),
    [actors, layout, heaps, relief],
  );
  useEffect(() => marks?.dispose, [marks]);
  const overlay = useMemo(() => createLabelOverlay(layout, heaps.top), [layout, heaps]);

  useLayoutEffect(() => {
    for (const part of [relief, pins, marks]) part?.setTheme(theme);
    invalidate();
  }, [relief, pins, marks, theme, invalidate]);

  useLayoutEffect(() => {
    if (!relief.aim(heights, colours)) return;
    year.start(reducedMotion || !relief.isBuilt());
    invalidate();
  }, [relief, heights, colours, reducedMotion, invalidate, year]);

  useLayoutEffect(() => {
    if (!pins || !agents || !pins.setYear(agents.now)) return;
    pinYear.start(reducedMotion || pins.isFirstYear());
    invalidate();
  }, [pins, agents, reducedMotion, invalidate, pinYear]);

  useLayoutEffect(() => {
    relief.mark(selectedRegion, hovered.current);
    overlay.setOrder(selectedRegion, hovered.current);
    invalidate();
  }, [relief, overlay, selectedRegion, invalidate]);

  useLayoutEffect(() => {
    rig.setInstant(reducedMotion);
    rig.fit(size.width, size.height);
    props.handle.current = rig.handle;
  }, [rig, size.width, size.height, reducedMotion, props.handle]);

  const { labels } = props;
  const regionLabels = useKept(props.regionLabels, sameRecords);
  useLayoutEffect(() => {
    const measure = () => {
      overlay.measure(labels.current, regionLabels);
      invalidate();
    };
    measure();
    document.fonts.ready.then(measure);
  }, [overlay, labels, regionLabels, invalidate]);

  useFrame(() => {
    const now = performance.now();
    if (year.running) {
      relief.advance(year.share(now));
      // Shadows may follow a little behind while they move.
      if (!year.running || yearFrame.current++ % FRAMES_PER_LIGHT === 0) relief.bakeLight(gl);
      picks.setTops(relief.topOf);
    }
    if (pinYear.running) pins?.advance(pinYear.share(now));
    const cameraMoves = rig.advance(now);
    const pixelRatio = gl.getPixelRatio();
    const pixelsPerUnit = (size.height * pixelRatio) / (2 * Math.tan((FIELD_OF_VIEW * Math.PI) / 360));
    relief.setScreen(size.width * pixelRatio, size.height * pixelRatio, pixelRatio);
    pins?.setScale(pixelsPerUnit, pixelRatio);
    marks?.setScale(pixelsPerUnit, pixelRatio);
    overlay.update(camera as PerspectiveCamera, relief.topOf, size.width, size.height, rig.distance());
    if (year.running || pinYear.running || cameraMoves) invalidate();
  }, -1);

  // Handlers that stay the same: a new one would make react-three-fiber draw a frame.
  const latest = useRef(props);
  latest.current = props;
  const pointer = useMemo(() => {
    const hover = (region: number | null, event: ThreeEvent<PointerEvent> | null) => {
      const { selectedRegion, onHoverRegion } = latest.current;
      if (region !== hovered.current) {
        hovered.current = region;
        gl.domElement.style.cursor = region === null ? "" : "pointer";
        relief.mark(selectedRegion, region);
        overlay.setOrder(selectedRegion, region);
        invalidate();
      }
      onHoverRegion?.(region, event && region !== null ? { x: event.clientX, y: event.clientY } : null);
    };
    const regionUnder = (event: ThreeEvent<MouseEvent>): number => event.object.userData.region;
    return {
      onPointerMove: (event: ThreeEvent<PointerEvent>) => {
        event.stopPropagation();
        if (event.pointerType === "mouse") hover(regionUnder(event), event);
      },
      onPointerOut: () => hover(null, null),
      onClick: (event: ThreeEvent<MouseEvent>) => {
        event.stopPropagation();
        if (event.delta <= LARGEST_SLIP) latest.current.onSelectRegion(regionUnder(event));
      },
    };
  }, [gl, relief, overlay, invalidate]);

  return (
    <>
      {relief.objects.map((object) => (
        <primitive key={object.uuid} object={object} />
      ))}
      {pins && <primitive object={pins.points} />}
      {marks && <primitive object={marks.points} />}
      <primitive object={picks.group} {...pointer} />
    </>
  );
}
