import type { ActorsYear, RosterGroup, RunSummary, YearSnapshot } from "#domain/runResult.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { AGENT_BYTE, BYTES_PER_AGENT, FLAG_MEMBER, manufacturersOf, NOT_IN_POPULATION } from "#domain/runResult.ts";

/** A single actor whose state at the end of the year is another than a year before. */
export type StateChange = {
  readonly machine: string;
  readonly id: string;
  readonly region: number | null;
  readonly from: string;
  readonly to: string;
};

/** What happened in a year, as the ends of two years show it. */
export type YearEvents = {
  readonly changes: readonly StateChange[];
  /** Large and medium manufacturers that began or ceased to use digital technology, joined or left a platform. */
  readonly began: number;
  readonly ceased: number;
  readonly joined: number;
  readonly left: number;
  /** Places of large and medium manufacturers that a firm gave up, and that a new one took. */
  readonly closed: number;
  readonly opened: number;
};

/** Events of a year, of one region (its index) or of the whole country (null). */
export function yearEvents(
  summary: Pick<RunSummary, "roster" | "agentRegion" | "buyers">,
  before: Pick<YearSnapshot, "agents" | "actors">,
  now: Pick<YearSnapshot, "agents" | "actors">,
  region: number | null,
): YearEvents {
  const { roster, agentRegion } = summary;
  const large = manufacturersOf(summary);
  const changes = stateChanges(roster, before.actors, now.actors).filter(
    (change) => region === null || change.region === null || change.region === region,
  );
  const counts = { began: 0, ceased: 0, joined: 0, left: 0, closed: 0, opened: 0 };
  for (let row = 0; row < large; row++) {
    const at = row * BYTES_PER_AGENT;
    if (region !== null && agentRegion[row] !== region) continue;
    const wasHeld = before.agents[at + AGENT_BYTE.stage] !== NOT_IN_POPULATION;
    const isHeld = now.agents[at + AGENT_BYTE.stage] !== NOT_IN_POPULATION;
    if (wasHeld && !isHeld) counts.closed++;
    if (isHeld && !wasHeld) counts.opened++;
    if (!isHeld) continue;
    const used = isDigitalUser(before.agents[at + AGENT_BYTE.stage]);
    const uses = isDigitalUser(now.agents[at + AGENT_BYTE.stage]);
    if (uses && !used) counts.began++;
    if (used && !uses && now.agents[at + AGENT_BYTE.stage] === ABANDONED) counts.ceased++;
    const wasMember = (before.agents[at + AGENT_BYTE.flags] & FLAG_MEMBER) !== 0;
    const isMember = (now.agents[at + AGENT_BYTE.flags] & FLAG_MEMBER) !== 0;
    if (isMember && !wasMember) counts.joined++;
    if (wasMember && !isMember) counts.left++;
  }
  return { changes, ...counts };
}

const ABANDONED = ADOPTION_STAGES.indexOf("abandoned");

/** All actors of the roster whose state differs between two years, group after group. */
export function stateChanges(roster: readonly RosterGroup[], before: ActorsYear, now: ActorsYear): StateChange[] {
  let actor = 0;
  return roster.flatMap(({ machine, ids, regions, leaves }) => {
    const first = actor;
    actor += ids.length;
    return ids.flatMap((id, k) => {
      const [from, to] = [before.states[first + k], now.states[first + k]];
      return from === to ? [] : [{ machine, id, region: regions[k], from: leaves[from], to: leaves[to] }];
    });
  });
}
