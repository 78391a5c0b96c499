export type SourceClass = "fitted" | "study" | "literature" | "assumption";

export type Parameter = {
  readonly id: string;
  /** Symbol in the equations of SPEC.md. */
  readonly symbol: string;
  readonly meaning: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly source: SourceClass;
  /** Table of the study, paper, or the reason of an assumption. */
  readonly evidence: string;
};

/** One line of a table of parameters. */
export function p<Id extends string>(
  id: Id,
  symbol: string,
  meaning: string,
  byDefault: number,
  minimum: number,
  maximum: number,
  source: SourceClass,
  evidence: string,
): Parameter & { readonly id: Id } {
  return { id, symbol, meaning, default: byDefault, minimum, maximum, source, evidence };
}
