import * as z from "zod/mini";

const numbers = z.array(z.number());
const byName = z.record(z.string(), z.number());
const estimateRow = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const frontierModel = z.object({
  regressors: z.array(z.string()),
  logLik: z.number(),
  AIC: z.number(),
  BIC: z.number(),
  mean_TE: z.number(),
  TE_percent: byName,
  /** estimate, standard error, z, p (M1 only). */
  table32: z.optional(z.record(z.string(), estimateRow)),
});
const growthTable = z.record(z.string(), estimateRow);

const publishedShape = z.object({
  readiness: z.object({
    block_weights_expert_survey_n42: byName,
    bands: z.array(z.tuple([z.string(), z.number(), z.number()])),
    table30: z.record(z.string(), byName),
    table31: z.object({ bohmer_armatura: z.number(), kazakhmys: z.number(), published_band: z.string() }),
    replication_finding: byText(),
  }),
  clusters: z.object({
    k: z.number(),
    assignment: byName,
    names: byText(),
    pca_variance_percent: numbers,
    elbow: z.string(),
    silhouette_best: z.string(),
    gap: z.string(),
    table23_portraits: z.object({
      columns: z.array(z.string()),
      means_of_standardised_values: z.record(z.string(), numbers),
    }),
    table24_means: z.object({ columns: z.array(z.string()), 1: numbers, 2: numbers, 3: numbers }),
  }),
  sfa: z.object({
    log_shift_epsilon: z.number(),
    n: z.number(),
    M1: frontierModel,
    M2: frontierModel,
    spearman_M1_M2: z.number(),
  }),
  /** Columns: compound annual growth in percent, mean absolute increase, increase 2024 on 2023, growth 2024 on 2023. */
  growth: z.object({ table12: growthTable, table13: growthTable, table15: growthTable, table16: growthTable }),
});

/** What the source study printed, kept apart from what we compute; only the replication compares the two. */
export type PublishedResults = z.infer<typeof publishedShape>;

export function parsePublishedResults(text: string): PublishedResults {
  return publishedShape.parse(JSON.parse(text));
}

function byText() {
  return z.record(z.string(), z.string());
}
