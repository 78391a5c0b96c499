import type { MapLayout } from "./mapLayout.ts";
import type { Pass } from "./preparePrograms.ts";
import {
  BufferAttribute,
  BufferGeometry,
  type IUniform,
  LinearMipmapLinearFilter,
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

const TEXTURE_WIDTH = 512;
/** Room around the map for the shadows that fall on the table, in world units. */
const MARGIN = 8;
/** Heights are stored in a byte as a share of this. */
const HIGHEST = 8;

/**
 * Light of the relief, seen from above: how open each place is to the key light and to the sky around: red
 * and green for the tops of slabs, blue and alpha for the table. Two small
 * passes when heights have changed, instead of a shadow map in every frame: heights, then a walk towards the light.
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
  const heights = new WebGLRenderTarget(TEXTURE_WIDTH, height, {
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
  });
  const light = new WebGLRenderTarget(TEXTURE_WIDTH, height, { depthBuffer: false });

  const camera = new OrthographicCamera(west, east, north, south, 0, 2 * HIGHEST);
  camera.position.set(0, HIGHEST + 1, 0);
  camera.up.set(0, 0, -1);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  camera.matrixWorldAutoUpdate = false;
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
  heightScene.matrixWorldAutoUpdate = false;

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
  const screenScene = new Scene();
  const square = new Mesh(screen, lightMaterial);
  square.frustumCulled = false;
  screenScene.add(square);
  screenScene.matrixWorldAutoUpdate = false;

  return {
    extent,
    uniforms: {
      light: { value: light.texture },
      lightExtent: { value: new Vector4(west, south, east - west, north - south) },
    } as Record<string, IUniform>,
    passes: [
      { scene: heightScene, camera, target: heights },
      { scene: screenScene, camera, target: light },
    ] as readonly Pass[],
    bake(renderer: WebGLRenderer) {
      const alpha = renderer.getClearAlpha();
      renderer.setClearAlpha(0);
      renderer.setRenderTarget(heights);
      renderer.clear();
      renderer.render(heightScene, camera);
      renderer.setRenderTarget(light);
      renderer.render(screenScene, camera);
      renderer.setRenderTarget(null);
      renderer.setClearAlpha(alpha);
    },
    dispose() {
      for (const one of [heights, light, heightMaterial, lightMaterial, screen]) one.dispose();
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

/** Far samples read coarser levels of the height texture, so that a few of them make a soft shadow. */
const LIGHT_FRAGMENT = /* glsl */ `
uniform sampler2D heights;
uniform vec2 size;
uniform vec2 towards;
uniform float rise;
varying vec2 vAt;
float heightAt(vec2 offset, float level) {
  return textureLod(heights, vAt + offset / size, level).r * ${HIGHEST.toFixed(1)};
}
void main() {
  float here = heightAt(vec2(0.0), 0.0);
  // Key light: how far the ray stays below what it passes, from the slab's top and from the table under it.
  float hidden = 0.0;
  float hiddenTable = 0.0;
  for (int i = 0; i < 8; i++) {
    float along = 0.15 + 0.45 * float(i);
    float top = heightAt(towards * along, 0.6 + 0.2 * float(i));
    vec2 higher = vec2(top - here, top);
    vec2 shade = smoothstep(-0.3 - 0.35 * along, 0.3 + 0.1 * along, higher - along * rise) * smoothstep(0.0, 0.6, higher);
    hidden = max(hidden, shade.x);
    hiddenTable = max(hiddenTable, shade.y);
  }
  // Sky: how much the surroundings, near and farther, stand higher.
  vec2 near = clamp((vec2(heightAt(vec2(0.0), 2.3)) - vec2(here, 0.0)) / 1.2, 0.0, 1.0);
  vec2 far = clamp((vec2(heightAt(vec2(0.0), 3.8)) - vec2(here, 0.0)) / 3.0, 0.0, 1.0);
  vec2 sky = 1.0 - 0.45 * near - 0.3 * far;
  gl_FragColor = vec4(1.0 - hidden, sky.x, 1.0 - hiddenTable, sky.y);
}`;
