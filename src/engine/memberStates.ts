import { platformMemberMachine } from "./machines/platformMember.ts";

/** States of SM-2 in their order; a population holds their places. */
const STATES = Object.keys(platformMemberMachine.states);
const MEMBER_STATES = ["connected", "transacting", "coCreating"];

export const OUTSIDE = STATES.indexOf("outside");
export const INVITED = STATES.indexOf("invited");
export const TRANSACTING = STATES.indexOf("transacting");
export const CO_CREATING = STATES.indexOf("coCreating");
export const LEFT = STATES.indexOf("left");

const IS_MEMBER = Uint8Array.from(STATES, (state) => (MEMBER_STATES.includes(state) ? 1 : 0));

export function isPlatformMember(state: number): boolean {
  return IS_MEMBER[state] === 1;
}
