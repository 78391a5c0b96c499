import type { Actor } from "xstate";
import type { StudyData } from "#domain/studyData.ts";
import type { Agents } from "./agents.ts";
import { createActor } from "xstate";
import { CORE_CANDIDATES, rowOfCase } from "./caseEnterprises.ts";
import { coreEnterpriseMachine } from "./machines/coreEnterprise.ts";
import { ecosystemLifeCycleMachine } from "./machines/ecosystemLifeCycle.ts";
import { platformProviderMachine } from "./machines/platformProvider.ts";
import { resourceMechanismMachine } from "./machines/resourceMechanism.ts";

/** Actors few enough to run as XState actors of their own; they hear of a year once, which costs 7 microseconds each. */
export type LiveActors = {
  readonly cores: readonly CoreActor[];
  /** The provider of the platform of each core. */
  /** The ecosystem of all cores, and the mechanism that ties it to outside resources. */
  readonly lifeCycle: Actor<typeof ecosystemLifeCycleMachine>;
  readonly mechanism: Actor<typeof resourceMechanismMachine>;
  readonly providers: readonly Actor<typeof platformProviderMachine>[];
};

export type CoreActor = {
  readonly id: string;
  readonly region: number;
  /** Its row among the large and medium manufacturers; -1 if its region has too few agents. */
  readonly row: number;
  readonly actor: Actor<typeof coreEnterpriseMachine>;
};

export function startLiveActors(data: StudyData, agents: Agents): LiveActors {
  return {
    cores: CORE_CANDIDATES.map((id) => {
      const enterprise = data.caseEnterprises.find((candidate) => candidate.id === id)!;
      return {
        id,
        region: data.regions.findIndex((region) => region.id === enterprise.region),
        row: rowOfCase(enterprise, data, agents),
        actor: createActor(coreEnterpriseMachine).start(),
      };
    }),
    lifeCycle: createActor(ecosystemLifeCycleMachine).start(),
    mechanism: createActor(resourceMechanismMachine).start(),
    providers: CORE_CANDIDATES.map(() => createActor(platformProviderMachine).start()),
  };
}
