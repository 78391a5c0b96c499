import type { RefObject } from "react";
import type { PerspectiveCamera } from "three";
import type { CameraLink } from "./cameraLink.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import type { MapHandle } from "./RegionScene.tsx";
import type { ReliefModel } from "./reliefModel.ts";
import { useFrame, useThree } from "@react-three/fiber";
import { Group } from "three";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { createActorMarks } from "./actorMarks.ts";
import { createCameraRig } from "./cameraRig.ts";
import { createEase } from "./ease.ts";
import { createFrameBudget } from "./frameBudget.ts";
import { createFirmPins } from "./firmPins.ts";
import { manufacturers } from "./firmStage.ts";
import { heapEnds, labelAnchors } from "./labelAnchors.ts";
import { createLabelOverlay } from "./labelOverlay.ts";
import { createLinkArcs } from "./linkArcs.ts";
import { pixelsPerUnit } from "./mapCamera.ts";
import { discAround, linkEnds } from "./mapLinks.ts";
import { CARRY_SECONDS, YEAR_SECONDS } from "./mapProps.ts";
import { newsPlaces } from "./mapNews.ts";
import { markPlaces } from "./markPlaces.ts";
import { createNewsOverlay } from "./newsOverlay.ts";
import { pickActor } from "./pickActor.ts";
import { createRegionPointer } from "./regionPointer.ts";
import { createRegionPicks } from "./regionPicks.ts";
import { createScenePicture } from "./scenePicture.ts";
import { firmPlaces } from "./sunflower.ts";
import { sameBytes, sameRecords, useKept } from "./useKept.ts";
import { useNextTask } from "./useNextTask.ts";
import { usePrepared } from "./usePrepared.ts";
import { useLabelGround } from "./useLabelGround.ts";

type SceneContentsProps = MapProps & {
  readonly layout: MapLayout;
  readonly relief: ReliefModel;
  readonly labels: RefObject<(HTMLDivElement | null)[]>;
  readonly newsMarks: RefObject<(HTMLElement | null)[]>;
  readonly handle: RefObject<MapHandle | null>;
  readonly pick: RefObject<(event: MouseEvent) => boolean>;
  readonly cameraLink: CameraLink | null;
  readonly onDrawn: (() => void) | undefined;
};

const FRAMES_PER_LIGHT = 3;

/** What stands on the canvas. React describes it; each frame only moves what is in motion and asks for the next frame. */
export function SceneContents(props: SceneContentsProps) {
  const { boundaries, layout, relief, theme, heights, colours, agents, selectedRegion, reducedMotion } = props;
  const { cameraLink, links = null, frontier = null, selectedActor = null } = props;
  const { gl, camera, size, viewport, invalidate, advance } = useThree();
  const hovered = useRef<number | null>(null);
  const year = useRef(createEase(YEAR_SECONDS)).current;
  const pinYear = useRef(createEase(YEAR_SECONDS)).current;
  const carry = useRef(createEase(CARRY_SECONDS)).current;
  const yearFrame = useRef(0);

  const isTimeForFirms = useNextTask();
  const picks = useMemo(() => createRegionPicks(boundaries, layout, relief.topOf), [boundaries, layout, relief]);
  const budget = useMemo(() => createFrameBudget(invalidate), [invalidate]);
  useEffect(() => budget.dispose, [budget]);
  const onDrawn = useRef(props.onDrawn);
  onDrawn.current = props.onDrawn;
  const picture = useMemo(() => {
    const said = { calls: 0, coarseness: 0 };
    // For whoever checks the bar of 20, or waits for a sharp picture.
    const shown = (calls: number, coarseness: number) => {
      if (calls === said.calls && coarseness === said.coarseness) return;
      if (said.calls === 0) onDrawn.current?.();
      Object.assign(said, { calls, coarseness });
      gl.domElement.dataset.drawCalls = String(calls);
      gl.domElement.dataset.coarseness = String(coarseness);
    };
    return createScenePicture(gl, { shown, sharpTook: budget.sharpTook, outdated: invalidate });
  }, [gl, budget, invalidate]);
  useEffect(() => picture.dispose, [picture]);
  const rig = useMemo(
    () => createCameraRig(camera as PerspectiveCamera, gl.domElement, layout, cameraLink, invalidate),
    [camera, gl, layout, cameraLink, invalidate],
  );
  useEffect(() => rig.dispose, [rig]);

  // The same bytes in a new run rebuild nothing.
  const agentRegion = useKept(agents?.region ?? null, sameBytes);
  const isManufacturer = useKept(agents && manufacturers(agents), sameBytes);
  const places = useMemo(
    () =>
      isTimeForFirms && agentRegion && isManufacturer ? firmPlaces(layout.stages, agentRegion, isManufacturer) : null,
    [isTimeForFirms, agentRegion, isManufacturer, layout],
  );
  const pins = useMemo(
    () => places && agentRegion && createFirmPins(places, agentRegion, isManufacturer!, relief.regions),
    [places, agentRegion, isManufacturer, relief],
  );
  useEffect(() => pins?.dispose, [pins]);
  const heaps = useMemo(() => heapEnds(layout, places, agentRegion), [layout, places, agentRegion]);
  const actors = useKept(props.marks, sameRecords);
  const actorPlaces = useMemo(() => markPlaces(actors ?? [], layout, heaps.bottom), [actors, layout, heaps]);
  const marks = useMemo(() => createActorMarks(relief.regions), [relief]);
  useEffect(() => marks.dispose, [marks]);
  useLayoutEffect(() => {
    marks.setMarks(actors ?? [], actorPlaces);
    invalidate();
  }, [marks, actors, actorPlaces, invalidate]);
  const arcs = useMemo(() => createLinkArcs(relief.regions), [relief]);
  useEffect(() => arcs.dispose, [arcs]);
  const ends = useMemo(
    () => places && agentRegion && linkEnds(places, agentRegion, actors ?? [], actorPlaces),
    [places, agentRegion, actors, actorPlaces],
  );
  const news = useKept(props.news, sameRecords);
  const newsOverlay = useMemo(() => {
    const places = newsPlaces(news ?? [], actors ?? [], actorPlaces, layout, heaps);
    return createNewsOverlay(places, layout.stages, news ?? [], props.newsMarks);
  }, [news, actors, actorPlaces, layout, heaps, props.newsMarks]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks are put into their places by the next frame
  useLayoutEffect(() => invalidate(), [newsOverlay, invalidate]);
  const [ground, plans] = useLabelGround(layout, heaps, places, agentRegion);
  const overlay = useMemo(
    () => createLabelOverlay(layout, labelAnchors(layout, heaps.top), ground),
    [layout, heaps, ground],
  );

  useLayoutEffect(() => {
    for (const part of [relief, pins, marks, arcs]) part?.setTheme(theme);
    invalidate();
  }, [relief, pins, marks, arcs, theme, invalidate]);

  useLayoutEffect(() => {
    const moves = relief.aim(heights, colours, frontier);
    invalidate();
    if (!moves) return;
    year.start(reducedMotion || !relief.isBuilt());
  }, [relief, heights, colours, frontier, reducedMotion, invalidate, year]);

  useLayoutEffect(() => {
    if (!pins || !agents || !pins.setYear(agents.now)) return;
    pinYear.start(reducedMotion || pins.isFirstYear());
    invalidate();
  }, [pins, agents, reducedMotion, invalidate, pinYear]);

  useLayoutEffect(() => {
    arcs.setLinks(ends && links, ends ?? ((_, into) => into));
    if (links?.chosen.includes(1)) carry.start(reducedMotion);
    invalidate();
  }, [arcs, links, ends, reducedMotion, carry, invalidate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: which of the marks is the chosen one changes with the marks
  useLayoutEffect(() => {
    pins?.choose(selectedActor && "firm" in selectedActor ? selectedActor.firm : -1);
    marks.choose(selectedActor && "mark" in selectedActor ? selectedActor.mark : null);
    invalidate();
  }, [pins, marks, actors, selectedActor, invalidate]);

  useLayoutEffect(() => {
    relief.mark(selectedRegion, hovered.current);
    overlay.setOrder(selectedRegion, hovered.current);
    invalidate();
  }, [relief, overlay, selectedRegion, invalidate]);

  useLayoutEffect(() => {
    rig.setInstant(reducedMotion);
    rig.fit(size.width, size.height);
  }, [rig, size.width, size.height, reducedMotion]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the canvas has changed with these
  useLayoutEffect(() => {
    picture.setSize(gl.domElement.width, gl.domElement.height);
  }, [picture, gl, size.width, size.height, viewport.dpr]);

  useLayoutEffect(() => {
    props.handle.current = {
      ...rig.handle,
      showLinks: () => {
        const disc = ends && links && discAround(links, ends);
        if (disc) rig.showDisc(disc.x, disc.y, disc.radius);
      },
    };
  }, [rig, props.handle, ends, links]);

  const { labels } = props;
  const regionLabels = useKept(props.regionLabels, sameRecords);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan that was made is taken
  useLayoutEffect(() => {
    const measure = () => {
      overlay.measure(labels.current, regionLabels);
      overlay.settle(size.width, size.height);
      invalidate();
    };
    measure();
    if (document.fonts.status === "loading") document.fonts.ready.then(measure);
  }, [overlay, labels, regionLabels, size.width, size.height, plans, invalidate]);

  const drawn = useMemo(() => new Group(), []);
  const isComplete = pins !== null;
  const passes = useMemo(
    () => (isComplete ? [...relief.lightPasses, ...picture.passes(drawn, camera)] : null),
    [isComplete, relief, picture, drawn, camera],
  );
  const isPrepared = usePrepared(gl, passes);
  useLayoutEffect(() => {
    if (isPrepared) relief.bakeLight(gl);
  }, [isPrepared, relief, gl]);

  // Sizes in pixels change with the view, and with the sharpness that the frame budget allows.
  const scaledTo = useRef(Number.NaN);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new has no scale yet
  useLayoutEffect(() => {
    scaledTo.current = Number.NaN;
  }, [relief, pins, marks, size.width, size.height]);
  const setScale = (pixelRatio: number) => {
    scaledTo.current = pixelRatio;
    const perUnit = pixelsPerUnit(size.height * pixelRatio);
    relief.setScreen(size.width * pixelRatio, size.height * pixelRatio, pixelRatio);
    pins?.setScale(perUnit, pixelRatio);
    marks.setScale(perUnit, pixelRatio);
  };

  const isInMotion = () => year.running || pinYear.running || carry.running;
  useFrame(({ scene }) => {
    const now = performance.now();
    const wasInMotion = rig.takeMove() || isInMotion() || picture.isBlank();
    budget.frame(now, isPrepared && wasInMotion);
    if (year.running) {
      relief.advance(year.share(now));
      // Shadows may follow a little behind while they move.
      const mayFollow = picture.hasShown() && budget.coarseness() === 0;
      if (isPrepared && (!year.running || (mayFollow && yearFrame.current++ % FRAMES_PER_LIGHT === 0)))
        relief.bakeLight(gl);
    }
    if (pinYear.running) {
      const share = pinYear.share(now);
      pins?.advance(share);
      marks.advance(share);
      arcs.advance(share);
    }
    if (carry.running) arcs.carry(carry.share(now));
    const cameraMoves = rig.advance(now);
    camera.updateMatrixWorld(); // labels are placed before the scene is drawn
    const allowed = budget.coarseness();
    const coarseness = allowed > 0 && picture.isBlank() ? 2 : allowed;
    const pixelRatio = picture.pixelsAcross(coarseness) * gl.getPixelRatio();
    if (pixelRatio !== scaledTo.current) setScale(pixelRatio);
    overlay.update(camera as PerspectiveCamera, relief.regions, size.width, size.height, rig.distance());
    newsOverlay.update(camera as PerspectiveCamera, relief.regions, overlay.boxes, size.width, size.height);
    const isInMotionYet = isInMotion() || cameraMoves;
    if (isPrepared) picture.draw(scene, camera, coarseness, !wasInMotion && !isInMotionYet);
    if (isInMotionYet) invalidate();
  }, 1);

  // A canvas of a new size is empty; drawn at once, it is never seen so. After the effects that fit the scene into it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the canvas has changed with these
  useLayoutEffect(() => {
    advance(performance.now());
  }, [advance, isPrepared, size.width, size.height, viewport.dpr]);

  const latest = useRef(props);
  latest.current = props;
  props.pick.current = (event) => {
    const { onSelectActor } = latest.current;
    if (!onSelectActor) return false;
    const { left, top } = gl.domElement.getBoundingClientRect();
    const found = pickActor(
      {
        firms: places && latest.current.agents && { places, agents: latest.current.agents },
        marks: { marks: actors ?? [], places: actorPlaces },
        topOf: relief.topOf,
      },
      camera as PerspectiveCamera,
      size,
      event.clientX - left,
      event.clientY - top,
    );
    if (found) onSelectActor(found);
    return found !== null;
  };
  const pointer = useMemo(
    () =>
      createRegionPointer(latest, (region) => {
        if (region === hovered.current) return;
        hovered.current = region;
        gl.domElement.style.cursor = region === null ? "" : "pointer";
        relief.mark(latest.current.selectedRegion, region);
        overlay.setOrder(latest.current.selectedRegion, region);
        invalidate();
      }),
    [gl, relief, overlay, invalidate],
  );

  return (
    <>
      <primitive object={drawn} visible={isPrepared}>
        {relief.objects.map((object) => (
          <primitive key={object.uuid} object={object} />
        ))}
        <primitive key={arcs.lines.uuid} object={arcs.lines} />
        {pins && <primitive key={pins.points.uuid} object={pins.points} />}
        <primitive key={marks.points.uuid} object={marks.points} />
      </primitive>
      <primitive object={picks} {...pointer} />
    </>
  );
}
