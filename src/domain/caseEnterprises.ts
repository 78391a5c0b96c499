import type { SubparameterRow } from "./studyData.ts";
import * as z from "zod/mini";
import { InputRefused } from "./inputProblem.ts";

/** An enterprise that the study names. It takes the place of one large or medium manufacturer of its region. */
export type CaseEnterprise = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly industry?: string;
  /**
   * Its number among the large and medium manufacturers of its region, from 0: cases of a region take its first places in
   * the order of the study's table. So it is `enterprise/<region>/<place>` in events, whatever the future.
   */
  readonly place: number;
  /** Whether the study names digital systems that it uses. */
  readonly usesDigital: boolean;
  /** Column of its 115 readiness scores, where the study publishes them. */
  readonly scores: ScoredCase | null;
};

type ScoredCase = keyof Pick<SubparameterRow, "boehmerArmatura" | "kazakhmys">;

/** Names of the score columns in ecosystem-structure.json, and in SubparameterRow. */
const SCORE_COLUMNS: Readonly<Record<string, ScoredCase>> = {
  bohmer_armatura: "boehmerArmatura",
  kazakhmys: "kazakhmys",
};

const structureShape = z.looseObject({
  case_enterprises: z.looseObject({
    items: z.array(
      z.looseObject({
        name: z.string(),
        region: z.string(),
        industry: z.optional(z.string()),
        tools: z.optional(z.array(z.string())),
        readiness_scores: z.optional(z.string()),
      }),
    ),
  }),
});

/** The case enterprises of ecosystem-structure.json; a second line of one enterprise ("… (model factory)") is left out. */
export function parseCaseEnterprises(text: string, regionIds: readonly string[]): CaseEnterprise[] {
  const { items } = structureShape.parse(JSON.parse(text)).case_enterprises;
  const strangers = items.filter(({ region }) => !regionIds.includes(region));
  if (strangers.length > 0)
    throw new InputRefused(
      strangers.map(({ name, region }) => ({
        place: `ecosystem-structure.json ${name}`,
        expected: "the id of a region",
        found: region,
      })),
    );
  const cases: CaseEnterprise[] = [];
  for (const { name, region, industry, tools, readiness_scores } of items) {
    if (cases.some((other) => name === `${other.name} (model factory)`)) continue;
    cases.push({
      id: name
        .toLowerCase()
        .replace("ö", "o")
        .replaceAll(/[^a-z]+/g, "-"),
      name,
      region,
      industry,
      place: cases.filter((other) => other.region === region).length,
      usesDigital: tools !== undefined,
      scores: readiness_scores === undefined ? null : (SCORE_COLUMNS[readiness_scores] ?? null),
    });
  }
  return cases;
}
