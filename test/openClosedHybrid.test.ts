import { describe, expect, it } from "vitest";
import { PARAMETERS } from "#domain/parameters.ts";
import { nationalValue } from "#domain/runResult.ts";
import { plan, simulate } from "./fixtures/simulate.ts";

const FUTURES = 2;
const OPENNESS = { closed: 0.1, hybrid: 0.5, open: 0.9 };

/**
 * A programme large enough for platforms to be chosen and not rationed: at the defaults each of three cores stops at 40
 * partners, whatever its openness. Values at the ends of documented ranges.
 */
const LARGE_PROGRAMME = { platformPull: 1.5, corePartners: 120, coreInvitations: 40, platformCapacity: 200 };

/** Years of use of digital technology to 2034, summed over firms: mean over the same futures. */
function yearsOfUse(openness: number | null, parameters: Record<string, number>) {
  const cores = openness === null ? [] : [{ lever: "cores", size: 3, from: 2024 } as const];
  const open = openness === null ? [] : [{ lever: "openness", size: openness, from: 2024 } as const];
  const scenario = plan([...cores, ...open], { parameters: { ...LARGE_PROGRAMME, ...parameters }, until: 2034 });
  let total = 0;
  for (let replicate = 0; replicate < FUTURES; replicate++) {
    const { years } = simulate(scenario, "open", replicate, { isWithoutFrontiers: true });
    for (const year of years) total += nationalValue(year, "digital_users") / FUTURES;
  }
  return total;
}

const none = yearsOfUse(null, {});

describe("[EQ-9] open, closed or hybrid: each brings most years of use somewhere in the documented ranges", () => {
  it.each([
    // Complementors come anyway and openness attracts few more: it costs quality and brings nothing.
    ["closed", { openQualityLoss: 0.6, openEntry: 0.5, complementorEntry: 0.3, openFeeCut: 0 }],
    // A dear platform: closed keeps firms out by its fee, open by what it costs in quality.
    ["hybrid", { openQualityLoss: 0.6, openEntry: 4, openFeeCut: 0.5, platformFee: 0.3, valueOfPlatform: 0.7 }],
    // Complementors are rare without openness, which hardly costs quality and takes most of a high fee.
    ["open", { openQualityLoss: 0.05, openEntry: 4, complementorEntry: 0.01, openFeeCut: 0.8, platformFee: 0.3 }],
  ] as const)("%s wins with %o", (winner, parameters) => {
    const inRange = Object.entries({ ...LARGE_PROGRAMME, ...parameters }).every(([id, value]) =>
      PARAMETERS.some((known) => known.id === id && known.minimum <= value && value <= known.maximum),
    );
    expect(inRange).toBe(true);
    const brought = Object.fromEntries(
      Object.entries(OPENNESS).map(([name, size]) => [name, yearsOfUse(size, parameters) - none]),
    );
    const others = Object.keys(OPENNESS).filter((name) => name !== winner);
    for (const other of others) expect(brought[winner], JSON.stringify(brought)).toBeGreaterThan(brought[other] + 5);
  });
});
