import type { RegionShape } from "#domain/boundaries.ts";
import { BufferAttribute, BufferGeometry, type IUniform, Mesh, ShaderMaterial } from "three";

/**
 * The outlines of all regions as ribbons of a few pixels, in one draw call; the shader folds away those that are neither
 * selected nor pointed at.
 */
export function createRegionOutline(
  shapes: readonly { readonly region: number; readonly shape: RegionShape }[],
  uniforms: Record<string, IUniform>,
  defines: Record<string, number>,
) {
  const rings = shapes.flatMap(({ region, shape }) =>
    shape.polygons.flatMap(({ outer, holes }) => [outer, ...holes].map((ring) => ({ region, ring }))),
  );
  const count = rings.reduce((sum, { ring }) => sum + (QUAD.length * ring.length) / 2, 0);
  const [starts, ends, corners] = [3, 2, 3].map((size) => new Float32Array(size * count)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  let k = 0;
  for (const { region, ring } of rings)
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      for (const [end, side] of QUAD) {
        starts[3 * k] = ring[j]!;
        starts[3 * k + 2] = -ring[j + 1]!;
        ends[2 * k] = ring[i]!;
        ends[2 * k + 1] = -ring[i + 1]!;
        corners[3 * k] = region;
        corners[3 * k + 1] = end;
        corners[3 * k + 2] = side;
        k++;
      }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(starts, 3));
  geometry.setAttribute("end", new BufferAttribute(ends, 2));
  geometry.setAttribute("corner", new BufferAttribute(corners, 3));
  const material = new ShaderMaterial({ defines, uniforms, vertexShader: VERTEX, fragmentShader: FRAGMENT });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return {
    mesh,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

/** Two triangles of a ribbon's piece: which end, which side. */
const QUAD = [
  [0, -1],
  [1, -1],
  [1, 1],
  [0, -1],
  [1, 1],
  [0, 1],
] as const;

/** Each piece is lengthened by half its width, which closes the corners. */
const VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform float selected;
uniform float hovered;
uniform vec3 screen;
attribute vec2 end;
attribute vec3 corner;
void main() {
  float chosen = 1.0 - step(0.5, abs(corner.x - selected));
  float pointed = 1.0 - step(0.5, abs(corner.x - hovered));
  float halfWidth = max(1.3 * chosen, 0.6 * pointed) * screen.z;
  if (halfWidth == 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float top = regions[int(corner.x + 0.5)].w;
  vec4 from = projectionMatrix * viewMatrix * vec4(position.x, top, position.z, 1.0);
  vec4 to = projectionMatrix * viewMatrix * vec4(end.x, top, end.y, 1.0);
  vec2 along = (to.xy / to.w - from.xy / from.w) * screen.xy;
  float length2 = dot(along, along);
  along = length2 > 0.0 ? along * inversesqrt(length2) : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  gl_Position = corner.y < 0.5 ? from : to;
  vec2 pixels = halfWidth * (across * corner.z + along * (2.0 * corner.y - 1.0));
  gl_Position.xy += 2.0 * pixels / screen.xy * gl_Position.w;
  gl_Position.z -= 0.0015 * gl_Position.w;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 ink;
void main() {
  gl_FragColor = vec4(ink, 1.0);
}`;
