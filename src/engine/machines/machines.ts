import { adoptionMachine } from "./adoption.ts";
import { complementorMachine } from "./complementor.ts";
import { coreEnterpriseMachine } from "./coreEnterprise.ts";
import { ictServiceMachine } from "./ictService.ts";
import { platformMemberMachine } from "./platformMember.ts";
import { platformProviderMachine } from "./platformProvider.ts";
import { supplierMachine } from "./supplier.ts";

/** Every machine of the model by its id, for whoever shows or tests them all. */
export const MACHINES = {
  adoption: adoptionMachine,
  platformMember: platformMemberMachine,
  coreEnterprise: coreEnterpriseMachine,
  platformProvider: platformProviderMachine,
  complementor: complementorMachine,
  supplier: supplierMachine,
  ictService: ictServiceMachine,
} as const;

export type MachineId = keyof typeof MACHINES;
