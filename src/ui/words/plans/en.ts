import type { Texts } from "#ui/words/texts.ts";

/** Words of the strip of plans and of editing; they are there from the start. */
export const plansWords = {
  label: "Plans",
  blank: "Add a blank plan",
  another: "Add another plan",
  copyOf: "Copy of {{plan}}",
  full: "Four plans at most: take one off first",
  menu: "Plan {{key}}: rename, duplicate, remove",
  rename: "Rename",
  newName: "New name of plan {{key}}",
  duplicate: "Duplicate",
  clear: "Take off all measures",
  remove: "Remove from the page",
  removed: "{{plan}} was removed from the page.",
  bringBack: "Bring it back",
  dismiss: "Dismiss",
  title: "Plan {{key}}",
  opened: "Opened plan",
  undo: "Undo",
  redo: "Redo",
  notes: "Notes",
  notesHint: "Kept with the plan, in its file and its link.",
  idle: {
    afterUntil: "Changes nothing: it begins after the last simulated year.",
    sizeNeutral: "Changes nothing: its size is the neutral value.",
    belowOne: "Changes nothing: less than one a year.",
    noBudget: "Changes nothing: its cap is 0.",
    needsPlatform: "Changes nothing: it acts on platforms, and no measure supports a core enterprise by then.",
    rangeFull: "Changes nothing: other measures of this kind already reach the end of the range.",
  },
  capped: "Held back by its cap: {{years}}",
  conflict: "Adds to measure {{other}} of the same kind, {{from}}–{{to}}",
  conflictCut: "Adds to measure {{other}} of the same kind, {{from}}–{{to}}; the sum is cut at the end of the range",
  payer: "Who pays",
  findRegion: "Find a region",
  undoKeys: "undo, redo",
};

export type PlansWords = Texts<typeof plansWords>;
