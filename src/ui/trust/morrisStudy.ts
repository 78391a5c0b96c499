/** Mean size of the effect of moving a parameter over its whole range (Morris' mu*), with its 95 % bootstrap interval. */
export type Effect = readonly [size: number, low: number, high: number];

/**
 * Morris' elementary effects that decide most, as docs/sensitivity.md prints them (engine 0.2.0, 20 trajectories, 2280 runs):
 * of the share of digital users in 2035 without a plan, in percentage points, and of what two plans add to it, in firms.
 */
export const MORRIS_STUDY = {
  command: "npm run -s twin -- sensitivity morris",
  runs: 2280,
  effects: {
    matureShare: { share: [29.3, 26.0, 32.4], core: [6.3, 4.2, 8.9], subsidy: [24.0, 13.0, 35.4] },
    exitRate: { share: [9.5, 8.2, 11.1], core: [3.8, 2.7, 4.8], subsidy: [5.5, 4.0, 7.1] },
    pilotFailure: { share: [4.9, 3.3, 6.7], core: [4.5, 2.8, 6.3], subsidy: [11.4, 7.9, 14.7] },
    returnRate: { share: [4.4, 3.1, 5.6], core: [5.0, 3.7, 6.4], subsidy: [10.9, 6.3, 15.4] },
    hazardLevel: { share: [4.3, 3.1, 5.6], core: [4.6, 3.0, 6.3], subsidy: [16.6, 10.4, 23.5] },
    pilotSuccess: { share: [4.2, 2.7, 5.9], core: [6.2, 4.3, 8.4], subsidy: [13.0, 7.2, 19.5] },
    shockSpread: { share: [3.0, 2.1, 3.9], core: [6.2, 4.4, 8.0], subsidy: [8.0, 4.8, 11.7] },
    readinessGain: { share: [0.4, 0.2, 0.5], core: [6.0, 4.3, 7.9], subsidy: [1.7, 0.9, 2.6] },
    adviceSuccess: { share: [0.0, 0.0, 0.0], core: [4.8, 3.4, 6.3], subsidy: [0.0, 0.0, 0.0] },
    subsidyPull: { share: [0.0, 0.0, 0.0], core: [0.0, 0.0, 0.1], subsidy: [22.5, 16.4, 28.8] },
  },
} as const satisfies {
  readonly command: string;
  readonly runs: number;
  readonly effects: Readonly<
    Record<string, { readonly share: Effect; readonly core: Effect; readonly subsidy: Effect }>
  >;
};

export const OUTCOMES = ["share", "core", "subsidy"] as const;
