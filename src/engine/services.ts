import type { Ecosystem } from "./ecosystem.ts";
import { sum, sumByRegion } from "./agents.ts";

/** Use of the service market in 2023, and places for pilots over the pilots of 2023 (assumptions: no data). */
const USE_OF_2023 = 0.85;
const SPARE_PLACES = 1.5;

export type ServiceMarket = {
  /** Price of ICT services relative to 2023: square root of demand over capacity (EQ-6). */
  readonly price: number;
  /** Pilots that the market has places for this year; a firm may buy in any region (assumption). */
  readonly pilotPlaces: number;
};

/** EQ-6: the service firm of every region hears of its demand, then the country has a price and places. */
export function advanceServices({ agents, ictServices, parameters: p, reference, off }: Ecosystem): ServiceMarket {
  const demand = sumByRegion(agents, agents.ictSpending);
  const demandStart = sumByRegion(agents, agents.ictSpendingStart);
  const { capacity: capacities } = ictServices.columns;
  ictServices.sendAll({ type: "YEAR_PASSED", demandPerCapacity: 0, growth: p.serviceGrowth }, (event, r) => {
    event.demandPerCapacity = (USE_OF_2023 * demand[r]) / (demandStart[r] * capacities[r]);
  });
  const whole = sum(demandStart);
  let capacity = 0;
  for (let r = 0; r < capacities.length; r++) capacity += (capacities[r] * demandStart[r]) / whole;
  if (off.has("serviceMarket")) return { price: 1, pilotPlaces: Number.POSITIVE_INFINITY };
  return {
    price: Math.sqrt(sum(demand) / (whole * capacity)),
    pilotPlaces: SPARE_PLACES * reference.pilotStarts * capacity,
  };
}
