import type { RegionShape } from "#domain/boundaries.ts";
import { BufferAttribute, BufferGeometry, type IUniform, Mesh, ShaderMaterial, Sphere } from "three";

/** Half the width of an outline in CSS pixels. */
const WIDTHS = { selected: 1.3, hovered: 0.6 };

/**
 * The outlines of the region that is selected and of the one that is pointed at, as ribbons of a few pixels: of the corners of
 * all regions only theirs are drawn.
 */
export function createRegionOutline(
  shapes: readonly { readonly region: number; readonly shape: RegionShape }[],
  uniforms: Record<string, IUniform>,
  defines: Record<string, number>,
) {
  const rings = shapes
    .toSorted((one, other) => one.region - other.region)
    .flatMap(({ region, shape }) =>
      shape.polygons.flatMap(({ outer, holes }) => [outer, ...holes].map((ring) => ({ region, ring }))),
    );
  const count = rings.reduce((sum, { ring }) => sum + (QUAD.length * ring.length) / 2, 0);
  const [starts, ends, corners] = [3, 2, 3].map((size) => new Float32Array(size * count)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  /** Where the corners of each region begin and end. */
  const ranges = new Map<number, { readonly from: number; to: number }>();
  let k = 0;
  for (const { region, ring } of rings) {
    const range = ranges.get(region) ?? { from: k, to: k };
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
    range.to = k;
    ranges.set(region, range);
  }
  const attributes = {
    position: new BufferAttribute(starts, 3),
    end: new BufferAttribute(ends, 2),
    corner: new BufferAttribute(corners, 3),
  };
  const ribbon = (halfWidth: number) => {
    const geometry = new BufferGeometry();
    for (const [name, attribute] of Object.entries(attributes)) geometry.setAttribute(name, attribute);
    geometry.boundingSphere = new Sphere(); // else three goes through all corners before the first frame
    const material = new ShaderMaterial({
      defines,
      uniforms: { ...uniforms, halfWidth: { value: halfWidth } },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
    });
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.visible = false;
    return mesh;
  };
  const selected = ribbon(WIDTHS.selected);
  const hovered = ribbon(WIDTHS.hovered);
  const show = (mesh: Mesh, region: number | null) => {
    const range = region === null ? undefined : ranges.get(region);
    mesh.visible = range !== undefined;
    if (range) mesh.geometry.setDrawRange(range.from, range.to - range.from);
  };
  return {
    meshes: [selected, hovered] as const,
    mark(selectedRegion: number | null, hoveredRegion: number | null) {
      show(selected, selectedRegion);
      show(hovered, hoveredRegion);
    },
    dispose() {
      for (const { geometry, material } of [selected, hovered]) {
        geometry.dispose();
        material.dispose();
      }
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
uniform float halfWidth;
uniform vec3 screen;
attribute vec2 end;
attribute vec3 corner;
void main() {
  float top = regions[int(corner.x + 0.5)].w;
  vec4 from = projectionMatrix * viewMatrix * vec4(position.x, top, position.z, 1.0);
  vec4 to = projectionMatrix * viewMatrix * vec4(end.x, top, end.y, 1.0);
  vec2 along = (to.xy / to.w - from.xy / from.w) * screen.xy;
  float length2 = dot(along, along);
  along = length2 > 0.0 ? along * inversesqrt(length2) : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  gl_Position = corner.y < 0.5 ? from : to;
  vec2 pixels = halfWidth * screen.z * (across * corner.z + along * (2.0 * corner.y - 1.0));
  gl_Position.xy += 2.0 * pixels / screen.xy * gl_Position.w;
  gl_Position.z -= 0.0015 * gl_Position.w;
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 ink;
void main() {
  gl_FragColor = vec4(ink, 1.0);
}`;
