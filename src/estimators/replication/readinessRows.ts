import type { StudyData } from "#domain/studyData.ts";
import type { ReadinessEstimate, ReadinessRule } from "#estimators/readiness.ts";
import type { ReplicationRow } from "./replicationRow.ts";
import { declaredRule, estimateReadiness, readinessIndex } from "#estimators/readiness.ts";
import { numberRow, textRow } from "./replicationRow.ts";

export type ReadinessReplication = {
  readonly name: "bohmer_armatura" | "kazakhmys";
  /** By the rule that gives the published block values. */
  readonly asPublished: ReadinessEstimate;
  /** The index from those block values after rounding to the printed three decimals. */
  readonly indexOfRoundedBlocks: number;
  /** By the described method, on the declared scales. */
  readonly declared: ReadinessEstimate;
  readonly declaredArithmetic: ReadinessEstimate;
};

export function replicateReadiness({ subparameters, published }: StudyData): ReadinessReplication[] {
  const rule = { ...declaredRule, blockWeights: published.readiness.block_weights_expert_survey_n42 };
  return (
    [
      ["bohmer_armatura", "boehmerArmatura"],
      ["kazakhmys", "kazakhmys"],
    ] as const
  ).map(([name, column]) => {
    const estimate = (changes: Partial<ReadinessRule>) =>
      estimateReadiness(
        subparameters,
        subparameters.map((row) => row[column]),
        { ...rule, ...changes },
      );
    const asPublished = estimate({ normalisation: "as-published" });
    const rounded = asPublished.blocks.map((block) => ({ ...block, value: Math.round(1000 * block.value) / 1000 }));
    return {
      name,
      asPublished,
      indexOfRoundedBlocks: readinessIndex(rounded, "geometric"),
      declared: estimate({}),
      declaredArithmetic: estimate({ aggregation: "arithmetic" }),
    };
  });
}

/** Tables 30 (blocks) and 31 (indices and bands). */
export function readinessRows(
  { published }: StudyData,
  replications: readonly ReadinessReplication[],
): ReplicationRow[] {
  const { table30, table31, bands } = published.readiness;
  return replications.flatMap(({ name, asPublished, indexOfRoundedBlocks, declared, declaredArithmetic }) => {
    const index = table31[name];
    const bandByLimits = bands.find(([, low, high]) => index >= low && index <= high);
    const otherRule = {
      id: "readinessOtherRule",
      values: {
        enterprise: name,
        geometric: declared.index.toFixed(2),
        arithmetic: declaredArithmetic.index.toFixed(2),
        band: declared.band,
      },
    } as const;
    return [
      ...asPublished.blocks.map(({ block, value }) =>
        numberRow("30", `${name} ${block}`, table30[name][block], value, 3, {
          id: "readinessBlockRule",
          values: { declared: declared.blocks.find((other) => other.block === block)!.value.toFixed(3) },
        }),
      ),
      numberRow("31", `${name} index`, index, indexOfRoundedBlocks, 4, {
        id: "indexOfRoundedBlocks",
        values: { unrounded: asPublished.index.toFixed(4) },
      }),
      numberRow("31", `${name} index on the declared scales`, index, declared.index, 4, otherRule),
      textRow(
        "31",
        `${name} band on the declared scales`,
        table31.published_band,
        declared.band,
        declared.band === table31.published_band,
        otherRule,
      ),
      textRow(
        "31",
        `${name} band by the published limits`,
        table31.published_band,
        bandByLimits === undefined ? "none" : bandByLimits[0],
        bandByLimits?.[0] === table31.published_band,
        {
          id: "bandsWithGaps",
          values: { enterprise: name, index, below: bands[1][2], above: bands[2][1], closed: asPublished.band },
        },
      ),
    ];
  });
}
