import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { HAZARD_TERMS, type HazardTerm } from "#domain/explanation.ts";
import { PARAMETERS, parameterValues, type ParameterId } from "#domain/parameters.ts";
import { AGENT_BYTE, BYTES_PER_AGENT } from "#domain/runResult.ts";
import { adopt } from "#engine/adoptionPhase.ts";
import { createEcosystem, type Ecosystem } from "#engine/ecosystem.ts";
import { hazard, neutralLogHazard } from "#engine/hazard.ts";
import { adoptionMachine } from "#engine/machines/adoption.ts";
import { planYear } from "#engine/yearPlan.ts";
import { oneStep } from "./fixtures/oneStep.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const [AWARE, EVALUATING, INTEGRATED] = ["aware", "evaluating", "integrated"].map((stage) =>
  ADOPTION_STAGES.indexOf(stage as (typeof ADOPTION_STAGES)[number]),
);
const REGION = study.regions.findIndex(({ id }) => id === "karaganda");
const regionIds = study.regions.map(({ id }) => id);

type Year = { ecosystem: Ecosystem; levers: Record<string, Float64Array>; platformValue: Float64Array };
/** Rows of the region that could start: ready, not yet users. */
type Input = (year: Year, level: number, candidates: readonly number[]) => void;

/** SM-1 of 2024 after one input of EQ-3 was set in Karaganda: terms of its log hazard, and who began to evaluate. */
function adoptIn2024(parameters: Record<string, number>, input: Input, level: number) {
  // Many ready firms and a low hazard: else the chance of EQ-4 stands at its cap, and nothing that raises it can show.
  const scenario = plan([], { parameters: { matureShare: 0.9, hazardLevel: -3.05, ...parameters } });
  const ecosystem = createEcosystem(study, scenario, "ID-13", 0, { isExplained: true });
  ecosystem.year = 2024;
  const { agents, digital, hazardTerms, parameters: p } = ecosystem;
  const state = { ids: regionIds, firms: study.start.firms, digitalShare: new Float64Array(20), nationalShare: 0 };
  const yearPlan = planYear(scenario, 2024, state, () => new Float64Array(20));
  const platformValue = new Float64Array(agents.large);
  const rows = Array.from({ length: agents.large }, (_, i) => i).filter((i) => agents.region[i] === REGION);
  const candidates = rows.filter((i) => !isDigitalUser(digital.states[i]) && agents.readiness[i] > p.threshold);
  input({ ecosystem, levers: yearPlan.levers, platformValue }, level, candidates);
  const aware = Array.from({ length: agents.large }, (_, i) => i).filter((i) => digital.states[i] === AWARE);
  adopt(ecosystem, { plan: yearPlan, servicePrice: 1, pilotPlaces: 1e9, platformValue }, () => {});
  const count = hazardTerms!.candidates[REGION];
  const terms = HAZARD_TERMS.map((_, k) => hazardTerms!.sums[k * regionIds.length + REGION] / count);
  const began = aware.filter((i) => digital.states[i] === EVALUATING);
  const beganHere = began.filter((i) => agents.region[i] === REGION);
  return { terms, began, beganHere, mean: terms.reduce((sum, term) => sum + term, 0) };
}

/** Turns firms below the threshold, who are no candidates, into users. */
function addUnreadyUsers({ ecosystem: { agents, digital, parameters: p } }: Year, isHere: boolean, count: number) {
  let left = count;
  for (let i = 0; i < agents.large && left > 0; i++) {
    if ((agents.region[i] === REGION) !== isHere || agents.readiness[i] > p.threshold) continue;
    if (isDigitalUser(digital.states[i])) continue;
    digital.states[i] = INTEGRATED;
    left -= 1;
  }
}

/** Every input of EQ-3: its pull, levels from low to high, and the way in which the hazard must not go. */
const INPUTS: readonly [HazardTerm, ParameterId, readonly number[], 1 | -1, Input][] = [
  ["regionalPeers", "regionalPeers", [0, 2, 4], 1, (year, level) => addUnreadyUsers(year, true, level)],
  ["nationalPeers", "nationalPeers", [0, 20, 40], 1, (year, level) => addUnreadyUsers(year, false, level)],
  ["subsidy", "subsidyPull", [0, 0.3, 0.9], 1, ({ levers }, level) => (levers.subsidy[REGION] = level)],
  ["loans", "loanPull", [0, 5, 15], 1, ({ levers }, level) => (levers.loanPoints[REGION] = level)],
  ["racks", "rackPull", [1, 4, 30], 1, ({ ecosystem }, level) => (ecosystem.racks[REGION] *= level)],
  ["scarcity", "scarcityPull", [1, 0.8, 0.5], -1, ({ ecosystem }, level) => (ecosystem.labour.staff[REGION] *= level)],
  [
    "partners",
    "partnerPull",
    [0, 0.25, 1],
    1,
    ({ ecosystem: { reference } }, level, rows) => {
      for (const i of rows) reference.partnerLead[i] -= level;
    },
  ],
  [
    "platform",
    "platformPull",
    [0, 0.4, 1],
    1,
    ({ platformValue }, level, rows) => {
      for (const i of rows) platformValue[i] = level;
    },
  ],
  [
    "cloud",
    "cloudPull",
    [0, 0.5, 1],
    1,
    ({ ecosystem: { cloud } }, level, rows) => {
      rows.forEach((i, k) => {
        cloud.states[i] = k < level * rows.length ? INTEGRATED : AWARE;
      });
    },
  ],
  [
    "readiness",
    "readinessPull",
    [0, 0.5, 1],
    1,
    ({ ecosystem: { agents } }, level, rows) => {
      for (const i of rows) agents.readiness[i] += level * (1 - agents.readiness[i]);
    },
  ],
];

describe.each(INPUTS)("[ID-13] the hazard and %s", (term, pull, levels, sign, input) => {
  const { minimum, maximum } = PARAMETERS.find(({ id }) => id === pull)!;
  const at = HAZARD_TERMS.indexOf(term);

  it(`${sign > 0 ? "does not fall" : "does not rise"}: the term moves one way, no firm that began is held back`, () => {
    const outcomes = levels.map((level) => adoptIn2024({ [pull]: maximum }, input, level));
    for (let k = 1; k < outcomes.length; k++) {
      const [lower, higher] = sign > 0 ? [outcomes[k - 1], outcomes[k]] : [outcomes[k], outcomes[k - 1]];
      expect(higher.terms[at]).toBeGreaterThan(lower.terms[at]);
      expect(higher.mean).toBeGreaterThan(lower.mean);
      // Peers also move what the flow is matched to, so there only the term and η are compared.
      if (!term.endsWith("Peers")) expect(higher.beganHere).toEqual(expect.arrayContaining(lower.beganHere));
    }
    const [first, last] = [outcomes[0], outcomes.at(-1)!];
    if (!term.endsWith("Peers")) expect(sign * (last.beganHere.length - first.beganHere.length)).toBeGreaterThan(0);
    HAZARD_TERMS.forEach((other, k) => {
      // The lead of partners is measured against the national share, and users of the region are in it.
      if (k === at || (term.endsWith("Peers") && ["partners", "nationalPeers"].includes(other))) return;
      expect(last.terms[k], other).toBeCloseTo(first.terms[k], 12);
    });
  });

  it("does not move where the pull is zero", () => {
    if (minimum > 0) return;
    const [first, last] = [levels[0], levels.at(-1)!].map((level) => adoptIn2024({ [pull]: 0 }, input, level));
    expect(last.terms[at]).toBeCloseTo(first.terms[at], 12);
  });
});

it("[EQ-3] the hazard is a chance that rises with η, and η with both shares, whatever the parameters", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const eta = fc.double({ min: -30, max: 30, noNaN: true });
  const pulls = (["regionalPeers", "nationalPeers"] as const).map((id) => {
    const { minimum, maximum } = PARAMETERS.find((known) => known.id === id)!;
    return fc.double({ min: minimum, max: maximum, noNaN: true });
  });
  fc.assert(
    fc.property(eta, eta, share, share, share, fc.tuple(...pulls), (one, other, low, high, s, [b_R, b_N]) => {
      const [below, above] = [hazard(Math.min(one, other)), hazard(Math.max(one, other))];
      expect(below >= 0 && above <= 1 && below <= above).toBe(true);
      const p = { ...parameterValues({}), regionalPeers: b_R, nationalPeers: b_N };
      const [lowShare, highShare] = [Math.min(low, high), Math.max(low, high)];
      expect(neutralLogHazard(-2.5, 0, p, highShare, s)).toBeGreaterThanOrEqual(
        neutralLogHazard(-2.5, 0, p, lowShare, s),
      );
      expect(neutralLogHazard(-2.5, 0, p, s, highShare)).toBeGreaterThanOrEqual(
        neutralLogHazard(-2.5, 0, p, s, lowShare),
      );
    }),
  );
});

it("[EQ-3] at or below the threshold nobody begins, however certain the draw", () => {
  const event = { type: "YEAR_PASSED", rates: parameterValues({}), draw: 0, affordable: 1, evaluationChance: 0.9 };
  const next = (readiness: number) => oneStep(adoptionMachine, "aware", event, { readiness }).value;
  expect([0, 0.4, 0.401].map(next)).toEqual(["aware", "aware", "evaluating"]);
});

it("[EQ-4] advice holds nobody back: who begins without it begins with it, and more do", () => {
  const outcomes = [0, 1].map((served) =>
    adoptIn2024(
      { adviceFactor: 2.5 },
      ({ ecosystem }, level, rows) => {
        for (const i of rows) ecosystem.institutions.advised[i] = level;
      },
      served,
    ),
  );
  expect(outcomes[1].began).toEqual(expect.arrayContaining(outcomes[0].began));
  expect(outcomes[1].began.length).toBeGreaterThan(outcomes[0].began.length);
});

it("[EQ-3] cheaper cloud comes into reach of less ready firms, by 0.05 of readiness at 20 %", () => {
  const scenario = plan([{ lever: "cloudDiscount", size: 0.2, from: 2024 }], { until: 2027 });
  const { cloudThreshold } = parameterValues({});
  /** Lowest readiness of a firm that has just begun to evaluate cloud, over all years. */
  const lowest = (measures: typeof scenario.measures) => {
    const { years } = simulate({ ...scenario, measures }, "cloud", 0, { isWithoutFrontiers: true });
    let least = 1;
    for (let t = 1; t < years.length; t++) {
      const [before, now] = [years[t - 1].agents, years[t].agents];
      for (let at = 0; at < now.length; at += BYTES_PER_AGENT) {
        if (before[at + AGENT_BYTE.cloud] !== AWARE || now[at + AGENT_BYTE.cloud] !== EVALUATING) continue;
        least = Math.min(least, before[at + AGENT_BYTE.readiness] / 255);
      }
    }
    return least;
  };
  expect(Math.abs(lowest([]) - cloudThreshold)).toBeLessThan(0.01);
  expect(Math.abs(lowest(scenario.measures) - (cloudThreshold - 0.05))).toBeLessThan(0.01);
});
