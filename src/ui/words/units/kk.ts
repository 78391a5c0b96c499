import type { ParameterUnit } from "#domain/parameterUnits.ts";

/** Units of parameters; the English ones stand in domain/parameterUnits.ts. */
export const unitWords: Readonly<Record<ParameterUnit, string>> = {
  "log of the hazard": "қарқындылық логарифмі",
  "1 = 100 %": "1\u00A0=\u00A0100\u00A0%",
  "index from 0 to 1": "0–1 аралығындағы индекс",
  factor: "көбейткіш",
  "per unit": "бірлігіне",
  logarithm: "логарифм",
  "log-odds": "логит",
  "billion KZT": "млрд теңге",
  "% for 1 %": "1\u00A0% өсімге шаққанда, %",
  "index a year": "жылына индекс бірлігі",
  "times a year": "жылына рет",
  "billion KZT a year": "жылына млрд теңге",
  partners: "серіктес",
  "partners a year": "жылына серіктес",
  members: "қатысушы",
  regions: "өңір",
};
