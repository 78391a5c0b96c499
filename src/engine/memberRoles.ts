import type { Ecosystem } from "./ecosystem.ts";
import { BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { MEMBER_ROLES } from "./platformState.ts";
import { isPlatformMember } from "./memberStates.ts";

const [NONE, KEYSTONE, DOMINATOR, LANDLORD, NICHE] = MEMBER_ROLES.map((_, code) => code);

/**
 * Section 12: the role of a member from its part of the links and of the output of its platform. Central (links at least
 * roleBound times the mean) and not large: keystone, it ties others together; central and large: dominator; large and not
 * central: hub landlord, it takes without linking; neither: niche. Sums per platform go into V and the fee (EQ-9).
 */
export function assignRoles(ecosystem: Ecosystem): void {
  const { agents, members, coreOf, platforms, parameters: p } = ecosystem;
  const { role, keystones, dominators, landlords } = platforms;
  for (const part of [keystones, dominators, landlords]) part.fill(0);
  role.fill(NONE);
  if (ecosystem.off.has("roles")) return;
  const cores = keystones.length;
  const count = new Float64Array(cores);
  const outputs = new Float64Array(cores);
  const allLinks = new Float64Array(cores);
  const links = new Float64Array(agents.large);
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    const c = coreOf[i];
    count[c] += 1;
    outputs[c] += agents.output[i];
    for (let k = 0; k < BUYERS_PER_FIRM; k++) {
      const buyer = agents.buyers[BUYERS_PER_FIRM * i + k];
      if (coreOf[buyer] !== c || !isPlatformMember(members.states[buyer])) continue;
      links[i] += 1;
      links[buyer] += 1;
      allLinks[c] += 2;
    }
  }
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    const c = coreOf[i];
    const linkPart = allLinks[c] > 0 ? links[i] / allLinks[c] : 0;
    const outputPart = outputs[c] > 0 ? agents.output[i] / outputs[c] : 0;
    const bound = p.roleBound / count[c];
    const isLarge = outputPart >= bound;
    if (linkPart >= bound) {
      role[i] = isLarge ? DOMINATOR : KEYSTONE;
      if (isLarge) dominators[c] += outputPart;
      else keystones[c] += linkPart;
    } else {
      role[i] = isLarge ? LANDLORD : NICHE;
      if (isLarge) landlords[c] += outputPart;
    }
  }
}
