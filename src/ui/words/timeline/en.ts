import type { Texts } from "#ui/words/texts.ts";

/** Words of the view of states by year; loaded when it is opened. Names of actors and states are those of words/actor. */
export const timelineWords = {
  since:
    "The ecosystem has been at the stage “{{stage}}” since {{since}}; {{running}} of {{platforms}} platforms operate in {{year}}",
  still: "In {{year}} the ecosystem is still at the stage “{{stage}}”; {{running}} of {{platforms}} platforms operate",
  subtitle:
    "State of each actor at the end of a year, this run: ecosystem SM-14, mechanism SM-15, office SM-7, cores SM-3, platforms SM-4. Stages from the source study, thresholds assumed.",
  year: "Year",
  who: "Who changed",
  why: "Why",
  held: "{{year}}: why the ecosystem stays at “{{stage}}”",
  reasons: "What caused each change",
  looking: "Running this future again to find the reasons",
  failed: "The reasons could not be found. The states above stand.",
  noChange: "Under this plan none of these actors changes its state.",
  missing: "There are no states to show before a run is finished.",
};

export type TimelineWords = Texts<typeof timelineWords>;
