import type { ParameterUnit } from "#domain/parameterUnits.ts";

/** Units of parameters; the English ones stand in domain/parameterUnits.ts. */
export const unitWords: Readonly<Record<ParameterUnit, string>> = {
  "log of the hazard": "қарқындылық логарифмі",
  "share a year": "жылдық үлес",
  share: "үлес",
  "index from 0 to 1": "0–1 аралығындағы индекс",
  factor: "көбейткіш",
  chance: "ықтималдық",
  "chance a year": "жылдық ықтималдық",
  "chance per readiness": "дайындық бірлігіне ықтималдық",
  "chance a year per readiness": "дайындық бірлігіне жылдық ықтималдық",
  logarithm: "логарифм",
  "log-odds": "логит",
  "billion KZT": "млрд теңге",
  "% for 1 %": "1\u00A0% өсімге %",
  "index a year": "жылына индекс бірлігі",
  "incidents a year": "жылына бұзылу",
  "billion KZT a year": "жылына млрд теңге",
  partners: "серіктес",
  "partners a year": "жылына серіктес",
  members: "қатысушы",
  regions: "өңір",
};
