import type { PerspectiveCamera } from "three";
import type { CameraLink } from "./cameraLink.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { MapHandle } from "./RegionScene.tsx";
import { Vector3 } from "three";
import { MapControls } from "three/addons/controls/MapControls.js";
import { createEase } from "./ease.ts";
import { countryView, TILT } from "./mapCamera.ts";
import { CAMERA_SECONDS } from "./mapProps.ts";

const CLOSEST = 16;
const ZOOM_STEP = 1.5;

/** Camera and controls: the whole country at first, bounded in zoom and pan, 400 ms from view to view. */
export function createCameraRig(
  camera: PerspectiveCamera,
  canvas: HTMLCanvasElement,
  layout: MapLayout,
  link: CameraLink | null,
  invalidate: () => void,
) {
  const controls = new MapControls(camera, canvas);
  controls.enableDamping = false;
  controls.minPolarAngle = 0;
  controls.maxPolarAngle = (62 * Math.PI) / 180;
  controls.minAzimuthAngle = -Math.PI / 4;
  controls.maxAzimuthAngle = Math.PI / 4;
  controls.zoomToCursor = true;
  // One finger scrolls the page; two fingers move the map.
  controls.touches.ONE = null as never;
  canvas.style.touchAction = "pan-y";

  const home = { target: new Vector3(), position: new Vector3(), distance: 100 };
  const from = { target: new Vector3(), position: new Vector3() };
  const to = { target: new Vector3(), position: new Vector3() };
  const flight = createEase(CAMERA_SECONDS);
  let atHome = true;
  let instant = false;
  let hasMoved = false;

  // The closer the camera, the farther the target may go; from afar the country stays in the middle.
  const limitPan = () => {
    const closeness = 1 - controls.getDistance() / home.distance;
    controls.cursor.copy(home.target);
    controls.maxTargetRadius = 6 + 54 * Math.max(0, closeness);
  };
  let following = false;
  const others = link?.join((target, position, isHome) => {
    following = true;
    atHome = isHome;
    flight.running = false;
    controls.target.copy(target);
    camera.position.copy(position);
    controls.update();
    following = false;
  });
  const changed = () => {
    hasMoved = true;
    limitPan();
    invalidate();
    if (!following) others?.moved(controls.target, camera.position, atHome);
  };
  const taken = () => {
    atHome = false;
    flight.running = false;
  };
  controls.addEventListener("change", changed);
  controls.addEventListener("start", taken);

  const flyTo = (target: Vector3, position: Vector3) => {
    from.target.copy(controls.target);
    from.position.copy(camera.position);
    to.target.copy(target);
    to.position.copy(position);
    flight.start(instant);
    invalidate();
  };
  const approach = (target: Vector3, distance: number) => {
    const away = camera.position.clone().sub(controls.target).setLength(distance);
    flyTo(target, target.clone().add(away));
  };
  const zoomBy = (factor: number) => {
    atHome = false;
    const distance = Math.min(controls.maxDistance, Math.max(CLOSEST, controls.getDistance() * factor));
    approach(controls.target.clone(), distance);
  };
  const handle: MapHandle = {
    zoomIn: () => zoomBy(1 / ZOOM_STEP),
    zoomOut: () => zoomBy(ZOOM_STEP),
    reset: () => {
      atHome = true;
      flyTo(home.target, home.position);
    },
    showRegion: (region) => {
      atHome = false;
      const [x, y] = layout.stages[region]!.label;
      approach(new Vector3(x, 0, -y), Math.max(CLOSEST, home.distance * 0.4));
    },
    showLinks: () => {},
  };

  return {
    handle,
    /** Moves to where a disc of the plane is in view. */
    showDisc(x: number, y: number, radius: number) {
      atHome = false;
      const distance = Math.min(home.distance, Math.max(CLOSEST, (2.6 * radius) / camera.aspect ** 0.5));
      approach(new Vector3(x, 0, -y), distance);
    },
    setInstant(value: boolean) {
      instant = value;
    },
    distance: () => controls.getDistance(),
    /** The view's size changed: the home view is found again, and kept if the camera was there. */
    fit(width: number, height: number) {
      const view = countryView(layout, { width, height });
      home.target.set(view.target.x, 0, view.target.z);
      home.distance = view.distance;
      home.position.set(0, Math.cos(TILT), Math.sin(TILT)).multiplyScalar(view.distance).add(home.target);
      controls.minDistance = CLOSEST;
      controls.maxDistance = view.distance * 1.15;
      if (atHome) {
        camera.position.copy(home.position);
        controls.target.copy(home.target);
        controls.update();
      }
      changed();
    },
    /** Whether the camera moved since this was asked last, by flight or by hand. */
    takeMove(): boolean {
      const moved = hasMoved;
      hasMoved = false;
      return moved;
    },
    /** True while the camera flies. */
    advance(now: number): boolean {
      if (!flight.running) return false;
      const share = flight.share(now);
      controls.target.lerpVectors(from.target, to.target, share);
      camera.position.lerpVectors(from.position, to.position, share);
      limitPan();
      controls.update();
      return flight.running;
    },
    dispose() {
      others?.leave();
      controls.removeEventListener("change", changed);
      controls.removeEventListener("start", taken);
      controls.dispose();
    },
  };
}
