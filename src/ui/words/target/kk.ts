import type { TargetWords } from "./en.ts";

export const targetWords: TargetWords = {
  field: "Пайдаланушылардың мақсатты үлесі, %",
  coming: "Жауап болашақ нұсқалары есептелгенде шығады.",
  withPlan: "{{place}}: {{year}} жылға қарай {{target}} үлеске жететіні — {{futures}}, жоспарсыз — {{without}}.",
  alone: "{{place}}: {{year}} жылға қарай {{target}} үлеске жететіні — {{futures}}.",
  half: "Нұсқалардың жартысы оған {{year}} жылға қарай жетеді.",
  fewer: "Оған {{year}} жылға қарай нұсқалардың жартысынан азы жетеді.",
};
