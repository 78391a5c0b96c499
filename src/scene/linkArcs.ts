import type { LinkEnd, MapLinks } from "./mapLinks.ts";
import type { MapTheme } from "./mapProps.ts";
import {
  BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Line,
  ShaderMaterial,
  Vector3,
} from "three";
import { ACCENT, INK, rgbOf } from "./colourScales.ts";
import { ARC, chosenAlpha } from "./mapLinks.ts";

const PIECES = 12;

/**
 * All links as thin arcs in one draw call: one instance a link, the curve and the mix of two years in the shader. Faint
 * unless they belong to the selection; on those a pulse travels once.
 */
export function createLinkArcs(regions: Float32Array) {
  const uniforms = {
    regions: { value: regions },
    passed: { value: 1 },
    pulse: { value: 0 },
    chosenAlpha: { value: 1 },
    accent: { value: new Vector3() },
    ink: { value: new Vector3() },
  };
  const material = new ShaderMaterial({
    defines: { REGIONS: regions.length / 4 },
    uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
  let geometry = emptyGeometry(0);
  const line = new Line(geometry, material);
  line.frustumCulled = false;
  line.visible = false;
  let capacity = 0;

  return {
    line,
    setLinks(links: MapLinks | null, place: (end: number, into: LinkEnd) => LinkEnd) {
      line.visible = links !== null && links.count > 0;
      if (!links || links.count === 0) return;
      if (links.count > capacity) {
        capacity = Math.max(64, 2 * links.count);
        geometry.dispose();
        geometry = emptyGeometry(capacity);
        line.geometry = geometry;
      }
      const ends = geometry.getAttribute("ends") as InstancedBufferAttribute;
      const look = geometry.getAttribute("look") as InstancedBufferAttribute;
      const strength = geometry.getAttribute("strength") as InstancedBufferAttribute;
      const at = { x: 0, y: 0, region: 0 };
      for (let link = 0; link < links.count; link++) {
        place(links.from[link]!, at);
        ends.setXY(link, at.x, -at.y);
        look.setX(link, at.region);
        place(links.to[link]!, at);
        ends.setZ(link, at.x);
        ends.setW(link, -at.y);
        look.setY(link, at.region);
        look.setZ(link, links.kind[link]!);
        look.setW(link, links.chosen[link]!);
        strength.setXY(link, links.before[link]! / 255, links.now[link]! / 255);
      }
      for (const attribute of [ends, look, strength]) attribute.needsUpdate = true;
      geometry.instanceCount = links.count;
      uniforms.chosenAlpha.value = chosenAlpha(links);
    },
    /** `share` of the way from the year before to this year. */
    advance(share: number) {
      uniforms.passed.value = share;
    },
    /** From 0 to 1 the pulse travels from one end to the other; 0 and 1 show none. */
    carry(share: number) {
      uniforms.pulse.value = share;
    },
    setTheme(theme: MapTheme) {
      uniforms.accent.value.fromArray(rgbOf(ACCENT[theme]));
      uniforms.ink.value.fromArray(rgbOf(INK[theme]));
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

function emptyGeometry(capacity: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const along = new Float32Array(3 * (PIECES + 1));
  for (let i = 0; i <= PIECES; i++) along[3 * i] = i / PIECES;
  geometry.setAttribute("position", new BufferAttribute(along, 3));
  geometry.setAttribute("ends", new InstancedBufferAttribute(new Float32Array(4 * capacity), 4));
  geometry.setAttribute("look", new InstancedBufferAttribute(new Float32Array(4 * capacity), 4));
  geometry.setAttribute("strength", new InstancedBufferAttribute(new Float32Array(2 * capacity), 2));
  geometry.instanceCount = 0;
  return geometry;
}

/** look: regions of both ends (-1: the table), kind, chosen. */
const VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform float passed;
attribute vec4 ends;
attribute vec4 look;
attribute vec2 strength;
varying float vAlong;
varying float vStrength;
varying float vKind;
varying float vChosen;
float topOf(float region) {
  return region < -0.5 ? 0.0 : regions[int(region + 0.5)].w;
}
void main() {
  vAlong = position.x;
  vStrength = mix(strength.x, strength.y, passed);
  vKind = look.z;
  vChosen = look.w;
  float rise = clamp(${ARC.rise.toFixed(2)} * distance(ends.xy, ends.zw), ${ARC.least.toFixed(2)}, ${ARC.most.toFixed(2)});
  vec3 at = mix(vec3(ends.x, topOf(look.x), ends.y), vec3(ends.z, topOf(look.y), ends.w), vAlong);
  at.y += 0.05 + 4.0 * vAlong * (1.0 - vAlong) * rise;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
  if (vStrength == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform float pulse;
uniform float chosenAlpha;
uniform vec3 accent;
uniform vec3 ink;
varying float vAlong;
varying float vStrength;
varying float vKind;
varying float vChosen;
void main() {
  float pieces = vKind > 2.5 ? 32.0 : 16.0;
  if (vKind > 1.5 && fract(vAlong * pieces) > 0.55) discard;
  float travelling = vChosen * step(0.001, pulse) * step(pulse, 0.999);
  float near = 1.0 - smoothstep(0.0, 0.1, abs(vAlong - pulse));
  float alpha = mix(0.14, chosenAlpha, vChosen) * vStrength + 0.38 * travelling * near * vStrength;
  gl_FragColor = vec4(vKind > 2.5 || (vKind > 0.5 && vKind < 1.5) ? accent : ink, min(1.0, alpha));
}`;
