import { assign, setup } from "xstate";

export type EducationYear = {
  type: "YEAR_PASSED";
  /** Students enrolled this year beyond those of 2023, and people who retrain within the year. */
  seats: number;
  retraining: number;
  /** Joint laboratories with industry. */
  labs: number;
  /** 1 if the plan has a later measure for the organisation, else 0. */
  isAnnounced: number;
};

export type EducationContext = {
  /** Students enrolled a year and two years ago. */
  enrolledLastYear: number;
  enrolledBefore: number;
  /** People who start work in industry this year. */
  graduates: number;
  retrained: number;
  labs: number;
};

/** Every state asks the same: an organisation is in the furthest state that its year gives. */
const next = [
  { guard: "runsLab", target: "jointLab", actions: "passYear" },
  { guard: "graduates", target: "graduating", actions: "passYear" },
  { guard: "enrols", target: "enrolling", actions: "passYear" },
  { guard: "isAnnounced", target: "designed", actions: "passYear" },
  { target: "idle", actions: "passYear" },
] as const;

/** SM-8: the universities of a region or a research organisation. Two years from enrolment to work; retraining within one. */
export const educationMachine = setup({
  types: { context: {} as EducationContext, events: {} as EducationYear },
  guards: {
    runsLab: ({ event }) => event.labs > 0,
    graduates: ({ context, event }) => context.enrolledBefore > 0 || event.retraining > 0,
    enrols: ({ context, event }) => event.seats > 0 || context.enrolledLastYear > 0,
    isAnnounced: ({ event }) => event.isAnnounced === 1,
  },
  actions: {
    passYear: assign({
      graduates: ({ context }) => context.enrolledBefore,
      enrolledBefore: ({ context }) => context.enrolledLastYear,
      enrolledLastYear: ({ event }) => event.seats,
      retrained: ({ event }) => event.retraining,
      labs: ({ event }) => event.labs,
    }),
  },
}).createMachine({
  id: "education",
  context: { enrolledLastYear: 0, enrolledBefore: 0, graduates: 0, retrained: 0, labs: 0 },
  initial: "idle",
  states: {
    idle: { on: { YEAR_PASSED: next } },
    designed: { on: { YEAR_PASSED: next } },
    enrolling: { on: { YEAR_PASSED: next } },
    graduating: { on: { YEAR_PASSED: next } },
    jointLab: { on: { YEAR_PASSED: next } },
  },
});
