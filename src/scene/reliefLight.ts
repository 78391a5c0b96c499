import type { MapLayout } from "./mapLayout.ts";
import {
  BufferAttribute,
  BufferGeometry,
  type IUniform,
  Mesh,
  OrthographicCamera,
  Scene,
  ShaderMaterial,
  Vector2,
  type Vector3,
  Vector4,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";

const TEXTURE_WIDTH = 1024;
/** Room around the map for the shadows that fall on the table, in world units. */
const MARGIN = 8;
/** Heights are stored in a byte as a share of this. */
const HIGHEST = 8;

/**
 * Light of the relief, seen from above: how open each place is to the key light (red) and to the sky around (green). Three small
 * passes when heights have changed, instead of a shadow map in every frame: heights, a walk towards the light, softening.
 */
export function createReliefLight(
  geometry: BufferGeometry,
  regionUniforms: Record<string, IUniform>,
  defines: Record<string, number>,
  bounds: MapLayout["bounds"],
  toLight: Vector3,
) {
  const extent = [bounds.left - MARGIN, bounds.right + MARGIN, bounds.bottom - MARGIN, bounds.top + MARGIN] as const;
  const [west, east, south, north] = extent;
  const height = Math.round((TEXTURE_WIDTH * (north - south)) / (east - west));
  const heights = new WebGLRenderTarget(TEXTURE_WIDTH, height, { depthBuffer: true });
  const rough = new WebGLRenderTarget(TEXTURE_WIDTH, height, { depthBuffer: false });
  const light = new WebGLRenderTarget(TEXTURE_WIDTH, height, { depthBuffer: false });

  const camera = new OrthographicCamera(west, east, north, south, 0, 2 * HIGHEST);
  camera.position.set(0, HIGHEST + 1, 0);
  camera.up.set(0, 0, -1);
  camera.lookAt(0, 0, 0);
  const heightMaterial = new ShaderMaterial({
    defines,
    uniforms: regionUniforms,
    vertexShader: HEIGHT_VERTEX,
    fragmentShader: HEIGHT_FRAGMENT,
  });
  const heightScene = new Scene();
  const slabs = new Mesh(geometry, heightMaterial);
  slabs.frustumCulled = false;
  heightScene.add(slabs);

  const screen = new BufferGeometry();
  screen.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const flatLight = new Vector2(toLight.x, -toLight.z);
  const lightMaterial = new ShaderMaterial({
    uniforms: {
      heights: { value: heights.texture },
      size: { value: new Vector2(east - west, north - south) },
      // Along the ground towards the light, one unit; and how much the ray rises over that unit.
      towards: { value: flatLight.clone().normalize() },
      rise: { value: toLight.y / flatLight.length() },
    },
    vertexShader: SCREEN_VERTEX,
    fragmentShader: LIGHT_FRAGMENT,
    depthTest: false,
    depthWrite: false,
  });
  const softMaterial = new ShaderMaterial({
    uniforms: { rough: { value: rough.texture }, texel: { value: new Vector2(1 / TEXTURE_WIDTH, 1 / height) } },
    vertexShader: SCREEN_VERTEX,
    fragmentShader: SOFT_FRAGMENT,
    depthTest: false,
    depthWrite: false,
  });
  const screenScene = new Scene();
  const square = new Mesh<BufferGeometry, ShaderMaterial>(screen, lightMaterial);
  square.frustumCulled = false;
  screenScene.add(square);

  return {
    extent,
    uniforms: {
      light: { value: light.texture },
      lightExtent: { value: new Vector4(west, south, east - west, north - south) },
    } as Record<string, IUniform>,
    bake(renderer: WebGLRenderer) {
      const alpha = renderer.getClearAlpha();
      renderer.setClearAlpha(0);
      renderer.setRenderTarget(heights);
      renderer.clear();
      renderer.render(heightScene, camera);
      square.material = lightMaterial;
      renderer.setRenderTarget(rough);
      renderer.render(screenScene, camera);
      square.material = softMaterial;
      renderer.setRenderTarget(light);
      renderer.render(screenScene, camera);
      renderer.setRenderTarget(null);
      renderer.setClearAlpha(alpha);
    },
    dispose() {
      for (const one of [heights, rough, light, heightMaterial, lightMaterial, softMaterial, screen]) one.dispose();
    },
  };
}

const HEIGHT_VERTEX = /* glsl */ `
uniform vec4 regions[REGIONS];
attribute vec2 slab;
varying float vTop;
void main() {
  vTop = regions[int(slab.x + 0.5)].w;
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x, position.y + slab.y * vTop, position.z, 1.0);
}`;

const HEIGHT_FRAGMENT = /* glsl */ `
varying float vTop;
void main() {
  gl_FragColor = vec4(vTop / ${HIGHEST.toFixed(1)}, 0.0, 0.0, 1.0);
}`;

const SCREEN_VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

const LIGHT_FRAGMENT = /* glsl */ `
uniform sampler2D heights;
uniform vec2 size;
uniform vec2 towards;
uniform float rise;
varying vec2 vAt;
float heightAt(vec2 offset) {
  return texture2D(heights, vAt + offset / size).r * ${HIGHEST.toFixed(1)};
}
void main() {
  float here = heightAt(vec2(0.0));
  // Key light: how far the ray stays below what it passes; shadows soften with their length.
  float hidden = 0.0;
  for (int i = 0; i < 18; i++) {
    float along = 0.1 + 0.2 * float(i);
    float higher = heightAt(towards * along) - here;
    float above = higher - along * rise;
    hidden = max(hidden, smoothstep(-0.2 - 0.3 * along, 0.3 + 0.15 * along, above) * smoothstep(0.0, 0.6, higher));
  }
  // Sky: what stands around, near and farther.
  float around = 0.0;
  for (int i = 0; i < 10; i++) {
    float angle = 0.6283185 * float(i);
    vec2 direction = vec2(cos(angle), sin(angle));
    around += clamp((heightAt(direction * 0.5) - here) / 1.2, 0.0, 1.0);
    around += clamp((heightAt(direction * 1.6) - here) / 3.0, 0.0, 1.0);
  }
  gl_FragColor = vec4(1.0 - hidden, 1.0 - 0.55 * around / 20.0, 0.0, 1.0);
}`;

const SOFT_FRAGMENT = /* glsl */ `
uniform sampler2D rough;
uniform vec2 texel;
varying vec2 vAt;
void main() {
  vec4 sum = vec4(0.0);
  for (int i = -2; i <= 2; i++)
    for (int j = -2; j <= 2; j++)
      sum += texture2D(rough, vAt + vec2(float(i), float(j)) * 1.5 * texel) * float((3 - abs(i)) * (3 - abs(j)));
  gl_FragColor = sum / 81.0;
}`;
