import { setup } from "xstate";

export type TechnologyYear = {
  type: "YEAR_PASSED";
  /** Uniform in [0, 1): decides whether the firm takes the technology up this year. */
  draw: number;
  /** 1 while the firm may use the technology: it uses digital technology at all, and a twin is not retired. */
  keeps: number;
  /** 1 if the firm uses what the technology needs. */
  prerequisites: number;
  /** Readiness from which firms take it up, and yearly chance per readiness beyond. */
  threshold: number;
  rate: number;
  /** Chance that support of the plan adds. */
  support: number;
};

export type TechnologyContext = { readiness: number };

type Moment = { context: TechnologyContext; event: TechnologyYear };

/** No technology is taken up with certainty by readiness alone. */
const HIGHEST_CHANCE = 0.9;

const uptakeChance = ({ context, event }: Moment) =>
  Math.min(HIGHEST_CHANCE, Math.max(0, event.rate * (context.readiness - event.threshold))) + event.support;

/** One technology of one firm (SM-1: the set that an integrated firm draws and deepens, chance ∝ (R − θ)⁺). */
export const technologyMachine = setup({
  types: { context: {} as TechnologyContext, events: {} as TechnologyYear },
  guards: {
    takesUp: (moment) =>
      moment.event.keeps === 1 && moment.event.prerequisites === 1 && moment.event.draw < uptakeChance(moment),
    cannotKeep: ({ event }) => event.keeps === 0,
  },
}).createMachine({
  id: "technology",
  context: { readiness: 0 },
  initial: "absent",
  states: {
    absent: { on: { YEAR_PASSED: { guard: "takesUp", target: "inUse" } } },
    inUse: { on: { YEAR_PASSED: { guard: "cannotKeep", target: "absent" } } },
  },
});
