import { assign, setup } from "xstate";

/** The inner levers of the mechanism by group (figures 51 to 53); each belongs to one metric of quality. */
const MECHANISM_GROUPS = {
  technical: ["integration", "monitoring", "dataLifeCycle", "openApi", "automation", "cyberProtection"],
  organisational: ["policies", "riskManagement", "accessRights", "training", "dedicatedUnit"],
  legal: ["compliance", "serviceLevels", "integrationMethods", "jointResearch", "certification"],
} as const;
export type MechanismGroup = keyof typeof MECHANISM_GROUPS;
export type InnerLever = (typeof MECHANISM_GROUPS)[MechanismGroup][number];
export const INNER_LEVERS: readonly InnerLever[] = Object.values(MECHANISM_GROUPS).flat();

export type MechanismPlanned = {
  type: "YEAR_PLANNED";
  /** What the plan sets the three groups to, each in [0, 1]. */
  technical: number;
  organisational: number;
  legal: number;
  /** Part of its group that each inner lever reaches, in the order of INNER_LEVERS. */
  reach: readonly number[];
};

export type MechanismYear = {
  type: "YEAR_PASSED";
  /** Resources in [0, 1]. */
  economic: number;
  information: number;
  technological: number;
  human: number;
  /** Quality Q and limits L in [0, 1] that the run shows with the inner levers of this year. */
  quality: number;
  limits: number;
};

/** Every inner lever in [0, 1], what corrections have added to it, and Q and L as last measured. */
export type MechanismContext = Record<InnerLever | `${InnerLever}Raised`, number> & { quality: number; limits: number };

const RESOURCE_NEEDED = 0.4;
const OPTIMAL_QUALITY = 0.6;
const LIMITS_TO_SUSPEND = 0.6;
/** What a correction adds to each of the two weakest levers, and how many it takes on (SM-15; size assumed). */
const CORRECTION = 0.2;
const CORRECTED_LEVERS = 2;

const NOTHING = Object.fromEntries(
  INNER_LEVERS.flatMap((id) => [
    [id, 0],
    [`${id}Raised`, 0],
  ]),
) as Omit<MechanismContext, "quality" | "limits">;

type Planned = { event: MechanismPlanned | MechanismYear; context: MechanismContext };

const isOn = ({ event }: Planned) =>
  event.type === "YEAR_PLANNED" && event.technical + event.organisational + event.legal > 0;
const isOff = (moment: Planned) => moment.event.type === "YEAR_PLANNED" && !isOn(moment);
const isLimited = ({ event }: Planned) => event.type === "YEAR_PASSED" && event.limits > LIMITS_TO_SUSPEND;

/**
 * SM-15, OTMsoc: the mechanism that ties the ecosystem to outside ICT resources. It hears of a year twice: when the year is
 * planned and when it has passed, so a year takes two of its steps. Levers of the plan set its inner levers; a correction
 * raises the two weakest.
 */
export const resourceMechanismMachine = setup({
  types: { context: {} as MechanismContext, events: {} as MechanismPlanned | MechanismYear },
  guards: {
    isOn,
    isOff,
    isLimited,
    isFree: ({ event }) => event.type === "YEAR_PASSED" && event.limits <= LIMITS_TO_SUSPEND,
    hasResources: ({ event }) =>
      event.type === "YEAR_PASSED" &&
      [event.economic, event.information, event.technological, event.human].every((have) => have >= RESOURCE_NEEDED),
    isOptimal: ({ context }) => context.quality >= OPTIMAL_QUALITY,
    fallsShort: ({ event }) => event.type === "YEAR_PASSED" && event.quality < OPTIMAL_QUALITY,
  },
  actions: {
    setLevers: assign(({ context, event }) => (event.type === "YEAR_PLANNED" ? leversOf(event, context) : {})),
    measure: assign({
      quality: ({ context, event }) => (event.type === "YEAR_PASSED" ? event.quality : context.quality),
      limits: ({ context, event }) => (event.type === "YEAR_PASSED" ? event.limits : context.limits),
    }),
    raiseWeakest: assign(({ context }) => raisedWeakest(context)),
    forget: assign(() => ({ ...NOTHING, quality: 0 })),
  },
}).createMachine({
  id: "mechanism",
  context: { ...NOTHING, quality: 0, limits: 0 },
  initial: "goalSet",
  states: {
    goalSet: { on: { YEAR_PLANNED: { guard: "isOn", target: "leversSet", actions: "setLevers" } } },
    leversSet: {
      on: {
        YEAR_PLANNED: [{ guard: "isOff", target: "goalSet", actions: "forget" }, { actions: "setLevers" }],
        YEAR_PASSED: [
          { guard: "isLimited", target: "suspended", actions: "measure" },
          { guard: "hasResources", target: "resourcesChecked", actions: "measure" },
          { actions: "measure" },
        ],
      },
    },
    resourcesChecked: {
      on: {
        YEAR_PLANNED: [
          { guard: "isOff", target: "goalSet", actions: "forget" },
          { target: "operating", actions: "setLevers" },
        ],
      },
    },
    operating: {
      on: {
        YEAR_PLANNED: [{ guard: "isOff", target: "goalSet", actions: "forget" }, { actions: "setLevers" }],
        YEAR_PASSED: [
          { guard: "isLimited", target: "suspended", actions: "measure" },
          { target: "evaluated", actions: "measure" },
        ],
      },
    },
    evaluated: {
      on: {
        YEAR_PLANNED: [
          { guard: "isOff", target: "goalSet", actions: "forget" },
          { guard: "isOptimal", target: "optimal", actions: "setLevers" },
          { target: "needsRefinement", actions: "setLevers" },
        ],
      },
    },
    optimal: {
      on: {
        YEAR_PLANNED: [{ guard: "isOff", target: "goalSet", actions: "forget" }, { actions: "setLevers" }],
        YEAR_PASSED: [
          { guard: "isLimited", target: "suspended", actions: "measure" },
          { guard: "fallsShort", target: "evaluated", actions: "measure" },
          { actions: "measure" },
        ],
      },
    },
    needsRefinement: { on: { YEAR_PASSED: { target: "diagnosis", actions: "measure" } } },
    diagnosis: {
      on: {
        YEAR_PLANNED: [
          { guard: "isOff", target: "goalSet", actions: "forget" },
          { target: "correction", actions: ["raiseWeakest", "setLevers"] },
        ],
      },
    },
    correction: { on: { YEAR_PASSED: { target: "operating", actions: "measure" } } },
    suspended: {
      on: {
        YEAR_PLANNED: [{ guard: "isOff", target: "goalSet", actions: "forget" }, { actions: "setLevers" }],
        YEAR_PASSED: [{ guard: "isFree", target: "leversSet", actions: "measure" }, { actions: "measure" }],
      },
    },
  },
});

/** Inner levers of a year: group times reach, plus corrections; a group at 0 has none of them. */
function leversOf(event: MechanismPlanned, context: MechanismContext): Partial<MechanismContext> {
  const levers: Partial<MechanismContext> = {};
  for (const group of Object.keys(MECHANISM_GROUPS) as MechanismGroup[]) {
    for (const id of MECHANISM_GROUPS[group]) {
      const own = event[group] * event.reach[INNER_LEVERS.indexOf(id)] + context[`${id}Raised`];
      levers[id] = event[group] > 0 ? Math.min(1, own) : 0;
    }
  }
  return levers;
}

/** Corrections of the two weakest levers, raised; ties go to the first in order. */
function raisedWeakest(context: MechanismContext): Partial<MechanismContext> {
  const weakest = [...INNER_LEVERS].sort((a, b) => context[a] - context[b]).slice(0, CORRECTED_LEVERS);
  return Object.fromEntries(weakest.map((id) => [`${id}Raised`, context[`${id}Raised`] + CORRECTION]));
}
