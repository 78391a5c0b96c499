/**
 * Latin hypercube (McKay, Beckman and Conover 1979): `points` rows in [0, 1)^`dimensions`. Of every coordinate each of `points`
 * equal intervals holds exactly one value, at a random place inside it. `random` answers uniform numbers in [0, 1).
 */
export function latinHypercube(points: number, dimensions: number, random: () => number): Float64Array[] {
  const rows = Array.from({ length: points }, () => new Float64Array(dimensions));
  const interval = Int32Array.from({ length: points }, (_, i) => i);
  for (let j = 0; j < dimensions; j++) {
    shuffle(interval, random);
    for (let i = 0; i < points; i++) rows[i][j] = (interval[i] + random()) / points;
  }
  return rows;
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffle(values: Int32Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [values[last], values[other]] = [values[other], values[last]];
  }
}
