import type { IndicatorUnit } from "#domain/indicators.ts";

/** Units that the name of an indicator does not say already, as "Platform members" does. */
const BESIDE_NAME = ["billionKzt", "persons", "index"] as const satisfies readonly IndicatorUnit[];

/** The unit to print beside a name, null where the name or the percent sign says it. */
export function unitBesideName(unit: IndicatorUnit): (typeof BESIDE_NAME)[number] | null {
  return BESIDE_NAME.find((candidate) => candidate === unit) ?? null;
}
