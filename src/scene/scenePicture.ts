import type { Object3D, WebGLRenderer } from "three";
import type { Coarseness } from "./frameBudget.ts";
import type { Pass } from "./preparePrograms.ts";
import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  Mesh,
  NoBlending,
  Scene,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
} from "three";
import { idle } from "./preparePrograms.ts";

/** What the user of a picture hears of it. */
type PictureHeard = {
  /** It is on the canvas, in so many draw calls. */
  readonly shown: (calls: number, coarseness: Coarseness) => void;
  /** A sharp picture took so many milliseconds. */
  readonly sharpTook: (time: number) => void;
  /** A still scene has changed while its picture was made, which wants another frame. */
  readonly outdated: () => void;
};

/** The picture is put onto the canvas without a view of its own. */
const ORIGIN = new Camera();
/** Pixels across of a picture, as a part of those of the canvas, by its coarseness. */
const PIXELS_ACROSS = [1, 0.6, 0.45] as const;

/**
 * Draws a scene into a picture, sharp with smooth edges or coarse with fewer pixels, and the picture onto the canvas. Putting
 * a canvas on the page waits for all that the graphics driver still has to draw, without a graphics card hundreds of
 * milliseconds for a sharp picture. So the canvas keeps its size where pixels are fewer, and the picture of a still scene is
 * put onto it only when it is ready.
 */
export function createScenePicture(gl: WebGLRenderer, heard: PictureHeard) {
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
  let isBlank = false;
  let hasShown = false;
  let isMaking = false;
  let hasChanged = false;
  /** Which picture is made: one that was overtaken is not shown. */
  let made = 0;
  const pixelsOf = (across: number, coarseness: Coarseness) =>
    Math.max(1, Math.round(PIXELS_ACROSS[coarseness] * across));

  const render = (scene: Object3D, camera: Camera, coarseness: Coarseness): number => {
    const target = coarseness === 0 ? sharp : coarse;
    if (target === sharp) sharp.setSize(canvas.width, canvas.height);
    const width = pixelsOf(canvas.width, coarseness);
    const height = pixelsOf(canvas.height, coarseness);
    target.viewport.set(0, 0, width, height);
    target.scissor.set(0, 0, width, height);
    part.value.set(width / target.width, height / target.height);
    picture.value = target.texture;
    gl.setRenderTarget(target);
    gl.render(scene, camera);
    gl.setRenderTarget(null);
    return gl.info.render.calls;
  };
  const show = (callsOfScene: number, coarseness: Coarseness) => {
    gl.render(screen, ORIGIN);
    isBlank = false;
    hasShown = true;
    heard.shown(callsOfScene + gl.info.render.calls, coarseness);
  };

  return {
    pixelsAcross: (coarseness: Coarseness) => PIXELS_ACROSS[coarseness],
    /**
     * Width and height of the canvas in its own pixels: with a new size it has lost its picture. Takes the memory of coarse
     * pictures now, so that no frame of a motion has to wait for it.
     */
    setSize(width: number, height: number) {
      canvas = { width, height };
      isBlank = hasShown;
      coarse.setSize(pixelsOf(width, 1), pixelsOf(height, 1));
      gl.initRenderTarget(coarse);
    },
    hasShown: () => hasShown,
    /** A canvas that had a picture lost it, as after a change of its size. */
    isBlank: () => isBlank,
    /** `isStill`: the picture on the canvas may stand until this one is ready. Where there is none yet, all may wait. */
    draw(scene: Object3D, camera: Camera, coarseness: Coarseness, isStill: boolean) {
      const mayWait = isStill || !hasShown;
      if (mayWait && isMaking) {
        hasChanged = true;
        return;
      }
      const began = performance.now();
      // The driver makes its last preparations at the first drawing of a kind: now, not at the start of a motion.
      if (!hasShown) render(scene, camera, 2);
      const calls = render(scene, camera, coarseness);
      const mine = ++made;
      hasChanged = false;
      isMaking = mayWait;
      if (!mayWait) {
        show(calls, coarseness);
        return;
      }
      void idle(gl).then(() => {
        if (mine !== made) return;
        isMaking = false;
        if (coarseness === 0) heard.sharpTook(performance.now() - began);
        show(calls, coarseness);
        if (hasChanged) heard.outdated();
      });
    },
    passes: (scene: Object3D, camera: Camera): readonly Pass[] => [
      { scene, camera, target: sharp },
      { scene: screen, camera: ORIGIN, target: null },
    ],
    dispose() {
      made += 1;
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
