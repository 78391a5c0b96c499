import type { RefObject } from "react";
import type { ActorPick } from "./mapProps.ts";
import type { MapNews } from "./mapNews.ts";

type NewsMarksProps = {
  readonly news: readonly MapNews[];
  readonly onSelectActor: ((pick: ActorPick) => void) | undefined;
  /** Where each stands, in CSS pixels; null: the scene moves the elements. */
  readonly at: readonly (readonly [x: number, y: number])[] | null;
  readonly elements?: RefObject<(HTMLElement | null)[]>;
};

/** Flags where a core or a platform changed state, which open the actor, and triangles where firms had incidents. */
export function NewsMarks({ news, onSelectActor, at, elements }: NewsMarksProps) {
  return news.map(({ kind, actor, region, count, text }, k) => {
    const own = {
      ref: (element: HTMLElement | null) => {
        if (elements) elements.current[k] = element;
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
