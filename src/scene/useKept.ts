import { useRef } from "react";

/** The value of an earlier render as long as `isSame` finds the new one the same: what is equal rebuilds nothing. */
export function useKept<T>(value: T, isSame: (before: T, now: T) => boolean): T {
  const kept = useRef(value);
  if (kept.current !== value && !isSame(kept.current, value)) kept.current = value;
  return kept.current;
}

export function sameBytes(before: Uint8Array | null, now: Uint8Array | null): boolean {
  return before !== null && now !== null && before.length === now.length && before.every((byte, i) => byte === now[i]);
}

/** For lists of flat records, as labels and marks are. */
export function sameRecords(before: readonly object[] | undefined, now: readonly object[] | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
