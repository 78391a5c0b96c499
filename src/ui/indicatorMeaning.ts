import type { TFunction } from "i18next";
import type { Indicator } from "#domain/indicators.ts";
import type { Language } from "#domain/language.ts";
import { unitBesideName } from "./unitBesideName.ts";

/** Definition and unit of an indicator, for a reader who has nothing but the figure. */
export function indicatorMeaning({ definition, unit }: Indicator, language: Language, t: TFunction): string {
  const beside = unitBesideName(unit);
  return `${definition[language]}${beside === null || beside === "index" ? "" : `, ${t(`units.${beside}`)}`}.`;
}
