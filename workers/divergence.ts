import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import * as Comlink from "comlink";
import { findDivergence } from "#engine/divergence.ts";

const divergence = {
  find: (data: StudyData, plan: Scenario, against: Scenario, seed: string) => findDivergence(data, plan, against, seed),
};

export type DivergenceWorker = typeof divergence;

Comlink.expose(divergence);
