import { meanOf } from "./numerics/meanOf.ts";

/** Elementary effects of one factor on one output, over the whole range of the factor (0 to 1 in the design). */
export type ElementaryEffects = {
  /** Mean of the absolute effects (Campolongo, Cariboni and Saltelli 2007): how much the factor matters at all. */
  readonly muStar: number;
  /** Mean: its sign says which way the output goes. */
  readonly mu: number;
  /** Standard deviation: large beside muStar where the effect bends or depends on other factors. */
  readonly sigma: number;
  /** Bootstrap interval of muStar, 95 percent, over trajectories. */
  readonly low: number;
  readonly high: number;
};

/** Points of a trajectory on the grid; from each to the next one factor moves, `moved[step]`. */
export type Trajectory = { readonly points: readonly Float64Array[]; readonly moved: Int32Array };

/** Levels of the grid and the step between them that visits all levels equally often (Morris 1991). */
const LEVELS = 4;
const STEP = LEVELS / (2 * (LEVELS - 1));
const BOOTSTRAP_SAMPLES = 1000;

/**
 * Trajectories of Morris (1991) through [0, 1]^`factors`: a random start on a grid of four levels, then every factor moved once
 * by 2/3, up or down, in random order. `factors` + 1 points each. `random` answers uniform numbers in [0, 1).
 */
export function morrisTrajectories(count: number, factors: number, random: () => number): Trajectory[] {
  return Array.from({ length: count }, () => {
    const lowest = Float64Array.from({ length: factors }, () => Math.floor((random() * LEVELS) / 2) / (LEVELS - 1));
    const goesUp = Array.from({ length: factors }, () => random() < 0.5);
    const moved = Int32Array.from({ length: factors }, (_, j) => j);
    for (let last = factors - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [moved[last], moved[other]] = [moved[other], moved[last]];
    }
    const points = [lowest.map((value, j) => (goesUp[j] ? value : value + STEP))];
    for (const j of moved) {
      const next = points[points.length - 1].slice();
      next[j] = goesUp[j] ? lowest[j] + STEP : lowest[j];
      points.push(next);
    }
    return { points, moved };
  });
}

/**
 * Elementary effects of every factor from one output at every point of the trajectories (in their order). At least two
 * trajectories; `random` draws the bootstrap samples. A number that is not finite among the outputs throws `RangeError`.
 */
export function elementaryEffects(
  trajectories: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
  random: () => number,
): ElementaryEffects[] {
  if (trajectories.length < 2) throw new RangeError(`two trajectories are the fewest, got ${trajectories.length}`);
  const factors = trajectories[0].moved.length;
  const effects = Array.from({ length: factors }, () => new Float64Array(trajectories.length));
  trajectories.forEach(({ points, moved }, t) => {
    moved.forEach((j, step) => {
      const change = outputs[t][step + 1] - outputs[t][step];
      if (!Number.isFinite(change)) throw new RangeError(`outputs[${t}] must be finite numbers, got ${outputs[t]}`);
      effects[j][t] = change / (points[step + 1][j] - points[step][j]);
    });
  });
  return effects.map((values) => summarise(values, random));
}

function summarise(effects: Float64Array, random: () => number): ElementaryEffects {
  const count = effects.length;
  const sizes = effects.map(Math.abs);
  const mu = meanOf(effects);
  const squares = effects.map((effect) => (effect - mu) * (effect - mu));
  const resampled = new Float64Array(BOOTSTRAP_SAMPLES);
  for (let sample = 0; sample < BOOTSTRAP_SAMPLES; sample++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += sizes[Math.floor(random() * count)];
    resampled[sample] = sum / count;
  }
  resampled.sort();
  return {
    muStar: meanOf(sizes),
    mu,
    sigma: Math.sqrt((meanOf(squares) * count) / (count - 1)),
    low: resampled[Math.floor(0.025 * BOOTSTRAP_SAMPLES)],
    high: resampled[Math.ceil(0.975 * BOOTSTRAP_SAMPLES) - 1],
  };
}
