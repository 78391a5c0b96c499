import type { Texts } from "#ui/words/texts.ts";

export const targetWords = {
  field: "Target share of digital users, %",
  coming: "The answer comes with the simulated futures.",
  withPlan: "{{place}} reaches {{target}} by {{year}} in {{futures}} with the plan and in {{without}} without it.",
  alone: "{{place}} reaches {{target}} by {{year}} in {{futures}}.",
  half: "Half of all futures get there by {{year}}.",
  fewer: "Fewer than half get there by {{year}}.",
};

export type TargetWords = Texts<typeof targetWords>;
