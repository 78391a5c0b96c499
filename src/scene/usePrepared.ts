import type { WebGLRenderer } from "three";
import type { Pass } from "./preparePrograms.ts";
import { type RefObject, useEffect, useState } from "react";
import { idle, preparePrograms } from "./preparePrograms.ts";

/**
 * Whether the graphics driver has made the programs of `passes` (null: the scene is not complete), and so drawing does not keep
 * the page waiting. `onDrawn` hears when the first picture after that is on the screen.
 */
export function usePrepared(
  gl: WebGLRenderer,
  passes: readonly Pass[] | null,
  onDrawn: RefObject<(() => void) | undefined>,
): boolean {
  const [isPrepared, setPrepared] = useState(false);
  useEffect(() => {
    if (passes === null) return;
    let open = true;
    preparePrograms(gl, passes).then(() => open && setPrepared(true));
    return () => {
      open = false;
    };
  }, [gl, passes]);
  useEffect(() => {
    if (!isPrepared) return;
    let open = true;
    idle(gl).then(() => open && onDrawn.current?.());
    return () => {
      open = false;
    };
  }, [gl, isPrepared, onDrawn]);
  return isPrepared;
}
