import type { MapLinks } from "./mapLinks.ts";
import type { MapNews } from "./mapNews.ts";
import type { Boundaries } from "#domain/boundaries.ts";
import type { Language } from "#domain/language.ts";
import type { Region } from "#domain/region.ts";

export type MapTheme = "light" | "dark";

export const ACTOR_KINDS = [
  "orchestrator",
  "provider",
  "complementor",
  "ictService",
  "university",
  "dataCentre",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One single actor on the map; `active` marks are solid, the others outlined. */
export type ActorMark = {
  readonly id: string;
  readonly kind: ActorKind;
  /** null: it acts on the whole country and stands on the table beside it, at place `slot` of its kind. */
  readonly region: number | null;
  readonly slot: number;
  readonly active: boolean;
  /** Its state changed this year: it pulses once. */
  readonly isNews: boolean;
};

/** A firm by its row, or a single actor by its id. */
export type ActorPick = { readonly firm: number } | { readonly mark: string };

/**
 * Firms of one year: `region` is fixed over a run (RunSummary.agentRegion), `now` is YearSnapshot.agents; the first `large`
 * are places of large and medium manufacturers, the others are other industry.
 */
export type MapAgents = { readonly region: Uint8Array; readonly now: Uint8Array; readonly large: number };

export type RegionLabel = {
  readonly title: string;
  readonly brief?: string;
  readonly value: string;
};

/** What RegionScene (3D) and FlatMap (2D) show. All arrays by region are in the order of `regions`. */
export type MapProps = {
  readonly regions: readonly Region[];
  /** RegionScene is drawn from the light boundaries, FlatMap from the detailed ones. */
  readonly boundaries: Boundaries;
  readonly language: Language;
  readonly theme: MapTheme;
  /** Relief of each region from 0 to 1, from `heightScale`; a change eases in 600 ms. FlatMap has no relief and ignores it. */
  readonly heights: readonly number[];
  /** CSS hex colour (`#rrggbb`) of each region; a change eases with the heights. */
  readonly colours: readonly string[];
  /**
   * `title` is the region's short name, `brief` a shorter one for small maps, `value` the formatted value ("24 %"); in the
   * page's language.
   */
  readonly regionLabels: readonly RegionLabel[];
  /** FlatMap names every region, the crowded ones farther off with a line: for paper, where nothing can be pointed at. */
  readonly everyName?: boolean;
  /** One sentence for screen readers: what the map shows and for which year. */
  readonly description: string;
  /** null draws no firms. A new `now` is a new year: pins change colour in 600 ms and those that changed stage pulse. */
  readonly agents: MapAgents | null;
  readonly marks?: readonly ActorMark[];
  /** What happened this year, marked where it happened. */
  readonly news?: readonly MapNews[];
  /** Between `agents` and `marks` of the same year; null draws none. */
  readonly links?: MapLinks | null;
  /** Height of each region on the frontier (as `heights`), and the part of it that the region reaches; null shows none. */
  readonly frontier?: readonly { readonly height: number; readonly reached: number }[] | null;
  readonly selectedActor?: ActorPick | null;
  /** A dot or shape was clicked; without this every click goes to regions. */
  readonly onSelectActor?: ((pick: ActorPick) => void) | undefined;
  readonly selectedRegion: number | null;
  /** null: the table beside the country was clicked. */
  readonly onSelectRegion: (region: number | null) => void;
  /** `at` is in CSS pixels of the viewport (clientX, clientY), null when the pointer left or the region has the keyboard focus. */
  readonly onHoverRegion?: (region: number | null, at: { readonly x: number; readonly y: number } | null) => void;
  /** No motion at all: heights, colours and camera jump. */
  readonly reducedMotion: boolean;
};

export const YEAR_SECONDS = 0.6;
/** How long a pulse travels along the links of the selection. */
export const CARRY_SECONDS = 1.2;
export const CAMERA_SECONDS = 0.4;
/**
 * Free CSS pixels around the map for the labels of the cities' round slabs, which stand above and below these or, in a view that
 * is low for its width, beside them; the map takes what makes it larger.
 */
export const MAP_PADDINGS = [
  { top: 34, bottom: 34, aside: 0 },
  { top: 14, bottom: 8, aside: 64 },
] as const;
