import type { Camera, Object3D, WebGLRenderer } from "three";
import type { Coarseness } from "./frameBudget.ts";
import type { Pass } from "./preparePrograms.ts";
import {
  BufferAttribute,
  BufferGeometry,
  Mesh,
  NoBlending,
  Scene,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
} from "three";

/** Pixels across of a picture, as a part of those of the canvas, by its coarseness. */
const PIXELS_ACROSS = [1, 0.6, 0.45] as const;

/**
 * Draws a scene into a picture, sharp with smooth edges or coarse with fewer pixels, and the picture onto the canvas. The
 * canvas keeps its size: to change it, the page would wait for all that the graphics driver still has to draw, more than
 * 100 ms without a graphics card.
 */
export function createScenePicture(gl: WebGLRenderer) {
  const sharp = new WebGLRenderTarget(1, 1, { samples: 4 });
  const coarse = new WebGLRenderTarget(1, 1);
  coarse.scissorTest = true; // the coarsest picture takes a corner of it
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const picture = { value: sharp.texture };
  const part = { value: new Vector2(1, 1) };
  const material = new ShaderMaterial({
    uniforms: { picture, part },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    blending: NoBlending, // the picture's colours are multiplied by their opacity already
    depthTest: false,
    depthWrite: false,
  });
  const square = new Mesh(geometry, material);
  square.frustumCulled = false;
  const screen = new Scene().add(square);
  screen.matrixWorldAutoUpdate = false;
  let canvas = { width: 1, height: 1 };
  const pixelsOf = (across: number, coarseness: Coarseness) =>
    Math.max(1, Math.round(PIXELS_ACROSS[coarseness] * across));

  return {
    pixelsAcross: (coarseness: Coarseness) => PIXELS_ACROSS[coarseness],
    /** Width and height of the canvas in its own pixels. Takes the memory now, so that no frame has to wait for it. */
    setSize(width: number, height: number) {
      canvas = { width, height };
      sharp.setSize(width, height);
      coarse.setSize(pixelsOf(width, 1), pixelsOf(height, 1));
      for (const target of [sharp, coarse]) gl.initRenderTarget(target);
    },
    /** Returns the number of draw calls. */
    draw(scene: Object3D, camera: Camera, coarseness: Coarseness): number {
      const target = coarseness === 0 ? sharp : coarse;
      const width = pixelsOf(canvas.width, coarseness);
      const height = pixelsOf(canvas.height, coarseness);
      target.viewport.set(0, 0, width, height);
      target.scissor.set(0, 0, width, height);
      part.value.set(width / target.width, height / target.height);
      gl.setRenderTarget(target);
      gl.render(scene, camera);
      const ofScene = gl.info.render.calls;
      picture.value = target.texture;
      gl.setRenderTarget(null);
      gl.render(screen, camera);
      return ofScene + gl.info.render.calls;
    },
    passes: (scene: Object3D, camera: Camera): readonly Pass[] => [
      { scene, camera, target: sharp },
      { scene: screen, camera, target: null },
    ],
    dispose() {
      for (const one of [sharp, coarse, geometry, material]) one.dispose();
    },
  };
}

const VERTEX = /* glsl */ `
uniform vec2 part;
varying vec2 vAt;
void main() {
  vAt = (position.xy * 0.5 + 0.5) * part;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D picture;
varying vec2 vAt;
void main() {
  gl_FragColor = texture2D(picture, vAt);
}`;
