import type { FirmPlaces } from "./sunflower.ts";
import type { MapTheme } from "./mapProps.ts";
import {
  BufferAttribute,
  BufferGeometry,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  Points,
  ShaderMaterial,
  Uint8BufferAttribute,
  Vector3,
} from "three";
import { BYTES_PER_AGENT, FLAG_MEMBER } from "#domain/runResult.ts";
import { ACCENT, INK, PAPER, rgbOf, stageColours } from "./colourScales.ts";
import { VACANT } from "./firmStage.ts";

/**
 * All firms as one draw call: places are uploaded once, the bytes of every firm for each year (the shader reads the first
 * four), and the shader mixes the colours of the year before and of this year.
 */
export function createFirmPins(
  places: FirmPlaces,
  agentRegion: Uint8Array,
  isManufacturer: Uint8Array,
  regions: Float32Array,
) {
  const count = agentRegion.length;
  const positions = new Float32Array(3 * count);
  for (let agent = 0; agent < count; agent++)
    positions.set([places.at[2 * agent]!, places.radius[agent]!, -places.at[2 * agent + 1]!], 3 * agent);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setAttribute("region", new Uint8BufferAttribute(agentRegion, 1));
  geometry.setAttribute("manufacturer", new Uint8BufferAttribute(isManufacturer, 1));
  const before = new InterleavedBuffer(new Uint8Array(BYTES_PER_AGENT * count), BYTES_PER_AGENT);
  const now = new InterleavedBuffer(new Uint8Array(BYTES_PER_AGENT * count), BYTES_PER_AGENT);
  geometry.setAttribute("before", new InterleavedBufferAttribute(before, 4, 0));
  geometry.setAttribute("now", new InterleavedBufferAttribute(now, 4, 0));

  const uniforms = {
    regions: { value: regions },
    passed: { value: 1 },
    pixelsPerUnit: { value: 1 },
    smallest: { value: 1 },
    chosen: { value: -1 },
    accent: { value: new Vector3() },
    ink: { value: new Vector3() },
    stages: { value: stageColours("light").map(() => new Vector3()) },
    paper: { value: new Vector3() },
  };
  const material = new ShaderMaterial({
    defines: { REGIONS: regions.length / 4, VACANT: VACANT.toFixed(1), FLAG_MEMBER },
    uniforms,
    vertexShader: PIN_VERTEX,
    fragmentShader: PIN_FRAGMENT,
    transparent: true,
    depthWrite: false,
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;

  let years = 0;
  return {
    points,
    /** A new year: what was now becomes before. False: nothing is new. */
    setYear(agents: Uint8Array): boolean {
      if (years > 0 && agents.every((byte, i) => byte === now.array[i])) return false;
      before.array.set(years > 0 ? now.array : agents);
      now.array.set(agents);
      before.needsUpdate = true;
      now.needsUpdate = true;
      years += 1;
      return true;
    },
    isFirstYear: () => years === 1,
    /** `share` of the way from the year before to this year. */
    advance(share: number) {
      uniforms.passed.value = share;
    },
    /** `pixelsPerUnit`: device pixels of one world unit at distance 1. */
    setScale(pixelsPerUnit: number, pixelRatio: number) {
      uniforms.pixelsPerUnit.value = pixelsPerUnit;
      uniforms.smallest.value = pixelRatio;
    },
    /** Row of the firm that is looked into; -1: none. */
    choose(row: number) {
      uniforms.chosen.value = row;
    },
    setTheme(theme: MapTheme) {
      for (const [stage, colour] of stageColours(theme).entries())
        uniforms.stages.value[stage]!.fromArray(rgbOf(colour));
      uniforms.paper.value.fromArray(rgbOf(PAPER[theme]));
      uniforms.accent.value.fromArray(rgbOf(ACCENT[theme]));
      uniforms.ink.value.fromArray(rgbOf(INK[theme]));
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

/** Handed from the corner of a pin to its pixels, all of which are alike in them. */
const PIN_VARYINGS = `flat varying vec3 vColour;
flat varying float vCross;
flat varying float vPixels;
flat varying float vSide;
flat varying float vStrength;
flat varying float vChosen;
flat varying float vMember;`;

/**
 * position.y holds the radius of the pin. Other industry, outside of the D population, shows its cloud stage. A firm that
 * closes shrinks to nothing, one that opens grows; a vacant place is not drawn.
 */
const PIN_VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform vec3 stages[7];
uniform float passed;
uniform float pixelsPerUnit;
uniform float smallest;
uniform int chosen;
attribute float region;
attribute float manufacturer;
attribute vec4 before;
attribute vec4 now;
${PIN_VARYINGS}
float stageOf(vec4 agent) {
  return manufacturer > 0.5 ? agent.x : agent.y;
}
void main() {
  float radius = position.y;
  float old = stageOf(before);
  float new = stageOf(now);
  float there = mix(1.0 - step(VACANT, old), 1.0 - step(VACANT, new), passed);
  if (old == VACANT) old = new;
  if (new == VACANT) new = old;
  float pulse = abs(new - old) > 0.5 ? sin(3.14159265 * passed) : 0.0;
  vColour = mix(stages[min(int(old + 0.5), 6)], stages[min(int(new + 0.5), 6)], passed);
  vCross = step(5.5, passed < 0.5 ? old : new);
  vStrength = mix(0.72, 1.0, manufacturer);
  vec4 at = viewMatrix * vec4(position.x, regions[int(region + 0.5)].w, position.z, 1.0);
  gl_Position = projectionMatrix * at;
  gl_Position.z -= 0.012 * gl_Position.w * radius;
  vPixels = max(2.0 * radius * pixelsPerUnit / -at.z, 1.6 * smallest) * (1.0 + 0.9 * pulse) * there;
  vChosen = gl_VertexID == chosen ? 1.0 : 0.0;
  // Members of a platform have a ring where there is room for one.
  vMember = (int(now.w + 0.5) & FLAG_MEMBER) != 0 && manufacturer > 0.5 ? smoothstep(5.0, 8.0, vPixels / smallest) : 0.0;
  // A pin too small for a halo needs room for its soft edge alone.
  float margin = vPixels > 2.0 * smallest ? 2.0 * smallest : min(1.0, 2.0 * smallest);
  vSide = vPixels + margin + (8.0 * vChosen + 3.0 * vMember) * smallest;
  gl_PointSize = vSide;
  if (there == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const PIN_FRAGMENT = /* glsl */ `
uniform vec3 paper;
uniform vec3 accent;
uniform vec3 ink;
uniform float smallest;
${PIN_VARYINGS}
void main() {
  // In device pixels from the middle.
  vec2 at = (gl_PointCoord - 0.5) * vSide;
  float radius = 0.5 * vPixels;
  float disc = length(at) - radius;
  vec2 turned = vec2(abs(at.x + at.y), abs(at.x - at.y)) * 0.7071068;
  float arm = 0.3 * radius;
  float cross = max(min(turned.x, turned.y) - arm, max(turned.x, turned.y) - radius * 1.15);
  float edge = mix(disc, cross, vCross);
  float body = clamp(0.5 - edge, 0.0, 1.0);
  float halo = clamp(0.5 - (edge - 0.6 * smallest), 0.0, 1.0) * 0.85 * smoothstep(2.0, 4.5, vPixels / smallest);
  float ringed = vMember * clamp(1.0 - abs(disc - 1.4 * smallest) / smallest, 0.0, 1.0);
  float marked = vChosen * clamp(1.3 - abs(disc - 3.0 * smallest) / smallest, 0.0, 1.0);
  float alpha = max(max(body, halo) * vStrength, max(ringed, marked));
  if (alpha < 0.02) discard;
  vec3 colour = mix(mix(paper, vColour, body), accent, ringed);
  gl_FragColor = vec4(mix(colour, ink, marked), alpha);
}`;
