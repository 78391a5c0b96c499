/** Leaf states of the adoption machine (SM-1) in the order of their codes in every column of stages. */
export const ADOPTION_STAGES = [
  "unaware",
  "aware",
  "evaluating",
  "piloting",
  "integrated",
  "scaled",
  "abandoned",
] as const;
export type AdoptionStage = (typeof ADOPTION_STAGES)[number];

/** What statistics counts as "uses digital technology": integrated or scaled (SM-1). */
export function isDigitalUser(stageCode: number): boolean {
  return stageCode === 4 || stageCode === 5;
}

/** Technologies with their own adoption machine: D any digital technology, C cloud, BD big data (SM-1). */
export type Technology = "digital" | "cloud" | "bigData";
