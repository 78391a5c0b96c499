import type { MapIndicatorId, RegionalIndicatorId } from "#domain/indicators.ts";
import { MAP_INDICATORS, REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { LANGUAGES, type Language } from "#domain/language.ts";
import { LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { DRAWER_PARTS, type DrawerPart } from "./drawerParts.ts";
import { PLAN_KEYS, type PlanKey } from "./plans.ts";

export type Theme = "system" | "light" | "dark";
export type MapMode = "3d" | "2d";
export type ColourAs = "value" | "difference";
/** Which links between actors the map draws; those of what is selected are drawn in every choice but "none". */
export const LINK_CHOICES = ["none", "selection", "supply", "platform"] as const;
export type LinkChoice = (typeof LINK_CHOICES)[number];

/** How the page is looked at; nothing here changes a number. */
export type View = {
  readonly language: Language;
  readonly theme: Theme;
  readonly year: number;
  /** Id of the selected region; null: the whole country. */
  readonly region: string | null;
  /** Id of the actor that is looked into (`enterprise/akmola/7`, `core/kazakhmys`, …); null: none. */
  readonly actor: string | null;
  readonly height: RegionalIndicatorId;
  readonly colour: MapIndicatorId;
  /** Whether colour shows the value or its difference to the run without a plan. */
  readonly colourAs: ColourAs;
  readonly links: LinkChoice;
  readonly map: MapMode;
  /** The plan that is compared; null: the one on the map, or the first with measures where that is no plan. */
  readonly compared: PlanKey | null;
  /** The plan that it is compared with; null: no plan. */
  readonly against: PlanKey | null;
  readonly comparedBy: RegionalIndicatorId;
  /** Share of digital users that a plan is asked to reach, percent. */
  readonly target: number;
  /** The view open in the drawer, on a narrow page in its tab; null: the drawer is folded. */
  readonly part: DrawerPart | null;
  /** Id of the element of that view that the reader has been sent to, until it is shown; null: none. No address names it. */
  readonly sought: string | null;
};

/** The stored part of a view: what a person prefers, not what they look at. */
export type Preferences = Partial<Pick<View, "language" | "theme" | "map">>;

const FIRST_VIEW: Omit<View, "map" | "part"> = {
  language: "en",
  theme: "system",
  year: LAST_YEAR,
  region: null,
  actor: null,
  height: "digital_share",
  colour: "digital_share",
  colourAs: "value",
  links: "selection",
  compared: null,
  against: null,
  comparedBy: "digital_users",
  target: 30, // that of the question "How likely is a share of 30 %"
  sought: null,
};

export type Browser = {
  /** Language tags, the best first. */
  readonly languages: readonly string[];
  /** A narrow screen starts with the flat map. */
  readonly isNarrow: boolean;
  /** A tall and wide screen starts with the charts open below the map. */
  readonly hasRoomForCharts: boolean;
};

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const MAP_MODES: readonly MapMode[] = ["3d", "2d"];
const COLOUR_MEANINGS: readonly ColourAs[] = ["value", "difference"];
const INDICATOR_IDS = REGIONAL_INDICATORS.map(({ id }) => id);
const COLOUR_IDS = MAP_INDICATORS.map(({ id }) => id);

/** The address wins over preferences, those over the browser's languages. Whatever cannot be read is left at its start value. */
export function openView(search: string, preferences: unknown, browser: Browser): View {
  const address = new URLSearchParams(search);
  const preferred = typeof preferences === "object" && preferences !== null ? (preferences as Preferences) : {};
  const year = Number(address.get("year"));
  const target = Number(address.get("target"));
  return {
    language:
      oneOf(LANGUAGES, address.get("lang")) ??
      oneOf(LANGUAGES, preferred.language) ??
      browser.languages.map((tag) => oneOf(LANGUAGES, tag.slice(0, 2))).find((known) => known !== undefined) ??
      FIRST_VIEW.language,
    theme: oneOf(THEMES, address.get("theme")) ?? oneOf(THEMES, preferred.theme) ?? FIRST_VIEW.theme,
    map: oneOf(MAP_MODES, address.get("map")) ?? oneOf(MAP_MODES, preferred.map) ?? (browser.isNarrow ? "2d" : "3d"),
    part: partOfAddress(search) ?? (browser.hasRoomForCharts ? "charts" : null),
    year: Number.isInteger(year) && year >= START_YEAR && year <= LAST_YEAR ? year : FIRST_VIEW.year,
    region: /^[a-z-]{1,40}$/.exec(address.get("region") ?? "")?.[0] ?? null,
    actor: /^[a-zA-Z0-9/-]{1,60}$/.exec(address.get("actor") ?? "")?.[0] ?? null,
    height: oneOf(INDICATOR_IDS, address.get("height")) ?? FIRST_VIEW.height,
    colour: oneOf(COLOUR_IDS, address.get("colour")) ?? FIRST_VIEW.colour,
    colourAs: oneOf(COLOUR_MEANINGS, address.get("colourAs")) ?? FIRST_VIEW.colourAs,
    links: oneOf(LINK_CHOICES, address.get("links")) ?? FIRST_VIEW.links,
    compared: oneOf(PLAN_KEYS, address.get("compared")) ?? null,
    against: oneOf(PLAN_KEYS, address.get("against")) ?? null,
    comparedBy: oneOf(INDICATOR_IDS, address.get("comparedBy")) ?? FIRST_VIEW.comparedBy,
    target: target >= 1 && target <= 100 ? target : FIRST_VIEW.target,
    sought: FIRST_VIEW.sought,
  };
}

/** The query that `openView` reads back; `plan` is the id of an unchanged preset, or the letter of one of several plans. */
export function addressOf(view: View, plan: string | null): string {
  const address = new URLSearchParams({ lang: view.language, year: String(view.year), map: view.map });
  if (plan) address.set("plan", plan);
  if (view.region) address.set("region", view.region);
  if (view.actor) address.set("actor", view.actor);
  if (view.height !== FIRST_VIEW.height) address.set("height", view.height);
  if (view.colour !== FIRST_VIEW.colour) address.set("colour", view.colour);
  if (view.links !== FIRST_VIEW.links) address.set("links", view.links);
  if (view.compared) address.set("compared", view.compared);
  if (view.against) address.set("against", view.against);
  if (view.comparedBy !== FIRST_VIEW.comparedBy) address.set("comparedBy", view.comparedBy);
  if (view.target !== FIRST_VIEW.target) address.set("target", String(view.target));
  if (view.part) address.set("part", view.part);
  if (view.colourAs !== FIRST_VIEW.colourAs) address.set("colourAs", view.colourAs);
  return `?${address}`;
}

export function planOfAddress(search: string): string | null {
  return new URLSearchParams(search).get("plan");
}

/** The view that an address opens in the drawer; null: none. */
export function partOfAddress(search: string): DrawerPart | null {
  return oneOf(DRAWER_PARTS, new URLSearchParams(search).get("part")) ?? null;
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined {
  return allowed.find((candidate) => candidate === value);
}
