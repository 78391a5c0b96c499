import type { AdoptionObservation, AdoptionPriors } from "#estimators/adoptionFit.ts";
import type { ParameterId } from "#domain/parameters.ts";
import { describe, expect, test } from "vitest";
import { parameterById } from "#domain/parameters.ts";
import { loadStudyData } from "#cli/loadStudyData.ts";
import { ADOPTION_PRIORS, expectedShare, fitAdoption } from "#estimators/adoptionFit.ts";
import { adoptionObservations, createAdoptionPanel } from "#estimators/adoptionPanel.ts";
import { reconstructDigitalCounts } from "#estimators/digitalCounts.ts";

const data = loadStudyData();
const panel = createAdoptionPanel(data, reconstructDigitalCounts(data));
const regions = data.regions.length;

function converged(observations: readonly AdoptionObservation[], count = regions, priors?: AdoptionPriors) {
  const fit = fitAdoption(observations, count, priors);
  if (fit.status !== "converged") throw new Error(`expected a fit, got ${fit.status}`);
  return fit;
}

describe("The calibration form of EQ-4 fitted to T14", () => {
  // The specification of the model, section 5. Its priors are not published, so each tolerance is a small part of the parameter's own uncertainty:
  // the peer effects (allowed 0 to 3 and 0 to 2) are hardly in the data, the level and the two shares are.
  test.each([
    [2023, { hazardLevel: -2.55, regionalPeers: 1.41, nationalPeers: 1.04, exitRate: 0.054, matureShare: 0.52 }],
    [2024, { hazardLevel: -2.52, regionalPeers: 1.27, nationalPeers: 1.04, exitRate: 0.057, matureShare: 0.51 }],
  ])("the parameters from the years to %d are those of the specification", (year, expected) => {
    const { parameters } = converged(adoptionObservations(panel, year));
    expect(Math.abs(parameters.hazardLevel - expected.hazardLevel)).toBeLessThan(0.1);
    expect(Math.abs(parameters.regionalPeers - expected.regionalPeers)).toBeLessThan(0.3);
    expect(Math.abs(parameters.nationalPeers - expected.nationalPeers)).toBeLessThan(0.05);
    expect(Math.abs(parameters.exitRate - expected.exitRate)).toBeLessThan(0.005);
    expect(Math.abs(parameters.matureShare - expected.matureShare)).toBeLessThan(0.02);
  });

  test("the defaults and the fit to 2023 under the priors here have quasi log-likelihoods 0.01 apart, as pages say", () => {
    const observations = adoptionObservations(panel, 2023);
    const exactly = (id: ParameterId) => ({ mean: parameterById(id).default, sd: 1e-3 });
    const atDefaults = converged(observations, regions, {
      hazardLevel: exactly("hazardLevel"),
      regionalPeers: exactly("regionalPeers"),
      nationalPeers: exactly("nationalPeers"),
      exitRate: exactly("exitRate"),
      matureShare: exactly("matureShare"),
      regionalEffect: ADOPTION_PRIORS.regionalEffect,
    });
    const distance = converged(observations).quasiLogLikelihood - atDefaults.quasiLogLikelihood;
    expect(distance.toFixed(2)).toBe("0.01");
    expect(atDefaults.parameters.regionalPeers).toBeCloseTo(parameterById("regionalPeers").default, 3);
  });

  // The specification of the model, section 7, fitted there on 2020-24 and printed to 0.01.
  test("the 20 regional effects are the published ones to 0.06, on average to 0.02", () => {
    const { regionalEffect } = converged(adoptionObservations(panel, 2024));
    const distances = regionalEffect.map((effect, r) => Math.abs(effect - data.start.regionalEffect[r]));
    expect(Math.max(...distances)).toBeLessThan(0.06);
    expect(distances.reduce((sum, distance) => sum + distance, 0) / regions).toBeLessThan(0.02);
  });

  test("a fit to an origin sees nothing later and takes the lag of a new region from its parent", () => {
    const observations = adoptionObservations(panel, 2022);
    expect(observations).toHaveLength(17 + 20);
    const abai = observations.filter(({ region }) => panel.ids[region] === "abai");
    expect(abai).toEqual([{ region: 0, firms: 31, users: 3, lagShare: 9.9 / 100, lagNationalShare: 7.8 / 100 }]);
  });
});

describe("Recovery", () => {
  const truth = { hazardLevel: -2.2, regionalPeers: 1.8, nationalPeers: 0.7, exitRate: 0.06, matureShare: 0.6 };
  const effects = Array.from({ length: 12 }, (_, r) => ((r % 4) - 1.5) / 5);
  const wide = { sd: 30 };
  const priors: AdoptionPriors = {
    hazardLevel: { mean: -3, ...wide },
    regionalPeers: { mean: 0, ...wide },
    nationalPeers: { mean: 0, ...wide },
    exitRate: { mean: 0.2, ...wide },
    matureShare: { mean: 0.8, ...wide },
    regionalEffect: { mean: 0, sd: 1 },
  };

  test("expected counts of many firms give the parameters back", () => {
    const firms = 1e8; // the priors weigh next to nothing
    const shares = effects.map((_, r) => 0.02 + 0.04 * r);
    const observations: AdoptionObservation[] = [];
    for (let t = 0; t < 8; t++) {
      const lagNationalShare = 0.05 + 0.06 * t; // a course of its own, so that both peer effects can be told apart
      effects.forEach((effect, region) => {
        const lagShare = shares[region];
        shares[region] = expectedShare(truth, effect, lagShare, lagNationalShare);
        observations.push({ region, firms, users: firms * shares[region], lagShare, lagNationalShare });
      });
    }
    const { parameters, regionalEffect } = converged(observations, effects.length, priors);
    for (const [id, value] of Object.entries(truth)) {
      expect(parameters[id as keyof typeof truth], id).toBeCloseTo(value, 3);
    }
    effects.forEach((effect, r) => {
      expect(regionalEffect[r]).toBeCloseTo(effect, 3);
    });
  });
});

describe("What must not matter", () => {
  const observations = adoptionObservations(panel, 2023);
  const fit = converged(observations);

  test("the order of the observations: same digits", () => {
    expect(converged([...observations].reverse())).toEqual(fit);
  });

  test("the numbers that regions go by: same fit, effects moved along", () => {
    const renumbered = observations.map((one) => ({ ...one, region: (one.region * 7 + 3) % regions }));
    const other = converged(renumbered);
    expect(other.parameters.matureShare).toBeCloseTo(fit.parameters.matureShare, 8);
    fit.regionalEffect.forEach((effect, r) => {
      expect(other.regionalEffect[(r * 7 + 3) % regions]).toBeCloseTo(effect, 7);
    });
  });

  test("a region without figures gets the prior mean and changes no other", () => {
    const { parameters, regionalEffect } = converged(observations, regions + 1);
    expect(regionalEffect[regions]).toBe(0);
    expect(parameters.hazardLevel).toBeCloseTo(fit.parameters.hazardLevel, 8);
  });
});

describe("Edges", () => {
  test("fewer than five observations are an outcome, not an error", () => {
    expect(fitAdoption(adoptionObservations(panel, 2023).slice(0, 4), regions)).toEqual({
      status: "tooFewObservations",
      observations: 4,
    });
  });

  test("regions without a single user, and with users only, still have a fit", () => {
    const observations = adoptionObservations(panel, 2023).map((one, i) => ({
      ...one,
      users: i % 2 === 0 ? 0 : one.firms,
    }));
    const { regionalEffect, parameters } = converged(observations);
    expect([...regionalEffect, ...Object.values(parameters)].every(Number.isFinite)).toBe(true);
  });

  test("more users than firms are refused, with the values", () => {
    const wrong = { region: 0, users: 5, firms: 4, lagShare: 0.1, lagNationalShare: 0.1 };
    expect(() => fitAdoption([wrong], 1)).toThrow("got region 0, 5 of 4, shares 0.1, 0.1");
  });
});
