/**
 * Shapley values (Shapley 1953): the value of a coalition of players shared out so that the parts add up to the whole, players
 * who contribute alike get alike, and a player who adds nothing gets nothing.
 *
 * A coalition of n players is a bit mask; `value` has the 2^n values by mask, value[0] that of nobody.
 */
export function shapleyValues(players: number, value: ArrayLike<number>): Float64Array {
  const weights = weightsBySize(players, 0);
  return Float64Array.from({ length: players }, (_, player) => {
    const own = 1 << player;
    let part = 0;
    for (let others = 0; others < 1 << players; others++) {
      if ((others & own) === 0) part += weights[sizeOf(others)] * (value[others | own] - value[others]);
    }
    return part;
  });
}

/**
 * Interaction index of two players (Grabisch and Roubens 1999): what they add together beyond what each adds alone, averaged
 * over the coalitions of the others as Shapley values are. Above zero they help each other, below zero one replaces the other.
 */
export function shapleyInteraction(players: number, value: ArrayLike<number>, first: number, second: number): number {
  const weights = weightsBySize(players, 1);
  const a = 1 << first;
  const b = 1 << second;
  let index = 0;
  for (let others = 0; others < 1 << players; others++) {
    if ((others & (a | b)) !== 0) continue;
    index += weights[sizeOf(others)] * (value[others | a | b] - value[others | a] - value[others | b] + value[others]);
  }
  return index;
}

/**
 * Orders in which players may join, half of them drawn and half their reverses: a player that comes early in one comes late in
 * the other, which cancels much of the sampling error (antithetic sampling). The reverse of order 2k is order 2k + 1.
 * `draw(k, place)` answers a number in [0, 1).
 */
export function antitheticOrders(
  players: number,
  pairs: number,
  draw: (pair: number, place: number) => number,
): number[][] {
  return Array.from({ length: pairs }, (_, pair) => {
    const order = Array.from({ length: players }, (_, player) => player);
    for (let place = players - 1; place > 0; place--) {
      const other = Math.floor(draw(pair, place) * (place + 1));
      [order[place], order[other]] = [order[other], order[place]];
    }
    return [order, order.toReversed()];
  }).flat();
}

/** By size s of the coalition of others: s! (n - s - 1 - m)! / (n - m)!, where m is 0 for values, 1 for pairs. */
function weightsBySize(players: number, merged: 0 | 1): Float64Array {
  const together = players - merged;
  const weights = new Float64Array(together);
  let ways = 1; // n - m - 1 choose s
  for (let size = 0; size < together; size++) {
    weights[size] = 1 / (together * ways);
    ways = (ways * (together - 1 - size)) / (size + 1);
  }
  return weights;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size++;
  return size;
}
