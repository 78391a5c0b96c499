import type { PerspectiveCamera } from "three";
import type { ActorMark, ActorPick, MapAgents } from "./mapProps.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { Vector3 } from "three";
import { firmStage, VACANT } from "./firmStage.ts";
import { MARK_RADIUS } from "./markPlaces.ts";

/** Dots smaller than this (CSS pixels) stand too close to aim at one: the region takes the click. */
const SMALLEST_DOT = 2.6;
/** How far beside a dot or shape a click may be. */
const SLIP = 3;

export type Pickable = {
  readonly firms: { readonly places: FirmPlaces; readonly agents: MapAgents } | null;
  readonly marks: { readonly marks: readonly ActorMark[]; readonly places: readonly (readonly [number, number])[] };
  readonly topOf: (region: number) => number;
};

/** The shape or dot at a point of the canvas (CSS pixels), shapes first; null: none is near enough. */
export function pickActor(
  { firms, marks, topOf }: Pickable,
  camera: PerspectiveCamera,
  size: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): ActorPick | null {
  const at = new Vector3();
  const perUnit = (size.height * camera.projectionMatrix.elements[5]!) / 2;
  // Distance to the pointer less the radius of what is drawn there, in pixels.
  const beside = (px: number, py: number, region: number | null, radius: number, least: number, smallest: number) => {
    at.set(px, region === null ? 0 : topOf(region), -py).applyMatrix4(camera.matrixWorldInverse);
    const drawn = (radius * perUnit) / -at.z;
    if (drawn < smallest) return Number.POSITIVE_INFINITY;
    at.applyMatrix4(camera.projectionMatrix);
    const [sx, sy] = [(at.x * 0.5 + 0.5) * size.width, (0.5 - at.y * 0.5) * size.height];
    return Math.hypot(sx - x, sy - y) - Math.max(drawn, least);
  };
  let nearest = SLIP;
  let pick: ActorPick | null = null;
  marks.places.forEach(([px, py], k) => {
    const { id, region } = marks.marks[k]!;
    const distance = beside(px, py, region, MARK_RADIUS, 5.5, 0);
    if (distance >= nearest) return;
    nearest = distance;
    pick = { mark: id };
  });
  if (pick !== null || !firms) return pick;
  for (let firm = 0; firm < firms.agents.region.length; firm++) {
    if (firmStage(firms.agents, firm) === VACANT) continue;
    const [px, py] = [firms.places.at[2 * firm]!, firms.places.at[2 * firm + 1]!];
    const distance = beside(px, py, firms.agents.region[firm]!, firms.places.radius[firm]!, 0, SMALLEST_DOT);
    if (distance >= nearest) continue;
    nearest = distance;
    pick = { firm };
  }
  return pick;
}
