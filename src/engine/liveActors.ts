import type { Actor } from "xstate";
import type { StudyData } from "#domain/studyData.ts";
import { createActor } from "xstate";
import { coreEnterpriseMachine } from "./machines/coreEnterprise.ts";

/** Actors few enough to run as XState actors of their own; they hear of a year once (performance.md: 7 microseconds). */
export type LiveActors = {
  readonly cores: readonly CoreActor[];
};

export type CoreActor = {
  readonly id: string;
  readonly region: number;
  readonly actor: Actor<typeof coreEnterpriseMachine>;
};

/** The three candidates of the study and where they are, by the study's table of case enterprises. */
const CANDIDATES = [
  { id: "kazatomprom", name: "Kazatomprom" },
  { id: "altynalmas", name: "Altynalmas" },
  { id: "kazakhmys", name: "Kazakhmys" },
];

export function startLiveActors(data: StudyData): LiveActors {
  return {
    cores: CANDIDATES.map(({ id, name }) => {
      const enterprise = data.caseEnterprises.find((candidate) => candidate.name === name)!;
      return {
        id,
        region: data.regions.findIndex((region) => region.id === enterprise.region),
        actor: createActor(coreEnterpriseMachine).start(),
      };
    }),
  };
}
