import type { IdentityCheck } from "#domain/runResult.ts";
import type { Stocks } from "./books.ts";

/** Collects the worst residual of every identity over the years of a run (SPEC.md, Identities). */
export type Ledger = {
  readonly note: (id: string, residual: number) => void;
  readonly checks: () => IdentityCheck[];
  /** What stood in the books at the end of last year; null before the first year is over. */
  closing: Stocks | null;
};

/** Largest residual that rounding of sums of a few thousand numbers explains. */
const TOLERANCE = 1e-6;

/** An identity that is never noted is not among the checks: it did not apply. */
export function createLedger(): Ledger {
  const worst = new Map<string, number>();
  return {
    note: (id, residual) => {
      const known = worst.get(id) ?? 0;
      worst.set(id, Math.max(known, Math.abs(residual))); // NaN, once noted, stays
    },
    checks: () => [...worst].map(([id, residual]) => ({ id, holds: residual <= TOLERANCE, residual })).sort(byNumber),
    closing: null,
  };
}

function byNumber(a: IdentityCheck, b: IdentityCheck): number {
  return Number(a.id.slice(3)) - Number(b.id.slice(3));
}
