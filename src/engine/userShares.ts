import type { AdoptionPopulation, Ecosystem } from "./ecosystem.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { sum } from "./agents.ts";

export type UserShares = { readonly regional: Float64Array; readonly national: number };

/** By adoption stage: 1 for users of the technology. */
const IS_USER = Uint8Array.from(ADOPTION_STAGES, (_, state) => (isDigitalUser(state) ? 1 : 0));

/** Share of users by region and in the country among the first `rows` agents, by the enterprises they stand for. */
export function userShares({ agents, data }: Ecosystem, { states }: AdoptionPopulation, rows: number): UserShares {
  const { largeStart, otherStart, large, weight } = agents;
  const users = new Float64Array(data.regions.length);
  const all = new Float64Array(data.regions.length);
  for (const starts of rows > large ? [largeStart, otherStart] : [largeStart]) {
    for (let r = 0; r < users.length; r++) {
      let [allHere, usersHere] = [all[r], users[r]];
      for (let i = starts[r]; i < starts[r + 1]; i++) {
        allHere += weight[i];
        usersHere += IS_USER[states[i]] * weight[i]; // who uses is as good as random: a branch would be guessed wrong
      }
      all[r] = allHere;
      users[r] = usersHere;
    }
  }
  const national = sum(users) / sum(all);
  for (let r = 0; r < users.length; r++) users[r] = all[r] > 0 ? users[r] / all[r] : 0;
  return { regional: users, national };
}
