import type { Difference } from "#engine/summaries.ts";

/** What an 80 % interval of a difference allows to say. */
export type Verdict = "higher" | "lower" | "same" | "tie";

/** Whether the difference cannot be told from zero. */
export function isOpenVerdict(verdict: Verdict): boolean {
  return verdict === "tie" || verdict === "same";
}

/** Plans whose interval contains zero cannot be told apart; equal in every future is a finding of its own. */
export function verdictOf({ p10, p90, mean, standardError }: Difference): Verdict {
  if (p10 > 0) return "higher";
  if (p90 < 0) return "lower";
  return p10 === 0 && p90 === 0 && mean === 0 && !standardError ? "same" : "tie";
}
