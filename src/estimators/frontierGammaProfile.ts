import type { Interval } from "./frontierBootstrap.ts";
import type { ProfilePoint } from "./frontierNewton.ts";
import type { FrontierData, FrontierSpec } from "./frontierVariables.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { fitByOls } from "./frontierDesign.ts";
import { errorsAt, parametersAt } from "./frontierInformation.ts";
import { largestLogRatio, logLikelihoodAt, profileAlong, smallestLogRatio } from "./frontierProfile.ts";
import { exponential, halfNormal, searchFrontier } from "./frontierSearch.ts";
import { frontierDesign } from "./frontierVariables.ts";
import { conditionalInefficiency, expectedEfficiency } from "./technicalEfficiency.ts";
import { meanOf } from "./numerics/meanOf.ts";

/** The likelihood maximised at one gamma, and the mean efficiency there. */
export type GammaProfilePoint = { readonly gamma: number; readonly logLik: number; readonly meanEfficiency: number };

export type GammaProfile = {
  /** From gamma = 0 (ordinary least squares) to gamma = 1 (no noise). */
  readonly points: readonly GammaProfilePoint[];
  /** Values of gamma that a likelihood ratio test at 5 percent does not refuse: one interval or several. */
  readonly confidenceSet: readonly Interval[];
  /** Mean efficiencies that belong to them. */
  readonly meanEfficiency: Interval;
};

/** Half the 95 percent quantile of the chi-square with one degree of freedom. */
const allowedLoss = 1.92072941034706;
const steps = 150;

/**
 * Profile likelihood of gamma for the half-normal and the exponential, with its 95 percent set and the mean efficiencies in
 * it. In small samples the likelihood is far from a parabola, and this set, not a standard error, says what the data leave
 * open. Points are spaced evenly in ln(sigma_u/sigma_v); the set's ends are interpolated between them. Null for other
 * distributions and where nothing can be estimated.
 */
export function profileGamma(data: FrontierData, spec: FrontierSpec): GammaProfile | null {
  if (spec.distribution !== "half-normal" && spec.distribution !== "exponential") return null;
  const design = frontierDesign(data, spec);
  if (design.dependent.length <= design.regressors.length + 2) return null;
  const ols = fitByOls(design);
  if ("unfit" in ols) return null;
  const distribution = spec.distribution === "exponential" ? exponential : halfNormal;
  const { density, scale } = distribution;
  const unscale = -ols.standard.totalWeight * ln(ols.residualScale);
  const optima = searchFrontier(ols, distribution);

  const pointAt = (point: ProfilePoint): GammaProfilePoint => {
    const parameters = parametersAt(ols, point, scale);
    const location = scale === "sigma" ? 0 : null;
    const { centres, spread } = conditionalInefficiency(errorsAt(ols, point.theta), { ...parameters, location });
    return {
      gamma: parameters.gamma,
      logLik: logLikelihoodAt(ols.standard, density, point) + unscale,
      meanEfficiency: meanOf(centres.map((centre) => expectedEfficiency(centre, spread))),
    };
  };
  const logRatios = Array.from(
    { length: steps + 1 },
    (_, step) => smallestLogRatio + ((largestLogRatio - smallestLogRatio) * step) / steps,
  );
  const points = [
    { gamma: 0, logLik: optima.olsLogLik, meanEfficiency: 1 },
    ...profileAlong(ols.standard, density, logRatios).map(pointAt),
    ...optima.interior.map(({ point }) => pointAt(point)),
  ];
  if (optima.boundary !== null && optima.boundaryLogLik !== null) {
    const efficiencies = optima.boundary.inefficiency.map((u) => exp(-u * ols.residualScale));
    points.push({ gamma: 1, logLik: optima.boundaryLogLik, meanEfficiency: meanOf(efficiencies) });
  }
  points.sort((a, b) => a.gamma - b.gamma);
  return { points, ...setWithin(points) };
}

function setWithin(points: readonly GammaProfilePoint[]) {
  const floor = Math.max(...points.map((point) => point.logLik)) - allowedLoss;
  const confidenceSet: Interval[] = [];
  const efficiencies: number[] = [];
  let from: number | null = null;
  points.forEach((point, i) => {
    const inside = point.logLik >= floor;
    const before = points[i - 1];
    // both ends of a stretch are where the line between two points crosses the floor
    const crossing =
      before !== undefined && inside !== before.logLik >= floor
        ? between(before, point, (floor - before.logLik) / (point.logLik - before.logLik))
        : point;
    if (inside && from === null) from = crossing.gamma;
    if (inside) efficiencies.push(point.meanEfficiency, crossing.meanEfficiency);
    if (!inside && from !== null) {
      efficiencies.push(crossing.meanEfficiency);
      confidenceSet.push({ lower: from, upper: crossing.gamma });
      from = null;
    }
  });
  if (from !== null) confidenceSet.push({ lower: from, upper: points[points.length - 1].gamma });
  return { confidenceSet, meanEfficiency: { lower: Math.min(...efficiencies), upper: Math.max(...efficiencies) } };
}

function between(a: GammaProfilePoint, b: GammaProfilePoint, share: number): GammaProfilePoint {
  return {
    gamma: a.gamma + share * (b.gamma - a.gamma),
    logLik: a.logLik + share * (b.logLik - a.logLik),
    meanEfficiency: a.meanEfficiency + share * (b.meanEfficiency - a.meanEfficiency),
  };
}
