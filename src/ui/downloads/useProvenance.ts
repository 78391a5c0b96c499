import type { Provenance } from "./provenance.ts";
import { useLanguage, useSession } from "#ui/useSession.tsx";
import { planLabel } from "./provenance.ts";

/** Where what is on the screen comes from; the day is that of the click. */
export function useProvenance(): () => Provenance {
  const run = useSession((session) => session.simulated ?? session.baseline);
  const seed = useSession((session) => session.seed);
  const plan = useSession((session) => session.plan);
  const active = useSession((session) => session.active);
  const language = useLanguage();
  const dataDigest = useSession((session) => session.study?.dataDigest ?? "");
  return () => ({
    date: today(),
    version: run?.summary.receipt.engineVersion ?? "",
    seed,
    plan: planLabel({ letter: active, scenario: plan }, language),
    planId: plan.id,
    dataDigest,
  });
}

/** The day at the place of the reader, as `2026-11-24`. */
function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
