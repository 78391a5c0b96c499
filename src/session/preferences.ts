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
