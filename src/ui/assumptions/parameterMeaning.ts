import type { Language } from "#domain/language.ts";
import type { Parameter } from "#domain/parameter.ts";
import type { ParameterId } from "#domain/parameters.ts";
import type { ParameterUnit } from "#domain/parameterUnits.ts";
import { PARAMETER_UNITS } from "#domain/parameterUnits.ts";
import { parameterWords as kk } from "#ui/words/parameters/kk.ts";
import { parameterWords as ru } from "#ui/words/parameters/ru.ts";
import { unitWords as unitsKk } from "#ui/words/units/kk.ts";
import { unitWords as unitsRu } from "#ui/words/units/ru.ts";

const MEANINGS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, ru, kk };
const UNITS: Readonly<Record<Language, Readonly<Partial<Record<ParameterUnit, string>>>>> = {
  en: {},
  ru: unitsRu,
  kk: unitsKk,
};

/** What a parameter means, in the language of the page. */
export function parameterMeaning({ id, meaning }: Pick<Parameter, "id" | "meaning">, language: Language): string {
  return MEANINGS[language][id] ?? meaning;
}

/** What its value is counted in, in the language of the page. */
export function parameterUnit(id: string, language: Language): string {
  const unit = PARAMETER_UNITS[id as ParameterId];
  return UNITS[language][unit] ?? unit;
}
