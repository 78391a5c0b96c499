import type { Camera, Material, Object3D, WebGLRenderer, WebGLRenderTarget } from "three";

/** What is drawn in one pass; the target is part of its programs (null: the canvas). */
export type Pass = {
  readonly scene: Object3D;
  readonly camera: Camera;
  readonly target: WebGLRenderTarget | null;
};

const POLL_MS = 10;

/**
 * Has the graphics driver make the programs of all passes while the page goes on. Whoever asks a busy driver anything waits
 * until it has done everything it was told before, hundreds of milliseconds without a graphics card; so nothing is asked
 * before it is idle, and everything that drawing asks is asked before the first frame.
 */
export async function preparePrograms(gl: WebGLRenderer, passes: readonly Pass[]): Promise<void> {
  await idle(gl);
  const materials = new Set<Material>();
  const before = gl.getRenderTarget();
  for (const { scene, camera, target } of passes) {
    gl.setRenderTarget(target);
    for (const material of gl.compile(scene, camera)) materials.add(material);
  }
  gl.setRenderTarget(before);
  const programs = () => [...materials].flatMap((material) => programOf(gl, material) ?? []);
  while (programs().some((program) => !program.isReady())) await moment();
  await idle(gl);
  // The driver answers a few dozen questions about each: a task of its own, like what its user does next.
  for (const program of programs()) {
    program.getUniforms();
    program.getAttributes();
    await moment();
  }
}

type Program = {
  readonly isReady: () => boolean;
  readonly getUniforms: () => unknown;
  readonly getAttributes: () => unknown;
};

/** undefined: the material has been disposed of meanwhile. */
function programOf(gl: WebGLRenderer, material: Material): Program | undefined {
  return (gl.properties.get(material) as { readonly currentProgram?: Program }).currentProgram;
}

/** Resolves when the driver has done all that it was told; or when it was taken away and does nothing. */
export async function idle(gl: WebGLRenderer): Promise<void> {
  const context = gl.getContext() as WebGL2RenderingContext;
  const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (fence === null) return;
  context.flush();
  do await moment();
  while (!context.isContextLost() && context.getSyncParameter(fence, context.SYNC_STATUS) === context.UNSIGNALED);
  context.deleteSync(fence);
}

function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
