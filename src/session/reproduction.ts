import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import type { PlanKey } from "./plans.ts";
import type { PageReceipt, RunReceipt } from "./savedPage.ts";
import type { SessionContext, Simulated } from "./sessionContext.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { isRunOf } from "./sessionContext.ts";
import { runKey } from "./runKey.ts";

/** What a run that differs from the one of the sender differs in. */
export type RunDifference = {
  readonly key: PlanKey;
  /** First year and national indicator whose numbers differ; null when only other numbers do. */
  readonly year: number | null;
  readonly indicator: RegionalIndicatorId | null;
};

export type Reproduction =
  /** Not all plans of the link are simulated again yet. */
  | { readonly status: "running" }
  | { readonly status: "reproduced"; readonly plans: number; readonly digest: string }
  | {
      readonly status: "different";
      readonly engine: { readonly sent: string; readonly here: string } | null;
      readonly isDataDifferent: boolean;
      readonly runs: readonly RunDifference[];
    };

/** Digits of a fingerprint for each year and each indicator. */
const DIGITS = 4;

/** Receipt of the plans that are simulated as they stand; null when none is. */
export function receiptOf({ plans, runs, seed }: SessionContext): PageReceipt | null {
  const shown = plans.flatMap(({ key, plan }) => {
    const run = runs[key];
    return run && isRunOf(run, plan, seed) ? [{ key, run }] : [];
  });
  const [first] = shown;
  if (!first) return null;
  const { engineVersion, dataDigest } = first.run.summary.receipt;
  return { engine: engineVersion, data: dataDigest, runs: shown.map(({ key, run }) => runReceipt(key, run)) };
}

/** Compares the runs on the page with those of a receipt; a plan that was changed since is left out. */
export function reproduction(sent: PageReceipt, { plans, runs, seed }: SessionContext): Reproduction | null {
  const pairs = sent.runs.flatMap((receipt) => {
    const entry = plans.find(({ key, plan }) => key === receipt.key && runKey(plan) === receipt.scenario);
    return entry ? [{ receipt, run: runs[entry.key], plan: entry.plan }] : [];
  });
  if (pairs.length === 0) return null;
  const different: RunDifference[] = [];
  for (const { receipt, run, plan } of pairs) {
    if (!run || !isRunOf(run, plan, seed)) return { status: "running" };
    if (run.summary.receipt.outputDigest !== receipt.output) different.push(differenceOf(receipt, run));
  }
  const { summary } = runs[pairs[0].receipt.key]!;
  const { engineVersion, dataDigest, outputDigest } = summary.receipt;
  if (different.length === 0) return { status: "reproduced", plans: pairs.length, digest: outputDigest };
  return {
    status: "different",
    engine: sent.engine === engineVersion ? null : { sent: sent.engine, here: engineVersion },
    isDataDifferent: sent.data !== dataDigest,
    runs: different,
  };
}

function runReceipt(key: PlanKey, { scenario, summary, years }: Simulated): RunReceipt {
  return {
    key,
    scenario: runKey(scenario),
    output: summary.receipt.outputDigest,
    years: years.map(({ national, regional }) => markOf([national, regional])).join(""),
    indicators: REGIONAL_INDICATORS.map((_, i) => indicatorMark(years, i)).join(""),
  };
}

function differenceOf(receipt: RunReceipt, { years }: Simulated): RunDifference {
  const firstOther = (marks: string, here: readonly string[]) =>
    marks.length === here.length * DIGITS
      ? here.findIndex((mark, i) => mark !== marks.slice(i * DIGITS, (i + 1) * DIGITS))
      : -1; // of another number of years or indicators: they cannot be paired
  const year = firstOther(
    receipt.years,
    years.map(({ national, regional }) => markOf([national, regional])),
  );
  const indicator = firstOther(
    receipt.indicators,
    REGIONAL_INDICATORS.map((_, i) => indicatorMark(years, i)),
  );
  return {
    key: receipt.key,
    year: year < 0 ? null : START_YEAR + year,
    indicator: indicator < 0 ? null : REGIONAL_INDICATORS[indicator].id,
  };
}

function indicatorMark(years: readonly YearSnapshot[], indicator: number): string {
  return markOf([Float64Array.from(years.map(({ national }) => national[indicator]))]);
}

/** Four hexadecimal digits of the bytes (FNV-1a, folded): enough to find where two runs part, not to prove that they agree. */
function markOf(arrays: readonly Float64Array[]): string {
  let hash = 0x811c9dc5;
  for (const array of arrays) {
    for (const byte of new Uint8Array(array.map((value) => value + 0).buffer)) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
  }
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(DIGITS, "0");
}
