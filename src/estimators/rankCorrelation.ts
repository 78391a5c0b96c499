/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values sharing their mean rank.
 * @throws RangeError for unequal lengths or where one side is constant.
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`ranks need equal lengths, got ${a.length} and ${b.length}`);
  const ranksA = meanRanks(a);
  const ranksB = meanRanks(b);
  const middle = (a.length + 1) / 2;
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const fromMiddleA = ranksA[i] - middle;
    const fromMiddleB = ranksB[i] - middle;
    product += fromMiddleA * fromMiddleB;
    squaresA += fromMiddleA * fromMiddleA;
    squaresB += fromMiddleB * fromMiddleB;
  }
  if (!(squaresA > 0 && squaresB > 0)) throw new RangeError("a rank correlation needs values that differ");
  return product / Math.sqrt(squaresA * squaresB);
}

/** Ranks from 1. */
function meanRanks(values: ArrayLike<number>): number[] {
  return Array.from(values, (value) => {
    let below = 0;
    let equal = 0;
    for (let i = 0; i < values.length; i++) {
      if (values[i] < value) below++;
      else if (values[i] === value) equal++;
    }
    return below + (equal + 1) / 2;
  });
}
