import type { MapTheme } from "#scene/mapProps.ts";
import { useMedia } from "./useMedia.ts";
import { useSession } from "./useSession.tsx";

/** The colours in use: as chosen, or those of the system. */
export function useTheme(): MapTheme {
  const chosen = useSession((context) => context.view.theme);
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  return chosen === "system" ? (systemIsDark ? "dark" : "light") : chosen;
}
