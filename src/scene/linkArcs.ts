import type { LinkEnd, MapLinks } from "./mapLinks.ts";
import type { MapTheme } from "./mapProps.ts";
import { BufferGeometry, DataTexture, FloatType, LineSegments, ShaderMaterial, Vector3 } from "three";
import { ACCENT, INK, rgbOf } from "./colourScales.ts";
import { ARC, chosenAlpha } from "./mapLinks.ts";

/** Straight pieces of an arc. */
const PIECES = 8;
/** Numbers of a link: x, z of both ends; their regions (-1: the table), kind, chosen; strength in both years. Three texels. */
const NUMBERS = 12;
const LINKS_A_ROW = 256;

/**
 * All links as thin arcs in one draw call; the curve and the mix of two years are the shader's. Faint unless they belong to
 * the selection; on those a pulse travels once. The shader finds the numbers of a link in a texture, as instances of a line
 * would each be a drawing of their own without a graphics card (2,700 links: 40 ms a frame).
 */
export function createLinkArcs(regions: Float32Array) {
  let table = tableOf(LINKS_A_ROW);
  const uniforms = {
    regions: { value: regions },
    links: { value: table },
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
  const geometry = new BufferGeometry(); // has no corners of its own: the shader places them by their numbers
  const lines = new LineSegments(geometry, material);
  lines.frustumCulled = false;
  lines.visible = false;

  return {
    lines,
    setLinks(links: MapLinks | null, place: (end: number, into: LinkEnd) => LinkEnd) {
      lines.visible = links !== null && links.count > 0;
      if (!links || links.count === 0) return;
      if (links.count > LINKS_A_ROW * table.height) {
        table.dispose();
        uniforms.links.value = table = tableOf(2 * links.count);
      }
      const numbers = table.image.data as Float32Array;
      const from = { x: 0, y: 0, region: 0 };
      const to = { x: 0, y: 0, region: 0 };
      for (let link = 0; link < links.count; link++) {
        place(links.from[link]!, from);
        place(links.to[link]!, to);
        const at = NUMBERS * link;
        numbers[at] = from.x;
        numbers[at + 1] = -from.y;
        numbers[at + 2] = to.x;
        numbers[at + 3] = -to.y;
        numbers[at + 4] = from.region;
        numbers[at + 5] = to.region;
        numbers[at + 6] = links.kind[link]!;
        numbers[at + 7] = links.chosen[link]!;
        numbers[at + 8] = links.before[link]! / 255;
        numbers[at + 9] = links.now[link]! / 255;
      }
      table.needsUpdate = true;
      geometry.setDrawRange(0, 2 * PIECES * links.count);
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
      for (const one of [geometry, table, material]) one.dispose();
    },
  };
}

/** Room for at least so many links. */
function tableOf(links: number): DataTexture {
  const rows = Math.ceil(links / LINKS_A_ROW);
  const numbers = new Float32Array(NUMBERS * LINKS_A_ROW * rows);
  return new DataTexture(numbers, (NUMBERS / 4) * LINKS_A_ROW, rows, undefined, FloatType);
}

/** What is the same along a link is not interpolated. */
const VARYINGS = `varying float vAlong;
flat varying float vStrength;
flat varying float vKind;
flat varying float vChosen;`;

const VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
uniform highp sampler2D links;
uniform float passed;
${VARYINGS}
float topOf(float region) {
  return region < -0.5 ? 0.0 : regions[int(region + 0.5)].w;
}
void main() {
  int link = gl_VertexID / ${2 * PIECES};
  int corner = gl_VertexID - ${2 * PIECES} * link;
  ivec2 texel = ivec2(${NUMBERS / 4} * (link % ${LINKS_A_ROW}), link / ${LINKS_A_ROW});
  vec4 ends = texelFetch(links, texel, 0);
  vec4 look = texelFetch(links, texel + ivec2(1, 0), 0);
  vec4 strength = texelFetch(links, texel + ivec2(2, 0), 0);
  vAlong = float((corner + 1) / 2) / ${PIECES.toFixed(1)};
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
${VARYINGS}
void main() {
  float pieces = vKind > 2.5 ? 32.0 : 16.0;
  if (vKind > 1.5 && fract(vAlong * pieces) > 0.55) discard;
  float travelling = vChosen * step(0.001, pulse) * step(pulse, 0.999);
  float near = 1.0 - smoothstep(0.0, 0.1, abs(vAlong - pulse));
  float alpha = mix(0.14, chosenAlpha, vChosen) * vStrength + 0.38 * travelling * near * vStrength;
  gl_FragColor = vec4(vKind > 2.5 || (vKind > 0.5 && vKind < 1.5) ? accent : ink, min(1.0, alpha));
}`;
