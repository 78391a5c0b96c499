import type { LeverId } from "#domain/levers.ts";
import type { ParameterId } from "#domain/parameters.ts";

/** The parameter that says what one firm, person or rack costs, billion KZT, for levers that are paid by the piece. */
export const UNIT_COST: Partial<Record<LeverId, ParameterId>> = {
  advice: "adviceCost",
  modelFactories: "grantCost",
  replication: "replicationCost",
  jointLabs: "labCost",
  digitalTwins: "twinCost",
  robotCells: "robotCellCost",
  graduates: "graduateCost",
  retraining: "retrainingCost",
  racks: "rackCost",
};
