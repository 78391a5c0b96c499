import type { ActorKind } from "#scene/mapProps.ts";

type ActorLook = {
  readonly kind: ActorKind;
  /** States in which the actor is not there yet or no longer: it is not drawn. */
  readonly absent: readonly string[];
  /** States in which it is there and does not work: it is drawn hollow. */
  readonly waiting: readonly string[];
};

/** Which machines are drawn on the map, and how. A machine that is not listed has its actors in the list only. */
export const ACTOR_LOOKS: Readonly<Record<string, ActorLook>> = {
  coreEnterprise: { kind: "orchestrator", absent: [], waiting: ["candidate", "assessed", "replaced"] },
  platformProvider: { kind: "provider", absent: ["planned", "closed"], waiting: ["building", "degraded"] },
  complementor: { kind: "complementor", absent: ["potential", "exit"], waiting: ["onboarding"] },
  ictService: { kind: "ictService", absent: [], waiting: ["saturated"] },
  education: { kind: "university", absent: [], waiting: ["idle", "designed"] },
  dataCentre: { kind: "dataCentre", absent: ["none"], waiting: ["planned"] },
};

/** Kinds that the whole country shows at first; a chosen region shows all of its own. */
export const FIRST_KINDS: readonly ActorKind[] = ["orchestrator", "provider"];
