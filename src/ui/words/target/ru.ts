import type { TargetWords } from "./en.ts";

export const targetWords: TargetWords = {
  field: "Целевая доля использующих, %",
  coming: "Ответ появится, когда будут рассчитаны варианты будущего.",
  withPlan: "{{place}}: доля {{target}} к {{year}} году достигнута в {{futures}}, без плана — в {{without}}.",
  alone: "{{place}}: доля {{target}} к {{year}} году достигнута в {{futures}}.",
  half: "Половина вариантов достигает её к {{year}} году.",
  fewer: "К {{year}} году её достигает меньше половины вариантов.",
};
