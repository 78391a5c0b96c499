import type { Preferences } from "./view.ts";

const KEY = "ecosystem-twin/preferences";

/** What was stored, still unchecked; undefined when nothing is stored or storage is blocked. */
export function readPreferences(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return undefined; // blocked or garbled storage: the page starts with its defaults
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Blocked or full storage costs the memory of a preference, nothing else.
  }
}

const TOUR_KEY = "ecosystem-twin/tour";

/** Whether the tour was taken or declined here; where storage is blocked it counts as known, so that it does not nag. */
export function isTourKnown(): boolean {
  try {
    return localStorage.getItem(TOUR_KEY) !== null;
  } catch {
    return true;
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(TOUR_KEY, "known");
  } catch {
    // Blocked or full storage: the tour may be offered once more.
  }
}
