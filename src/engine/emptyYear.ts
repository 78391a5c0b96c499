import type { Technology } from "#domain/adoptionStage.ts";
import type { ParameterValues } from "#domain/parameters.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { YearPassed } from "./machines/adoption.ts";

/** The year of SM-1 before it is filled in for an actor: one object a population, reused for every row. */
export function emptyYear({ parameters: p, off }: Ecosystem, technology: Technology): YearPassed {
  const exitRate = off.has("exits")
    ? 0
    : { digital: p.exitRate, cloud: p.cloudExitRate, bigData: p.bigDataExitRate }[technology];
  const threshold = { digital: p.threshold, cloud: p.cloudThreshold, bigData: p.bigDataThreshold }[technology];
  return {
    type: "YEAR_PASSED",
    rates: ratesOf(p, exitRate, threshold),
    draw: 0,
    regionalShare: 0,
    served: 0,
    hasGrant: 0,
    affordable: 1,
    evaluationChance: 0,
    hazardRatio: 1,
    slotFree: 1,
    pilotShock: 1,
    exitShock: 1,
    successFactor: 1,
    successPoints: 0,
  };
}

function ratesOf(p: ParameterValues, exitRate: number, threshold: number): YearPassed["rates"] {
  const { awareness, awarenessPeers, awarenessAdvice, pilotStart, pilotSuccess, pilotFailure } = p;
  const { grantSuccess, adviceSuccess, adviceFailure, scalingRate, returnRate } = p;
  return {
    threshold,
    awareness,
    awarenessPeers,
    awarenessAdvice,
    pilotStart,
    pilotSuccess,
    pilotFailure,
    grantSuccess,
    adviceSuccess,
    adviceFailure,
    scalingRate,
    exitRate,
    returnRate,
  };
}
