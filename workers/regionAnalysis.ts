import * as Comlink from "comlink";
import { clusterRegions, noInefficiencyChance } from "#engine/regionAnalysis.ts";

const regionAnalysis = { clusterRegions, noInefficiencyChance };

export type RegionAnalysisWorker = typeof regionAnalysis;

Comlink.expose(regionAnalysis);
