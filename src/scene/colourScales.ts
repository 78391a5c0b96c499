import type { AdoptionStage } from "#domain/adoptionStage.ts";
import type { MapTheme } from "./mapProps.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";

/** Petrol blue: the page's one accent. */
export const ACCENT: Readonly<Record<MapTheme, string>> = { light: "#0b6e8a", dark: "#4fb3cf" };
export const PAPER: Readonly<Record<MapTheme, string>> = { light: "#fafaf7", dark: "#14171b" };
export const INK: Readonly<Record<MapTheme, string>> = { light: "#1b1f24", dark: "#e8e6e1" };
/** A region whose value cannot be said. */
export const NO_VALUE: Readonly<Record<MapTheme, string>> = { light: "#c4c2bb", dark: "#292d32" };

const QUANTITY: Readonly<Record<MapTheme, readonly string[]>> = {
  light: ["#f7f1da", "#e6e8ba", "#c6dca3", "#9fcd9b", "#76b99c", "#549f9f", "#43809a", "#3d5f8c", "#39417a"],
  dark: ["#2b2647", "#30365f", "#315070", "#30697a", "#32837d", "#479d79", "#76b56e", "#b0c968", "#ecdb78"],
};
const DIFFERENCE: Readonly<Record<MapTheme, readonly string[]>> = {
  light: ["#1f5f9e", "#5b92c4", "#a9c8e0", "#dfddd5", "#f2c79a", "#dd9350", "#b3611a"],
  dark: ["#7fb6e8", "#4f86ba", "#345574", "#44484e", "#6e4d2c", "#b0763a", "#eaa661"],
};

/** Sequential and perceptually even (viridis-like), from 0 to 1: pale to deep on paper, deep to bright in the dark. */
export function quantityColour(share: number, theme: MapTheme): string {
  return colourAlong(QUANTITY[theme], share);
}

/** Diverging, from -1 (blue: less) through 0 (neutral) to 1 (orange: more). */
export function differenceColour(difference: number, theme: MapTheme): string {
  return colourAlong(DIFFERENCE[theme], (difference + 1) / 2);
}

/** Stops of both scales for legends, evenly spaced. */
export function quantityStops(theme: MapTheme): readonly string[] {
  return QUANTITY[theme];
}
export function differenceStops(theme: MapTheme): readonly string[] {
  return DIFFERENCE[theme];
}

/** An ordered ramp from grey to the accent; abandoned is brick red and drawn as a cross. */
export const STAGE_COLOURS: Readonly<Record<MapTheme, Readonly<Record<AdoptionStage, string>>>> = {
  light: {
    unaware: "#d2cfc7",
    aware: "#b1b3b1",
    evaluating: "#8aa1a9",
    piloting: "#56899b",
    integrated: "#0b6e8a",
    scaled: "#073f52",
    abandoned: "#a63a26",
  },
  dark: {
    unaware: "#5b5f64",
    aware: "#7a8287",
    evaluating: "#7f9ca8",
    piloting: "#74b0c4",
    integrated: "#6fd0ec",
    scaled: "#d3f4ff",
    abandoned: "#e8735c",
  },
};

/** In the order of stage codes. */
export function stageColours(theme: MapTheme): string[] {
  return ADOPTION_STAGES.map((stage) => STAGE_COLOURS[theme][stage]);
}

/** Plans A to D (Okabe-Ito), each with its own dash pattern (SVG stroke-dasharray) as the second sign. */
export const PLAN_STYLES = [
  { letter: "A", light: "#0072b2", dark: "#56b4e9", dash: "none" },
  { letter: "B", light: "#d55e00", dark: "#e69f00", dash: "7 4" },
  { letter: "C", light: "#009e73", dark: "#2fc79b", dash: "2 4" },
  { letter: "D", light: "#b0548a", dark: "#cc79a7", dash: "9 4 2 4" },
] as const;

/** Colours of the theme as CSS variables, for map.css. */
export function mapColours(theme: MapTheme): Record<string, string> {
  return {
    "--map-paper": PAPER[theme],
    "--map-ink": INK[theme],
    "--map-accent": ACCENT[theme],
    "--map-alarm": STAGE_COLOURS[theme].abandoned,
  };
}

/** `#rrggbb` as three numbers from 0 to 1. */
export function rgbOf(colour: string): [number, number, number] {
  const hex = Number.parseInt(colour.slice(1), 16);
  return [((hex >> 16) & 255) / 255, ((hex >> 8) & 255) / 255, (hex & 255) / 255];
}

/** Straight lines between the stops; stops are close enough for mixing in display values. */
function colourAlong(stops: readonly string[], share: number): string {
  if (!Number.isFinite(share)) throw new Error(`a share of a colour scale must be a number, got ${share}`);
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const [low, high] = [rgbOf(stops[below]!), rgbOf(stops[below + 1]!)];
  const mixed = low.map((value, i) => Math.round(255 * (value + (high[i]! - value) * (place - below))));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
