import type { ReconcilerRoot } from "@react-three/fiber";
import type { Ref } from "react";
import type { CameraLink } from "./cameraLink.ts";
import type { MapProps } from "./mapProps.ts";
import { createRoot, events } from "@react-three/fiber";
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import { mapColours } from "./colourScales.ts";
import { inTasks } from "./inTasks.ts";
import { FIELD_OF_VIEW } from "./mapCamera.ts";
import { mapLayout } from "./mapLayout.ts";
import { NewsMarks } from "./NewsMarks.tsx";
import { type ReliefModel, reliefModel } from "./reliefModel.ts";
import { SceneContents } from "./SceneContents.tsx";
import "./map.css";

/** For buttons beside the map: everything that a pointer can do to the camera, by name. */
export type MapHandle = {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** The whole country again. */
  readonly reset: () => void;
  /** Moves close to a region. */
  readonly showRegion: (region: number) => void;
  /** Moves to where all of these links between actors are in view: an ecosystem. */
  readonly showLinks: () => void;
};

export type RegionSceneProps = MapProps & {
  readonly ref?: Ref<MapHandle> | null;
  /** Keeps the camera in step with those of maps beside this one. */
  readonly cameraLink?: CameraLink | null;
  /** WebGL is missing (`had` is false) or was taken away: show FlatMap instead. */
  readonly onContextLost: (had: boolean) => void;
  /** The first picture is on the screen. */
  readonly onDrawn?: () => void;
};

/** A map of fewer CSS pixels shows the brief names. */
const ROOM_FOR_NAMES = { width: 640, height: 320 };

/**
 * The map as a model in low relief. Fills its parent, which needs a size of its own and `position: relative`.
 * Load it lazily: it brings three and react-three-fiber.
 */
export function RegionScene({ ref, cameraLink = null, onContextLost, onDrawn, ...map }: RegionSceneProps) {
  const host = useRef<HTMLDivElement>(null);
  const labels = useRef<(HTMLDivElement | null)[]>([]);
  const newsMarks = useRef<(HTMLElement | null)[]>([]);
  const handle = useRef<MapHandle>(null);
  const lost = useRef(onContextLost);
  lost.current = onContextLost;
  /** Set by the contents: picks the actor at a point of the canvas and says whether there was one. */
  const pick = useRef<(event: MouseEvent) => boolean>(() => false);
  const missed = useRef((_: MouseEvent) => {});
  missed.current = (event) => pick.current(event) || map.onSelectRegion(null);
  const [root, setRoot] = useState<ReconcilerRoot<HTMLCanvasElement> | null>(null);
  const [isSmall, setSmall] = useState(false);
  const regionLabels = isSmall
    ? map.regionLabels.map(({ brief, ...label }) => ({ ...label, title: brief ?? label.title }))
    : map.regionLabels;
  const layout = useMemo(() => mapLayout(map.boundaries, map.regions), [map.boundaries, map.regions]);
  const [relief, setRelief] = useState<ReliefModel | null>(null);

  useImperativeHandle(ref ?? null, () => ({
    zoomIn: () => handle.current?.zoomIn(),
    zoomOut: () => handle.current?.zoomOut(),
    reset: () => handle.current?.reset(),
    showRegion: (region) => handle.current?.showRegion(region),
    showLinks: () => handle.current?.showLinks(),
  }));

  useEffect(() => {
    const parent = host.current!;
    // A canvas of its own for each mount: a WebGL context cannot be given back and taken again.
    const canvas = document.createElement("canvas");
    parent.prepend(canvas);
    let open = true;
    const onLost = (event?: Event) => {
      event?.preventDefault();
      if (open) lost.current(event !== undefined);
    };
    canvas.addEventListener("webglcontextlost", onLost);
    const created = createRoot(canvas);
    const sizeOf = () => ({ width: parent.clientWidth, height: parent.clientHeight, top: 0, left: 0 });
    const resize = new ResizeObserver(() => {
      const { width, height } = sizeOf();
      setSmall(width < ROOM_FOR_NAMES.width || height < ROOM_FOR_NAMES.height);
      if (open && width > 0 && height > 0) void configure().catch(() => onLost());
    });
    const configure = () =>
      created.configure({
        size: sizeOf(),
        events,
        frameloop: "demand",
        flat: true,
        linear: true, // shaders mix colours as they are displayed, into a picture as into the canvas
        dpr: [1, 2],
        gl: { antialias: false, alpha: true },
        scene: { matrixWorldAutoUpdate: false }, // nothing in it is moved but the camera: shaders do that
        camera: { fov: FIELD_OF_VIEW, near: 5, far: 600, position: [0, 100, 80] },
        onPointerMissed: (event) => missed.current(event),
        // Asking for compile errors makes the page wait for the graphics driver, seconds without a graphics card.
        onCreated: ({ gl }) => {
          gl.sortObjects = false; // the contents are listed in the order in which they are drawn
          gl.debug.checkShaderErrors = import.meta.env.DEV;
        },
      });
    // A task of its own: whatever put the map on the page has done enough in this one.
    const start = setTimeout(() => {
      configure().then(
        () => open && setRoot(created),
        () => onLost(),
      );
      resize.observe(parent);
    });
    return () => {
      open = false;
      clearTimeout(start);
      resize.disconnect();
      canvas.removeEventListener("webglcontextlost", onLost);
      created.unmount();
      canvas.remove();
      setRoot(null);
    };
  }, []);

  useEffect(() => {
    let made: ReliefModel | null = null;
    let open = true;
    inTasks(reliefModel(map.boundaries, layout)).then((model) => {
      if (!open) return model.dispose();
      made = model;
      setRelief(model);
    });
    return () => {
      open = false;
      made?.dispose();
      setRelief(null);
    };
  }, [map.boundaries, layout]);

  useEffect(() => {
    if (root === null || relief === null) return;
    root.render(
      <SceneContents
        {...map}
        regionLabels={regionLabels}
        layout={layout}
        relief={relief}
        labels={labels}
        newsMarks={newsMarks}
        handle={handle}
        pick={pick}
        cameraLink={cameraLink}
        onDrawn={onDrawn}
      />,
    );
  });

  return (
    <div className="map" lang={map.language} style={mapColours(map.theme)}>
      <div ref={host} className="map-stage">
        <div className="map-labels" role="img" aria-label={map.description}>
          {regionLabels.map(({ title, value }, region) => (
            <div
              key={map.regions[region]!.id}
              ref={(element) => {
                labels.current[region] = element;
              }}
              className="map-label"
              data-chosen={region === map.selectedRegion}
            >
              <span className="map-label-title">{title}</span>
              <span className="map-label-value">{value}</span>
            </div>
          ))}
        </div>
        <NewsMarks news={map.news ?? []} onSelectActor={map.onSelectActor} at={null} elements={newsMarks} />
      </div>
    </div>
  );
}
