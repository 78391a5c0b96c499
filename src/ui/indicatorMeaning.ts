import type { TFunction } from "i18next";
import type { Indicator } from "#domain/indicators.ts";
import type { Language } from "#domain/language.ts";
import { sourceOf } from "#domain/indicators.ts";
import { unitBesideName } from "./unitBesideName.ts";

/** Definition, unit and source of an indicator, for a reader who has nothing but the figure. */
export function indicatorMeaning(indicator: Indicator, language: Language, t: TFunction): string {
  const unit = unitBesideName(indicator.unit);
  const named = unit === null || unit === "index" ? "" : `, ${t(`units.${unit}`)}`;
  return `${indicator.definition[language]}${named}. ${t("chart.source", { source: sourceOf(indicator, language) })}`;
}
