import type { MapAgents } from "./mapProps.ts";
import { BYTES_PER_AGENT, NOT_IN_POPULATION } from "#domain/runResult.ts";

/** Stage of a place that no firm holds: one closed and none has opened since. It is not drawn. */
export const VACANT = NOT_IN_POPULATION;

/** The stage that a firm's pin shows: of digital technology for manufacturers, of cloud for other industry. */
export function firmStage({ now, large }: Pick<MapAgents, "now" | "large">, agent: number): number {
  return now[BYTES_PER_AGENT * agent + (agent < large ? 0 : 1)]!;
}

/** 1 for each manufacturer, 0 for other industry. */
export function manufacturers({ region, large }: Pick<MapAgents, "region" | "large">): Uint8Array {
  return new Uint8Array(region.length).fill(1, 0, large);
}
