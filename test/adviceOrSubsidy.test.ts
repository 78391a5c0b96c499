import type { Measure } from "#domain/scenario.ts";
import { describe, expect, it } from "vitest";
import { nationalValue } from "#domain/runResult.ts";
import { plan, simulate } from "./fixtures/simulate.ts";

const FUTURES = 5;
const YEARS = 11; // 2025 to 2035

/** Means over the same futures: digital users in 2035 and billion KZT spent. */
function outcome(measures: readonly Partial<Measure>[], parameters: Record<string, number>) {
  let users = 0;
  let spent = 0;
  for (let replicate = 0; replicate < FUTURES; replicate++) {
    const { years, money } = simulate(plan(measures, { parameters }), "contest", replicate, {
      isWithoutFrontiers: true,
    });
    users += nationalValue(years.at(-1)!, "digital_users") / FUTURES;
    for (const { line, value } of money) if (line !== "unspent") spent += value / FUTURES;
  }
  return { users, spent };
}

describe("advice or subsidy at equal spent money: the parameters decide, not the structure", () => {
  const contest = (parameters: Record<string, number>) => {
    const none = outcome([], parameters);
    const subsidised = outcome([{ lever: "subsidy", size: 0.9, budget: 2 }], parameters);
    const advised = outcome([{ lever: "advice", size: 300, budget: subsidised.spent / YEARS }], parameters);
    expect(Math.abs(advised.spent / subsidised.spent - 1)).toBeLessThan(0.06); // whole firms
    return { byAdvice: advised.users - none.users, bySubsidy: subsidised.users - none.users };
  };

  it("advice wins where it is cheap and firms hardly respond to money", () => {
    const { byAdvice, bySubsidy } = contest({ adviceCost: 0.01, subsidyPull: 0.1 });
    expect(byAdvice).toBeGreaterThan(bySubsidy + 5);
    expect(bySubsidy).toBeGreaterThan(0);
  });

  it("the subsidy wins where firms respond to money and advice is dear", () => {
    const { byAdvice, bySubsidy } = contest({ adviceCost: 0.1, subsidyPull: 0.9 });
    expect(bySubsidy).toBeGreaterThan(byAdvice + 5);
    expect(byAdvice).toBeGreaterThan(0);
  });
});

it("[EQ-4] above a quarter of firms a higher hazard still brings more users: twice the response, clearly more", () => {
  const gain = (subsidyPull: number) => {
    const parameters = { subsidyPull };
    return outcome([{ lever: "subsidy", size: 0.5 }], parameters).users - outcome([], parameters).users;
  };
  const [weak, strong] = [gain(0.3), gain(0.9)];
  expect(weak).toBeGreaterThan(2);
  expect(strong).toBeGreaterThan(1.8 * weak);
});
