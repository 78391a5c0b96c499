import type { LeverId } from "./levers.ts";
import * as z from "zod/mini";
import { InputRefused } from "./inputProblem.ts";

export type LayerId = (typeof LAYER_READINGS)[number]["id"];

/** A lens on the ecosystem (figure 14): the readiness blocks, machines and money lines that are read together. */
export type Layer = {
  readonly id: LayerId;
  /** Codes of readiness blocks, by the study; which block belongs to which layer is an assumption of its data file. */
  readonly blocks: readonly string[];
  /** Ids of the machines whose actors act in the layer. */
  readonly machines: readonly string[];
  /** Levers whose money flows into it (lines of a run's money). */
  readonly levers: readonly LeverId[];
};

/** Where actors and money belong (assumption): every machine and every lever that costs money stands in one layer. */
const LAYER_READINGS = [
  { id: "customer", machines: ["platformMember", "customerPool"], levers: ["cores"] },
  {
    id: "operational",
    machines: ["adoption", "technology", "supplier", "coreEnterprise", "ecosystem", "firmLife", "investor"],
    levers: ["advice", "subsidy", "loanPoints", "modelFactories", "replication", "robotCells"],
  },
  {
    id: "technological",
    machines: ["platformProvider", "complementor", "ictService", "mechanism", "dataCentre", "digitalTwin", "security"],
    levers: ["racks", "cloudDiscount", "mechanismTechnical", "digitalTwins", "serviceCentre", "securityShare"],
  },
  {
    id: "people",
    machines: ["projectOffice", "education"],
    levers: ["trainingShare", "graduates", "retraining", "jointLabs", "mechanismOrganisational", "mechanismLegal"],
  },
] as const satisfies readonly { id: string; machines: readonly string[]; levers: readonly LeverId[] }[];

const structureShape = z.looseObject({
  layers: z.looseObject({
    items: z.array(z.looseObject({ id: z.string(), blocks: z.array(z.string()) })),
  }),
});

/** Layers of ecosystem-structure.json with what the model reads in them. */
export function parseLayers(text: string): Layer[] {
  const { items } = structureShape.parse(JSON.parse(text)).layers;
  return LAYER_READINGS.map(({ id, machines, levers }) => {
    const item = items.find((candidate) => candidate.id === id);
    if (item === undefined)
      throw new InputRefused([
        { place: "ecosystem-structure.json layers", expected: `the layer ${id}`, found: "none" },
      ]);
    return { id, blocks: item.blocks, machines, levers };
  });
}
