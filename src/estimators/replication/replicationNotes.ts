/** Why a computed value stands beside a published one as it does; `{{name}}` stands for an entry of `values`. */
export const replicationNotes = {
  printedAsRatio:
    "Table 15 prints this column as a ratio in percent (110.4 is +10.4\u00A0%); tables 12, 13 and 16 print the change itself.",
  silhouetteNearTie:
    "Mean silhouette width is {{two}} for two groups, {{three}} for three and {{four}} for four: two and three are nearly tied, more are not supported.",
  gapDependsOnReference:
    "The gap statistic chooses k = {{axes}} with reference sets along the principal axes, which means no groups, and k = {{columns}} with sets drawn column by column. Neither supports k = 3.",
  readinessBlockRule:
    "Reproduced by a rule that ignores the declared scale: 0 and 1 count 1, scores up to 5 count (score − 1) / 4, higher ones score / 10. Under it 5 of 10 is worth more than 6 of 10. On the declared scales, with a floor of 0.01, the block is {{declared}}.",
  indexOfRoundedBlocks:
    "The printed index follows from block values that were first rounded to three decimals; without rounding in between it is {{unrounded}}.",
  readinessOtherRule:
    "{{enterprise}}: the published index follows the rule noted at table 30, not the described method. On the declared scales the index is {{geometric}} (geometric mean, floor 0.01) or {{arithmetic}} (arithmetic mean), band {{band}}. The described formula taken literally gives 0, because some scores stand at the minimum of their scale.",
  bandsWithGaps:
    "{{enterprise}}: the published limits end medium at {{below}} and begin high at {{above}}; {{index}} lies between them, in no band. Without the gap (high above {{below}}) the published index is {{closed}}.",
  m1NotMaximum:
    "The published estimate of M1 is not the maximum of its likelihood: {{published}} against {{maximum}} at γ\u00A0=\u00A01, where the likelihood still rises. At the maximum {{region}} changes most, from {{from}} to {{to}}\u00A0%; its noise-free frontier runs through {{carriers}} regions, which have 100\u00A0% by construction.",
  m1NoStandardErrors:
    "At γ\u00A0=\u00A01, the edge of what γ can be, the second derivatives that a standard error, z and p need do not exist. The printed ones belong to the point where the search stopped.",
  dropOneRegion:
    "Without {{region}} γ is {{gamma}} and mean efficiency {{meanEfficiency}} instead of {{allGamma}} and {{allMeanEfficiency}}: one region of 20 decides whether M1 shows any inefficiency.",
  notDistinguishable:
    "{{model}}: likelihood ratio {{statistic}} against no inefficiency, p = {{asymptotic}} by the mixed chi-square for large samples, p = {{bootstrap}} by parametric bootstrap ({{replicates}} samples without inefficiency, n = 20). Inefficiency cannot be told from noise; the bootstrap interval of mean efficiency is {{lower}} to {{upper}}.",
  olsPreferred:
    "AIC of the plain regression with the variables of M2 is {{ols}}, lower (better) than that of both frontiers, M1 {{m1}} and M2 {{m2}}.",
  negativeElasticities:
    "Some estimated elasticities are negative: {{list}}. More of that input would raise measured efficiency, so the efficiencies cannot guide spending on it.",
  rankCorrelation:
    "The printed ranks give {{printed}}; with M1 at the maximum of its likelihood the correlation is {{computed}}.",
  singlePrecisionPi:
    "The package frontier for R carries π in single precision, which makes its log-likelihood 2.4e-8 too high per observation; the rest is rounding.",
} as const;

export type ReplicationNote = {
  readonly id: keyof typeof replicationNotes;
  readonly values: Readonly<Record<string, string | number>>;
};

export function noteText({ id, values }: ReplicationNote): string {
  return replicationNotes[id].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!(name in values)) throw new Error(`the note ${id} needs a value for ${name}`);
    return String(values[name]);
  });
}
