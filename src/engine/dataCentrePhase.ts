import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { ln } from "#domain/portableMath.ts";
import { sumByRegion } from "./agents.ts";
import { dataCentreMachine } from "./machines/dataCentre.ts";

const SATURATED = Object.keys(dataCentreMachine.states).indexOf("saturated");
/** What saturation adds to the price of cloud services (SM-11), as the logarithm of the price. */
const SATURATION_PRICE = ln(1.05);
/** Part of the ICT spending of a cloud user that goes to data centres. */
export const CLOUD_SPENDING = 0.1;

/**
 * Racks ordered last year are in use, this year's are ordered (a year to build); then every region's data centre compares
 * the ICT spending of its cloud users with 2023.
 */
export function advanceDataCentres(ecosystem: Ecosystem, plan: YearPlan): void {
  const { racks, racksPlanned, racksStart, institutions, parameters: p, reference } = ecosystem;
  for (let r = 0; r < racks.length; r++) {
    racks[r] += racksPlanned[r];
    racksPlanned[r] = plan.levers.racks[r];
  }
  const demand = cloudDemand(ecosystem);
  institutions.dataCentres.sendAll({ type: "YEAR_PASSED", racks: 0, ordered: 0, use: 0 }, (e, r) => {
    e.racks = racks[r];
    e.ordered = racksPlanned[r];
    // A region without racks of its own in 2023 buys elsewhere: its new racks are used as much as cloud has grown.
    const served = racksStart[r] > 0 ? racks[r] / racksStart[r] : 1;
    const growth = reference.cloudDemand[r] > 0 ? demand[r] / reference.cloudDemand[r] : 1;
    e.use = racks[r] > 0 ? (p.rackUse * growth) / served : 0;
  });
}

/** ICT spending of cloud users by region, billion KZT. */
export function cloudDemand({ agents, cloud }: Ecosystem): Float64Array {
  const { ictSpending } = agents;
  const { states } = cloud;
  const ofUsers = new Float64Array(agents.count);
  for (let i = 0; i < ofUsers.length; i++) if (isDigitalUser(states[i])) ofUsers[i] = ictSpending[i];
  return sumByRegion(agents, ofUsers);
}

/** What saturated data centres add to the logarithm of a region's cloud price. */
export function cloudPriceRise({ institutions }: Ecosystem, region: number): number {
  return institutions.dataCentres.states[region] === SATURATED ? SATURATION_PRICE : 0;
}
