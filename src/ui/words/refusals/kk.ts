import type { RefusalWords } from "./en.ts";

export const refusalWords: RefusalWords = {
  inFile: "{{place}}: керегі — {{expected}}; алынғаны — {{found}}",
  inField: "Керегі — {{expected}}; алынғаны — {{found}}",
  wholeFile: "(бүкіл файл)",
  fields: { to: "Соңғы жыл: керегі — {{expected}}; алынғаны — {{found}}" },
};
