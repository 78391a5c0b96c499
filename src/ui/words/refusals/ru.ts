import type { RefusalWords } from "./en.ts";

export const refusalWords: RefusalWords = {
  inFile: "{{place}}: нужно — {{expected}}; получено — {{found}}",
  inField: "Нужно — {{expected}}; получено — {{found}}",
  wholeFile: "(весь файл)",
  fields: { to: "Последний год: нужно — {{expected}}; получено — {{found}}" },
};
