import { useRef, useSyncExternalStore } from "react";

/** Below this the page is one column: answer, map, year, then the parts as tabs. Styles know the same width. */
export const NARROW = "(max-width: 1079px)";

/** A window with room for the map or for a view below it, not for both: the answer takes more lines where it is less wide. */
export const LOW =
  "(max-height: 759px), (max-width: 1399px) and (max-height: 799px), (max-width: 1279px) and (max-height: 1039px)";

/** No room for a table of many columns. */
export const PHONE = "(max-width: 799px)";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => whenMediaChange(query, changed),
    () => matchMedia(query).matches,
  );
}

/** As it is on the screen: a sheet of paper is narrower, and its width must not rebuild the page that is being printed. */
export function useScreenMedia(query: string): boolean {
  const onScreen = useRef(false);
  return useSyncExternalStore(
    (changed) => {
      const stops = [query, "print"].map((one) => whenMediaChange(one, changed));
      return () => {
        for (const stop of stops) stop();
      };
    },
    () => {
      if (!matchMedia("print").matches) onScreen.current = matchMedia(query).matches;
      return onScreen.current;
    },
  );
}

function whenMediaChange(query: string, changed: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener("change", changed);
  return () => list.removeEventListener("change", changed);
}
