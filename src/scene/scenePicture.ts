import type { Camera, Object3D, WebGLRenderer } from "three";
import type { Pass } from "./preparePrograms.ts";
import { BufferAttribute, BufferGeometry, Mesh, NoBlending, Scene, ShaderMaterial, WebGLRenderTarget } from "three";

/** Pixels across of a coarse picture, as a part of those of the canvas. */
const COARSE = 0.6;

/**
 * Draws a scene into a picture, sharp with smooth edges or coarse with fewer pixels, and the picture onto the canvas. The
 * canvas keeps its size: to change it, the page would wait for all that the graphics driver still has to draw, more than
 * 100 ms without a graphics card.
 */
export function createScenePicture(gl: WebGLRenderer) {
  const sharp = new WebGLRenderTarget(1, 1, { samples: 4 });
  const coarse = new WebGLRenderTarget(1, 1);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const picture = { value: sharp.texture };
  const material = new ShaderMaterial({
    uniforms: { picture },
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
  const pixelsAcross = (isCoarse: boolean) => (isCoarse ? COARSE : 1);

  return {
    pixelsAcross,
    /** Width and height of the canvas in its own pixels. Takes the memory now, so that no frame has to wait for it. */
    setSize(width: number, height: number) {
      for (const target of [sharp, coarse]) {
        const part = pixelsAcross(target === coarse);
        target.setSize(Math.max(1, Math.round(part * width)), Math.max(1, Math.round(part * height)));
        gl.initRenderTarget(target);
      }
    },
    /** Returns the number of draw calls. */
    draw(scene: Object3D, camera: Camera, isCoarse: boolean): number {
      const target = isCoarse ? coarse : sharp;
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
varying vec2 vAt;
void main() {
  vAt = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D picture;
varying vec2 vAt;
void main() {
  gl_FragColor = texture2D(picture, vAt);
}`;
