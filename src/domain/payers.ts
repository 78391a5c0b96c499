import type { Names } from "./language.ts";

/** Who pays for a measure. */
export const PAYERS = [
  { id: "state", name: { en: "State budget", ru: "Республиканский бюджет", kk: "Республикалық бюджет" } },
  { id: "region", name: { en: "Budgets of the regions", ru: "Местные бюджеты", kk: "Жергілікті бюджеттер" } },
  { id: "fund", name: { en: "Innovation fund", ru: "Фонд инноваций", kk: "Инновациялар қоры" } },
  { id: "enterprises", name: { en: "Enterprises", ru: "Предприятия", kk: "Кәсіпорындар" } },
] as const satisfies readonly { readonly id: string; readonly name: Names }[];

export type PayerId = (typeof PAYERS)[number]["id"];
