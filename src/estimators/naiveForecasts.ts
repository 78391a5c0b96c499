import type { AdoptionPanel } from "./adoptionPanel.ts";
import { logistic, logit } from "#domain/portableMath.ts";

export const NAIVE_METHODS = [
  "persistence",
  "persistence-national-drift",
  "own-drift",
  "linear-trend",
  "bass-national",
  "logistic",
] as const;
export type NaiveMethod = (typeof NAIVE_METHODS)[number];

/**
 * Forecasts of every region's percentage one year after `origin` from T14 up to `origin` alone, in percent within
 * [0, 100]; null where the method has too few years.
 *
 * - persistence: the last value. A region formed in 2022 takes its parent's value for the years before.
 * - persistence-national-drift: the last value plus the mean yearly change of the national percentage.
 * - own-drift: the last value plus the region's own mean yearly change.
 * - linear-trend: least squares on the region's own years.
 * - bass-national: the last value times the national growth that a Bass curve forecasts.
 * - logistic: least squares on the log-odds of the region's own years, percentages below 0.5 taken as 0.5.
 *
 * The last four need two years of the region (Bass: three of the country); a region with one year persists.
 * `origin` must be a year of the panel after its first.
 */
export function forecastNaively(panel: AdoptionPanel, origin: number, method: NaiveMethod): number[] | null {
  const now = panel.years.indexOf(origin);
  if (!(now >= 1)) throw new Error(`origin must be a year of the panel after ${panel.years[0]}, got ${origin}`);
  const national = panel.national.slice(0, now + 1);
  const last = panel.percentOrParent.map((series) => series[now]);
  const byOwnYears = (forecast: (own: Series) => number) =>
    panel.percent.map((series, r) => {
      const own = knownYears(series.slice(0, now + 1));
      return within(own.length < 2 ? last[r] : forecast(own));
    });
  switch (method) {
    case "persistence":
      return last;
    case "persistence-national-drift": {
      const drift = (national[now] - national[0]) / now;
      return last.map((percent) => within(percent + drift));
    }
    case "own-drift":
      return byOwnYears((own) => {
        const [first, final] = [own[0], own[own.length - 1]];
        return final.percent + (final.percent - first.percent) / (final.t - first.t);
      });
    case "linear-trend":
      return byOwnYears((own) => straightLineAt(now + 1, own));
    case "bass-national": {
      const next = nextOfBassCurve(national.map((percent) => percent / 100));
      return next === null ? null : last.map((percent) => within((percent * 100 * next) / national[now]));
    }
    case "logistic":
      return byOwnYears((own) => {
        const odds = own.map(({ t, percent }) => ({
          t,
          percent: logit(Math.min(100 - LOWEST_PERCENT, Math.max(LOWEST_PERCENT, percent)) / 100),
        }));
        return 100 * logistic(straightLineAt(now + 1, odds));
      });
  }
}

/** Log odds of nothing do not exist; half a percent is about one firm of the largest regions. */
const LOWEST_PERCENT = 0.5;
/** Ceiling of the national Bass curve: its data hold none, so half of the firms as in the prior of M. */
const BASS_CEILING = 0.5;

type Series = readonly { readonly t: number; readonly percent: number }[];

function knownYears(series: readonly (number | null)[]): Series {
  return series.flatMap((percent, t) => (percent === null ? [] : [{ t, percent }]));
}

function straightLineAt(t: number, points: Series): number {
  const meanTime = points.reduce((sum, point) => sum + point.t, 0) / points.length;
  const mean = points.reduce((sum, point) => sum + point.percent, 0) / points.length;
  let products = 0;
  let squares = 0;
  for (const point of points) {
    products += (point.t - meanTime) * (point.percent - mean);
    squares += (point.t - meanTime) * (point.t - meanTime);
  }
  return mean + (products / squares) * (t - meanTime);
}

/**
 * Next value of the discrete Bass curve s' = s + (p + q s / M)(M - s), M = BASS_CEILING, with p and q by least squares on
 * the changes, neither negative. Null below three years: two coefficients need two changes.
 */
function nextOfBassCurve(shares: readonly number[]): number | null {
  if (shares.length < 3) return null;
  const rows = shares.slice(1).map((share, t) => {
    const room = BASS_CEILING - shares[t];
    return { byP: room, byQ: (room * shares[t]) / BASS_CEILING, change: share - shares[t] };
  });
  const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0);
  const pp = sum(({ byP }) => byP * byP);
  const pq = sum(({ byP, byQ }) => byP * byQ);
  const qq = sum(({ byQ }) => byQ * byQ);
  const py = sum(({ byP, change }) => byP * change);
  const qy = sum(({ byQ, change }) => byQ * change);
  const determinant = pp * qq - pq * pq;
  let p = (py * qq - qy * pq) / determinant;
  let q = (qy * pp - py * pq) / determinant;
  if (p < 0) [p, q] = [0, Math.max(0, qy / qq)];
  else if (q < 0) [p, q] = [Math.max(0, py / pp), 0];
  const last = shares[shares.length - 1];
  return last + (p + (q * last) / BASS_CEILING) * (BASS_CEILING - last);
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
