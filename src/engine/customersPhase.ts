import type { Ecosystem } from "./ecosystem.ts";
import { CO_CREATING, isPlatformMember } from "./memberStates.ts";
import { userShares } from "./userShares.ts";

/** SM-10 of a year: customers follow the firms of their region to digital channels, export customers those of the country. */
export function advanceCustomers(ecosystem: Ecosystem): void {
  const { agents, members, institutions, parameters: p, reference } = ecosystem;
  const shares = userShares(ecosystem, ecosystem.digital, agents.large);
  const regions = shares.regional.length;
  const memberCounts = new Float64Array(regions + 1);
  const coCreating = new Float64Array(regions + 1);
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    for (const pool of [agents.region[i], regions]) {
      memberCounts[pool] += agents.weight[i];
      if (members.states[i] === CO_CREATING) coCreating[pool] += agents.weight[i];
    }
  }
  const { regional, national } = reference.digitalShares;
  const event = { type: "YEAR_PASSED" as const, lead: 0, pace: p.customerPace, members: 0, coCreating: 0 };
  institutions.customers.sendAll(event, (e, k) => {
    e.lead = k < regions ? shares.regional[k] - regional[k] : shares.national - national;
    e.members = memberCounts[k];
    e.coCreating = coCreating[k];
  });
}

/** Part of a region's customers who came to digital channels since 2023. */
export function customersAbove2023({ institutions, parameters: p }: Ecosystem, region: number): number {
  return institutions.customers.columns.share[region] - p.customersOnline;
}
