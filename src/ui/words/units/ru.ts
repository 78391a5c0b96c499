import type { ParameterUnit } from "#domain/parameterUnits.ts";

/** Units of parameters; the English ones stand in domain/parameterUnits.ts. */
export const unitWords: Readonly<Record<ParameterUnit, string>> = {
  "log of the hazard": "логарифм интенсивности",
  "share a year": "доля в год",
  share: "доля",
  "index from 0 to 1": "индекс от 0 до\u00A01",
  factor: "множитель",
  chance: "вероятность",
  "chance a year": "вероятность за год",
  "chance per readiness": "вероятность на единицу готовности",
  "chance a year per readiness": "вероятность за год на единицу готовности",
  logarithm: "логарифм",
  "log-odds": "логит",
  "billion KZT": "млрд тенге",
  "% for 1 %": "% на 1\u00A0%",
  "index a year": "пунктов индекса в год",
  "incidents a year": "взломов в год",
  "billion KZT a year": "млрд тенге в год",
  partners: "партнёров",
  "partners a year": "партнёров в год",
  members: "участников",
  regions: "регионов",
};
