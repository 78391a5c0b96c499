import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { antitheticOrders, shapleyInteraction, shapleyValues } from "#engine/shapley.ts";

const game = (players: number, value: (has: (player: number) => boolean) => number) =>
  Float64Array.from({ length: 2 ** players }, (_, mask) => value((player) => (mask & (1 << player)) !== 0));

/** A number of players with the value of every coalition. */
const arbitraryGame = fc
  .integer({ min: 1, max: 6 })
  .chain((players) =>
    fc
      .array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2 ** players, maxLength: 2 ** players })
      .map((value) => ({ players, value })),
  );

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe("Shapley values", () => {
  it("of the glove game are 2/3 for the one left glove and 1/6 for each of two right ones", () => {
    const gloves = game(3, (has) => Math.min(has(0) ? 1 : 0, (has(1) ? 1 : 0) + (has(2) ? 1 : 0)));
    [2 / 3, 1 / 6, 1 / 6].forEach((value, player) => {
      expect(shapleyValues(3, gloves)[player]).toBeCloseTo(value, 12);
    });
  });

  it("of the airport game share each piece of the runway among those who need it (Littlechild and Owen 1973)", () => {
    const airport = game(3, (has) => Math.max(has(0) ? 1 : 0, has(1) ? 2 : 0, has(2) ? 3 : 0));
    [1 / 3, 1 / 3 + 1 / 2, 1 / 3 + 1 / 2 + 1].forEach((value, player) => {
      expect(shapleyValues(3, airport)[player]).toBeCloseTo(value, 12);
    });
  });

  test.prop([arbitraryGame])("add up to what all do together beyond nobody", ({ players, value }) => {
    expect(sum(shapleyValues(players, value))).toBeCloseTo(value.at(-1)! - value[0], 8);
  });

  test.prop([arbitraryGame])("are zero for a player who adds nothing, and others get what they had without", (one) => {
    const { players, value } = one;
    const withDummy = [...value, ...value];
    const parts = shapleyValues(players + 1, withDummy);
    expect(parts[players]).toBe(0);
    shapleyValues(players, value).forEach((part, player) => {
      expect(parts[player]).toBeCloseTo(part, 8);
    });
  });

  test.prop([arbitraryGame])("are equal for players who add the same to every coalition", ({ players, value }) => {
    if (players < 2) return;
    // The value depends on how many of the first two are in, not on which.
    const symmetric = value.map((_, mask) => value[(mask & ~3) | [0, 1, 1, 3][mask & 3]]);
    const [first, second] = shapleyValues(players, symmetric);
    expect(first).toBeCloseTo(second, 8);
  });

  test.prop([arbitraryGame])("are the mean of what players add over all orders in which they may join", (one) => {
    const { players, value } = one;
    if (players > 4) return;
    const orders = permutations(players);
    const parts = shapleyValues(players, value);
    for (let player = 0; player < players; player++) {
      const added = orders.map((order) => {
        const before = order.slice(0, order.indexOf(player)).reduce((mask, other) => mask | (1 << other), 0);
        return value[before | (1 << player)] - value[before];
      });
      expect(parts[player]).toBeCloseTo(sum(added) / orders.length, 8);
    }
  });
});

describe("the interaction of two players", () => {
  it("is zero where each adds the same whoever is there", () => {
    const additive = game(4, (has) => [3, -1, 4, 1].reduce((total, own, player) => total + (has(player) ? own : 0), 0));
    expect(shapleyInteraction(4, additive, 0, 2)).toBeCloseTo(0, 12);
  });

  it("is 1 where only both together bring 1, and -1 where one is as good as both", () => {
    expect(
      shapleyInteraction(
        2,
        game(2, (has) => (has(0) && has(1) ? 1 : 0)),
        0,
        1,
      ),
    ).toBe(1);
    expect(
      shapleyInteraction(
        2,
        game(2, (has) => (has(0) || has(1) ? 1 : 0)),
        0,
        1,
      ),
    ).toBe(-1);
  });
});

describe("sampled orders", () => {
  const draw = (pair: number, place: number) => ((pair * 7919 + place * 104_729) % 9973) / 9973;

  it("come in pairs of an order and its reverse, each with every player once", () => {
    const orders = antitheticOrders(9, 5, draw);
    expect(orders).toHaveLength(10);
    orders.forEach((order, index) => {
      expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
      if (index % 2 === 1) expect(order).toEqual(orders[index - 1].toReversed());
    });
    expect(new Set(orders.map(String)).size).toBe(10);
  });
});

function permutations(players: number): number[][] {
  if (players === 0) return [[]];
  return permutations(players - 1).flatMap((shorter) =>
    Array.from({ length: players }, (_, place) => [...shorter.slice(0, place), players - 1, ...shorter.slice(place)]),
  );
}
