import type { ParameterUnit } from "#domain/parameterUnits.ts";

/** Units of parameters; the English ones stand in domain/parameterUnits.ts. */
export const unitWords: Readonly<Record<ParameterUnit, string>> = {
  "log of the hazard": "логарифм интенсивности",
  "1 = 100 %": "1\u00A0=\u00A0100\u00A0%",
  "index from 0 to 1": "индекс от 0 до\u00A01",
  factor: "множитель",
  "per unit": "на единицу",
  logarithm: "логарифм",
  "log-odds": "логит",
  "billion KZT": "млрд тенге",
  "% for 1 %": "% на 1\u00A0%",
  "index a year": "единиц индекса в год",
  "times a year": "случаев в год",
  "billion KZT a year": "млрд тенге в год",
  partners: "партнёров",
  "partners a year": "партнёров в год",
  members: "участников",
  regions: "регионов",
};
