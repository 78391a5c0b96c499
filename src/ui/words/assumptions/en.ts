import type { Texts } from "#ui/words/texts.ts";

/** Words of the view of assumptions; they are loaded when it is opened. */
export const assumptionsWords = {
  title: "Assumptions of plan {{key}}",
  both: "They hold for the plan and for the run without a plan that it is compared with, so the difference is due to the measures alone. A plan without measures is compared with the default assumptions: its difference is due to the assumptions.",
  changed: "{{count}} of {{all}} parameters differ from their default",
  resetAll: "Default assumptions",
  find: "Find a parameter",
  source: "Source",
  allSources: "All sources",
  changedOnly: "Changed ones",
  sources: { fitted: "Fitted", study: "Source study", literature: "Literature", assumption: "Assumption" },
  range: "Range {{low}} to {{high}}, default {{value}}",
  reset: "Back to {{value}}",
  parameters: "Parameters",
  fittedTwice:
    "The parameters a, b (both), d and M were fitted once, by a prototype, to the shares of 2020 to 2023 (T14); the back-test fits the same shares anew under other priors and comes to slightly different values, which the data cannot tell from these.",
  mechanisms: "Parts of the model",
  mechanismsHint:
    "Switched off, a part leaves its quantities as in 2023; everything else goes on with the same chance.",
  shocks: "Shocks",
  shocksHint: "What may happen without anyone deciding it.",
  addShock: "Add a shock",
  choose: "Choose a shock",
  removeShock: "Remove {{shock}}",
  none: "No shocks.",
  size: "Size",
  changedCount: "{{number}} changed",
  foundOf: "{{found}} of {{all}}",
  nothingFound: "No parameter fits the search.",
};

export type AssumptionsWords = Texts<typeof assumptionsWords>;
