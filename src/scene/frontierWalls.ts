import type { RegionShape } from "#domain/boundaries.ts";
import type { MapTheme } from "./mapProps.ts";
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, ShaderMaterial, Vector3 } from "three";
import { INK, rgbOf } from "./colourScales.ts";

/**
 * How far each region stands from the frontier: a thin line at the height at which it would stand on it, and a faint curtain
 * down to where it stands. One draw call; a region without a frontier is folded away.
 */
export function createFrontierWalls(
  shapes: readonly { readonly region: number; readonly shape: RegionShape }[],
  regions: Float32Array,
) {
  const count = regions.length / 4;
  const frontier = new Float32Array(count);
  const [before, after] = [new Float32Array(count), new Float32Array(count)];
  const geometry = new BufferGeometry(); // empty until a frontier is shown: most visits never ask for one
  const uniforms = { regions: { value: regions }, frontier: { value: frontier }, ink: { value: new Vector3() } };
  const material = new ShaderMaterial({
    defines: { REGIONS: count },
    uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.visible = false;
  return {
    mesh,
    /** Heights in world units; 0 where there is none to show, null for none at all. */
    aim(heights: ArrayLike<number> | null) {
      if (heights !== null && !geometry.hasAttribute("position")) buildWalls(geometry, shapes);
      if (heights !== null && !mesh.visible) frontier.set(heights);
      mesh.visible = heights !== null;
      before.set(frontier);
      if (heights !== null) after.set(heights);
    },
    advance(share: number) {
      for (let r = 0; r < count; r++) frontier[r] = before[r]! + (after[r]! - before[r]!) * share;
    },
    setTheme(theme: MapTheme) {
      uniforms.ink.value.fromArray(rgbOf(INK[theme]));
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

function buildWalls(
  geometry: BufferGeometry,
  shapes: readonly { readonly region: number; readonly shape: RegionShape }[],
) {
  let corner = 0;
  const sides = shapes.reduce((sum, { shape }) => sum + outerSides(shape), 0);
  const [corners, walls] = [new Float32Array(3 * QUAD.length * sides), new Float32Array(2 * QUAD.length * sides)];
  for (const { region, shape } of shapes)
    for (const { outer } of shape.polygons)
      for (let i = 0, j = outer.length - 2; i < outer.length; j = i, i += 2)
        for (const [end, up] of QUAD) {
          const at = end === 0 ? j : i;
          corners[3 * corner] = outer[at]!;
          corners[3 * corner + 2] = -outer[at + 1]!;
          walls[2 * corner] = region;
          walls[2 * corner + 1] = up;
          corner++;
        }
  geometry.setAttribute("position", new BufferAttribute(corners, 3));
  geometry.setAttribute("wall", new BufferAttribute(walls, 2));
}

function outerSides({ polygons }: RegionShape): number {
  return polygons.reduce((sum, { outer }) => sum + outer.length / 2, 0);
}

/** Two triangles of a wall's piece: which end, lower or upper edge. */
const QUAD = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
  [1, 1],
  [0, 1],
] as const;

const VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform float frontier[REGIONS];
attribute vec2 wall;
varying float vUp;
varying float vHeight;
void main() {
  int region = int(wall.x + 0.5);
  float low = regions[region].w;
  float high = max(frontier[region], low);
  vHeight = high - low;
  vUp = wall.y * vHeight;
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x, mix(low, high, wall.y), position.z, 1.0);
  if (frontier[region] <= low + 0.001) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

/** The upper edge is a line of 1.5 pixels at any distance. */
const FRAGMENT = /* glsl */ `
uniform vec3 ink;
varying float vUp;
varying float vHeight;
void main() {
  float line = 1.0 - smoothstep(0.9, 1.9, (vHeight - vUp) / max(fwidth(vUp), 0.0001));
  gl_FragColor = vec4(ink, 0.07 + 0.7 * line);
}`;
