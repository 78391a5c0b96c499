import type { RefObject } from "react";
import type { ActorPick } from "./mapProps.ts";
import type { MapNews } from "./mapNews.ts";
import { createContext, useContext, useEffect, useRef } from "react";

/** Whoever surrounds a map with it is told how many of the incidents of the year are in view, whenever that changes. */
export const IncidentsInView = createContext<(shown: number) => void>(() => {});

type NewsMarksProps = {
  readonly news: readonly MapNews[];
  readonly onSelectActor: ((pick: ActorPick) => void) | undefined;
  /** Where each stands, in CSS pixels; null: the scene moves the elements. */
  readonly at: readonly (readonly [x: number, y: number])[] | null;
  readonly elements?: RefObject<(HTMLElement | null)[]>;
};

/** Flags where a core or a platform changed state, which open the actor, and triangles where firms had incidents. */
export function NewsMarks({ news, onSelectActor, at, elements }: NewsMarksProps) {
  const kept = useRef<(HTMLElement | null)[]>([]);
  const marks = elements ?? kept;
  const tell = useContext(IncidentsInView);
  // The browser knows what is in view; asking each mark for its place would have the page laid out in every frame.
  useEffect(() => {
    const standing = news.flatMap((_, k) => marks.current[k] ?? []);
    const incidents = new Set<Element>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes)
          if (target instanceof HTMLButtonElement)
            target.tabIndex = isIntersecting ? 0 : -1; // no focus where nobody sees it
          else incidents[isIntersecting ? "add" : "delete"](target);
        tell(incidents.size);
      },
      { root: standing[0]?.parentElement ?? null },
    );
    for (const element of standing) observer.observe(element);
    if (standing.length === 0) tell(0); // the browser tells nothing of nothing
    return () => observer.disconnect();
  }, [news, marks, tell]);
  return news.map(({ kind, actor, region, count, text }, k) => {
    const own = {
      ref: (element: HTMLElement | null) => {
        marks.current[k] = element;
      },
      className: "map-news",
      "data-kind": kind,
      style: at ? { transform: `translate(${at[k]![0]}px, ${at[k]![1]}px)` } : undefined,
    };
    return kind === "incidents" || actor === null ? (
      <span key={`${kind} ${region}`} {...own} role="img" aria-label={text}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M6 1L11.500 11H.5Z" />
        </svg>
        {count > 1 && <span aria-hidden="true">{count}</span>}
      </span>
    ) : (
      <button
        key={actor}
        type="button"
        {...own}
        aria-label={text}
        title={text}
        disabled={!onSelectActor}
        onClick={() => onSelectActor?.({ mark: actor })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 23V9.500L19.500 12.750L12 16" />
        </svg>
      </button>
    );
  });
}
