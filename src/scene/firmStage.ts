import { BYTES_PER_AGENT, NOT_IN_POPULATION } from "#domain/runResult.ts";

/** The stage that a firm's pin shows: of digital technology for manufacturers, of cloud for other industry. */
export function firmStage(agents: Uint8Array, agent: number): number {
  const digital = agents[BYTES_PER_AGENT * agent]!;
  return isManufacturer(agents, agent) ? digital : agents[BYTES_PER_AGENT * agent + 1]!;
}

/** Large or medium manufacturers are the population of digital technology; other industry is not in it. */
export function isManufacturer(agents: Uint8Array, agent: number): boolean {
  return agents[BYTES_PER_AGENT * agent] !== NOT_IN_POPULATION;
}

/** 1 for each manufacturer, 0 for other industry. */
export function manufacturers(agents: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: agents.length / BYTES_PER_AGENT }, (_, agent) =>
    isManufacturer(agents, agent) ? 1 : 0,
  );
}
