import type { WebGLRenderer } from "three";
import type { Pass } from "./preparePrograms.ts";
import { useEffect, useState } from "react";
import { preparePrograms } from "./preparePrograms.ts";

/**
 * Whether the graphics driver has made the programs of `passes` (null: the scene is not complete), and so drawing does not keep
 * the page waiting.
 */
export function usePrepared(gl: WebGLRenderer, passes: readonly Pass[] | null): boolean {
  const [isPrepared, setPrepared] = useState(false);
  useEffect(() => {
    if (passes === null) return;
    let open = true;
    preparePrograms(gl, passes).then(() => open && setPrepared(true));
    return () => {
      open = false;
    };
  }, [gl, passes]);
  return isPrepared;
}
