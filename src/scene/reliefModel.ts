import type { Boundaries, RegionShape } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { MapTheme } from "./mapProps.ts";
import {
  BufferAttribute,
  BufferGeometry,
  type IUniform,
  LineSegments,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  Sphere,
  Vector3,
} from "three";
import { PLANE_WIDTH } from "#domain/boundaries.ts";
import { INK, rgbOf } from "./colourScales.ts";
import { createFrontierWalls } from "./frontierWalls.ts";
import { slabTop } from "./heightScale.ts";
import { createRegionOutline } from "./regionOutline.ts";
import { createReliefLight } from "./reliefLight.ts";
import { slabGeometry } from "./slabGeometry.ts";

/** A region where it lies; a city's a second time, enlarged. */
type PlacedShape = { readonly region: number; readonly shape: RegionShape };

const BEVEL = 0.14;
/** Towards the key light: north-west, 52 degrees up. */
const TO_LIGHT = new Vector3(-0.62, 1.1, -0.6).normalize();

/** Slabs, table and leader lines of the map, with the light baked from their heights; built in steps. */
export function* reliefModel(boundaries: Boundaries, layout: MapLayout): Generator<void, ReliefModel> {
  const placed = [
    ...boundaries.regions.map((shape, region) => ({ region, shape })),
    ...layout.insets.map(({ region, shape }) => ({ region, shape })),
  ];
  const geometry = yield* slabGeometry(placed, BEVEL);
  yield;
  return createReliefModel(placed, geometry, layout);
}

export type ReliefModel = ReturnType<typeof createReliefModel>;

function createReliefModel(placed: readonly PlacedShape[], geometry: BufferGeometry, layout: MapLayout) {
  const count = layout.stages.length;
  /** Red, green, blue and top of each region: the uniform that every shader of the scene reads. */
  const regions = new Float32Array(4 * count);
  const [before, after] = [new Float32Array(4 * count), new Float32Array(4 * count)];
  const aimed = new Float32Array(4 * count);
  const defines = { REGIONS: count };
  const light = createReliefLight(geometry, { regions: { value: regions } }, defines, layout.bounds, TO_LIGHT);

  const uniforms: Record<string, IUniform> = {
    regions: { value: regions },
    toLight: { value: TO_LIGHT },
    hovered: { value: -1 },
    ink: { value: new Vector3() },
    screen: { value: new Vector3(1, 1, 1) },
    shadowTint: { value: new Vector3() },
    ...light.uniforms,
  };
  const slabMaterial = new ShaderMaterial({
    defines,
    uniforms,
    vertexShader: SLAB_VERTEX,
    fragmentShader: SLAB_FRAGMENT,
  });
  const tableGeometry = new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
  const tableMaterial = new ShaderMaterial({
    uniforms,
    vertexShader: TABLE_VERTEX,
    fragmentShader: TABLE_FRAGMENT,
    transparent: true,
    depthWrite: false,
  });
  const outline = createRegionOutline(placed, uniforms, defines);
  // Else three goes through all corners before the first frame, to sort what needs no sorting.
  geometry.boundingSphere = new Sphere(new Vector3(), PLANE_WIDTH);
  const walls = createFrontierWalls(placed, regions);
  const leaderGeometry = leaders(layout);
  const leaderMaterial = new ShaderMaterial({
    defines,
    uniforms,
    vertexShader: LEADER_VERTEX,
    fragmentShader: LEADER_FRAGMENT,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });

  const slabs = new Mesh(geometry, slabMaterial);
  const table = new Mesh(tableGeometry, tableMaterial);
  const [west, east, south, north] = light.extent;
  table.scale.set(east - west, 1, north - south);
  table.position.set((west + east) / 2, 0, -(south + north) / 2);
  table.updateMatrixWorld();
  const leaderLines = new LineSegments(leaderGeometry, leaderMaterial);
  for (const object of [slabs, table, leaderLines]) object.frustumCulled = false;

  return {
    regions,
    /** In the order in which they are drawn; of the table only what no slab hides. */
    objects: [slabs, table, walls.mesh, ...outline.meshes, leaderLines] as const,
    /** Sets where heights (0 to 1), colours and the frontier go; `advance` walks there. False: they go nowhere new. */
    aim(
      heights: readonly number[],
      colours: readonly string[],
      frontier: readonly { readonly height: number }[] | null,
    ): boolean {
      walls.aim(frontier?.map(({ height }) => slabTop(height)) ?? null);
      aimed.set(after);
      for (let region = 0; region < count; region++) {
        after.set(rgbOf(colours[region]!), 4 * region);
        after[4 * region + 3] = slabTop(heights[region]!);
      }
      if (after.every((value, i) => value === aimed[i])) {
        walls.advance(1);
        return false;
      }
      before.set(regions);
      return true;
    },
    /** False until the first heights are reached, which they are without motion. */
    isBuilt: () => regions[3]! > 0,
    /** `share` of the way from the old heights and colours to the new ones. */
    advance(share: number) {
      for (let i = 0; i < regions.length; i++) regions[i] = before[i]! + (after[i]! - before[i]!) * share;
      walls.advance(share);
    },
    mark(selected: number | null, hovered: number | null) {
      outline.mark(selected, hovered);
      uniforms.hovered!.value = hovered ?? -1;
    },
    setTheme(theme: MapTheme) {
      walls.setTheme(theme);
      (uniforms.ink!.value as Vector3).fromArray(rgbOf(INK[theme]));
      (uniforms.shadowTint!.value as Vector3).fromArray(theme === "light" ? [0.2, 0.22, 0.3] : [0, 0.01, 0.03]);
    },
    /** Size of the canvas in device pixels, and device pixels per CSS pixel: lines keep their width on the screen. */
    setScreen(width: number, height: number, pixelRatio: number) {
      (uniforms.screen!.value as Vector3).set(width, height, pixelRatio);
    },
    lightPasses: light.passes,
    bakeLight: light.bake,
    topOf: (region: number) => regions[4 * region + 3]!,
    dispose() {
      for (const one of [
        geometry,
        tableGeometry,
        leaderGeometry,
        slabMaterial,
        tableMaterial,
        leaderMaterial,
        light,
        outline,
        walls,
      ])
        one.dispose();
    },
  };
}

/** From the top of the city's true slab down to the foot of its round copy. */
function leaders(layout: MapLayout): BufferGeometry {
  const points = layout.insets.flatMap(({ leader: [from, to] }) => [from[0], 0, -from[1], to[0], 0, -to[1]]);
  const slab = layout.insets.flatMap(({ region }) => [region, 1, region, 0]);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(points), 3));
  geometry.setAttribute("slab", new BufferAttribute(new Float32Array(slab), 2));
  return geometry;
}

/** What is the same on a whole slab is not interpolated. */
const SLAB_VARYINGS = `varying vec3 vAt;
flat varying vec3 vColour;
flat varying float vPointed;`;

/** Colours are mixed as they are displayed, so that a flat, sunlit top has exactly its legend's colour. */
const SLAB_VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform float hovered;
attribute vec2 slab;
${SLAB_VARYINGS}
void main() {
  vec4 region = regions[int(slab.x + 0.5)];
  vAt = vec3(position.x, position.y + slab.y * region.w, position.z);
  vColour = region.rgb;
  vPointed = 1.0 - step(0.5, abs(slab.x - hovered));
  gl_Position = projectionMatrix * viewMatrix * vec4(vAt, 1.0);
}`;

const SLAB_FRAGMENT = /* glsl */ `
uniform vec3 toLight;
uniform sampler2D light;
uniform vec4 lightExtent;
${SLAB_VARYINGS}
void main() {
  vec3 normal = normalize(cross(dFdx(vAt), dFdy(vAt))); // of the face, towards the viewer
  // Bevels lean outwards: their light is that of the slab they belong to, not of the ground beside it.
  vec2 place = vec2(vAt.x, -vAt.z) - 0.45 * vec2(normal.x, -normal.z);
  vec2 at = (place - lightExtent.xy) / lightExtent.zw;
  vec2 baked = texture2D(light, at).rg;
  float facing = min(max(dot(normal, toLight), 0.0) / toLight.y, 1.16);
  float fill = 0.1 * max(dot(normal, vec3(-0.45, 0.0, 0.89)), 0.0);
  float wall = 1.0 - smoothstep(0.2, 0.6, normal.y);
  float shade = mix(0.6, 1.0, facing) + fill;
  float open = mix(baked.r, 1.0, wall);
  float round = mix(baked.g, mix(0.72, 1.0, smoothstep(0.0, 3.0, vAt.y)), wall);
  vec3 colour = vColour * shade * mix(vec3(0.66, 0.69, 0.76), vec3(1.0), open) * round;
  colour = mix(colour, vec3(1.0), 0.1 * vPointed * (1.0 - wall));
  gl_FragColor = vec4(colour, 1.0);
}`;

const TABLE_VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vec4 at = modelMatrix * vec4(position, 1.0);
  vAt = vec2(at.x, -at.z);
  gl_Position = projectionMatrix * viewMatrix * at;
}`;

/** The page is the table; only the shadow on it is drawn. */
const TABLE_FRAGMENT = /* glsl */ `
uniform sampler2D light;
uniform vec4 lightExtent;
uniform vec3 shadowTint;
varying vec2 vAt;
void main() {
  vec2 baked = texture2D(light, (vAt - lightExtent.xy) / lightExtent.zw).ba;
  gl_FragColor = vec4(shadowTint, 0.34 * (1.0 - baked.r) + 0.5 * (1.0 - baked.g));
}`;

const LEADER_VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
attribute vec2 slab;
void main() {
  float top = regions[int(slab.x + 0.5)].w;
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x, slab.y * top, position.z, 1.0);
}`;

const LEADER_FRAGMENT = /* glsl */ `
uniform vec3 ink;
void main() {
  gl_FragColor = vec4(ink, 0.6);
}`;
