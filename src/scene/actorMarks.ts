import type { ActorMark, MapTheme } from "./mapProps.ts";
import { BufferAttribute, BufferGeometry, Points, ShaderMaterial, Vector3 } from "three";
import { ACCENT, INK, PAPER, rgbOf } from "./colourScales.ts";
import { ACTOR_KINDS } from "./mapProps.ts";
import { MARK_RADIUS, OTHER_SIZE } from "./markPlaces.ts";

/**
 * All single actors as one draw call; each kind has its own shape. The program is made once: who is there changes from year to
 * year.
 */
export function createActorMarks(regions: Float32Array) {
  let marks: readonly ActorMark[] = [];
  let geometry = new BufferGeometry();
  const uniforms = {
    regions: { value: regions },
    pixelsPerUnit: { value: 1 },
    smallest: { value: 1 },
    passed: { value: 1 },
    chosen: { value: -1 },
    accent: { value: new Vector3() },
    ink: { value: new Vector3() },
    paper: { value: new Vector3() },
  };
  const material = new ShaderMaterial({
    defines: { REGIONS: regions.length / 4 },
    uniforms,
    vertexShader: MARK_VERTEX,
    fragmentShader: MARK_FRAGMENT,
    transparent: true,
    depthWrite: false,
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  points.visible = false;
  return {
    points,
    setMarks(now: readonly ActorMark[], places: readonly (readonly [x: number, y: number])[]) {
      marks = now;
      geometry.dispose();
      geometry = markGeometry(now, places);
      points.geometry = geometry;
      points.visible = now.length > 0;
    },
    setScale(pixelsPerUnit: number, pixelRatio: number) {
      uniforms.pixelsPerUnit.value = pixelsPerUnit;
      uniforms.smallest.value = pixelRatio;
    },
    /** `share` of the way from the year before to this year. */
    advance(share: number) {
      uniforms.passed.value = share;
    },
    choose(id: string | null) {
      uniforms.chosen.value = marks.findIndex((mark) => mark.id === id);
    },
    setTheme(theme: MapTheme) {
      uniforms.accent.value.fromArray(rgbOf(ACCENT[theme]));
      uniforms.ink.value.fromArray(rgbOf(INK[theme]));
      uniforms.paper.value.fromArray(rgbOf(PAPER[theme]));
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

function markGeometry(marks: readonly ActorMark[], places: readonly (readonly [x: number, y: number])[]) {
  const geometry = new BufferGeometry();
  const positions = places.flatMap(([x, y]) => [x, 0, -y]);
  const looks = marks.flatMap(({ region, kind, active, isNews }) => [
    region ?? -1,
    ACTOR_KINDS.indexOf(kind),
    active ? 1 : 0,
    isNews ? 1 : 0,
  ]);
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("look", new BufferAttribute(new Float32Array(looks), 4));
  return geometry;
}

/** What is the same on a whole mark is not interpolated. */
const MARK_VARYINGS = `flat varying float vKind;
flat varying float vActive;
flat varying float vPixels;
flat varying float vRing;`;

const MARK_VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform float pixelsPerUnit;
uniform float smallest;
uniform float passed;
uniform int chosen;
attribute vec4 look;
${MARK_VARYINGS}
void main() {
  vKind = look.y;
  vActive = look.z;
  vec4 at = viewMatrix * vec4(position.x, look.x < -0.5 ? 0.0 : regions[int(look.x + 0.5)].w, position.z, 1.0);
  gl_Position = projectionMatrix * at;
  gl_Position.z -= 0.02 * gl_Position.w;
  // Orchestrators lead; the others are smaller.
  float size = vKind < 0.5 ? 1.0 : ${OTHER_SIZE.toFixed(2)};
  vPixels = max(${(2 * MARK_RADIUS).toFixed(2)} * size * pixelsPerUnit / -at.z, 11.0 * size * smallest);
  // Pixels from the shape to its ring: of the chosen mark, and of one with news while its year passes.
  float news = look.w * step(0.001, passed) * step(passed, 0.999);
  vRing = gl_VertexID == chosen ? 3.0 : 10.0 * news * passed;
  gl_PointSize = vPixels + (vRing > 0.0 ? 2.0 * vRing + 6.0 : 6.0) * smallest;
}`;

/** Signed distances of the plain shapes, at home in a circle of radius 1. */
const MARK_FRAGMENT = /* glsl */ `
uniform vec3 accent;
uniform vec3 ink;
uniform vec3 paper;
uniform float smallest;
${MARK_VARYINGS}
float shape(vec2 p) {
  vec2 q = abs(p);
  if (vKind < 0.5) return max(q.x * 0.8660254 + q.y * 0.5, q.y) - 0.82;
  if (vKind < 1.5) return abs(length(p) - 0.66) - 0.24;
  if (vKind < 2.5) return (q.x + q.y - 1.0) * 0.7071068;
  if (vKind < 3.5) return max(q.x * 0.8660254 - p.y * 0.5, p.y) - 0.5;
  if (vKind < 4.5) return max(q.x, q.y) - 0.72;
  return max(q.x - 0.34, q.y - 0.9);
}
void main() {
  float unit = 0.5 * vPixels;
  vec2 p = (gl_PointCoord - 0.5) * (vPixels + (vRing > 0.0 ? 2.0 * vRing + 6.0 : 6.0) * smallest) / unit;
  float edge = shape(p) * unit;
  float ring = vRing > 0.0 ? clamp(1.2 - abs(edge - vRing * smallest) / smallest, 0.0, 1.0) : 0.0;
  float body = clamp(0.5 - edge, 0.0, 1.0);
  float halo = clamp(0.5 - (edge - 1.6 * smallest), 0.0, 1.0);
  float inner = clamp(0.5 - (edge + 1.8 * smallest), 0.0, 1.0) * (1.0 - vActive);
  if (max(halo, ring) < 0.02) discard;
  vec3 fill = vKind < 0.5 ? accent : ink;
  vec3 colour = mix(mix(paper, fill, body), paper, inner);
  gl_FragColor = vec4(mix(colour, ink, ring), max(halo, ring));
}`;
