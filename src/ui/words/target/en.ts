import type { Texts } from "#ui/words/texts.ts";

export const targetWords = {
  field: "Target share of digital users, %",
  coming: "The answer comes with the simulated futures.",
  withPlan: "Without the plan {{place}} reaches {{target}} by {{year}} in {{without}}, with it in {{futures}}.",
  alone: "{{place}} reaches {{target}} by {{year}} in {{futures}}.",
  half: "Half of all futures get there by {{year}}.",
  fewer: "Fewer than half get there by {{year}}.",
};

export type TargetWords = Texts<typeof targetWords>;
