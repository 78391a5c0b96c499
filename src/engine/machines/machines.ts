import { adoptionMachine } from "./adoption.ts";
import { complementorMachine } from "./complementor.ts";
import { coreEnterpriseMachine } from "./coreEnterprise.ts";
import { customerPoolMachine } from "./customerPool.ts";
import { dataCentreMachine } from "./dataCentre.ts";
import { educationMachine } from "./education.ts";
import { digitalTwinMachine } from "./digitalTwin.ts";
import { firmLifeMachine } from "./firmLife.ts";
import { ictServiceMachine } from "./ictService.ts";
import { ecosystemLifeCycleMachine } from "./ecosystemLifeCycle.ts";
import { investorMachine } from "./investor.ts";
import { platformMemberMachine } from "./platformMember.ts";
import { platformProviderMachine } from "./platformProvider.ts";
import { projectOfficeMachine } from "./projectOffice.ts";
import { resourceMechanismMachine } from "./resourceMechanism.ts";
import { securityMachine } from "./security.ts";
import { supplierMachine } from "./supplier.ts";
import { technologyMachine } from "./technology.ts";

/** Every machine of the model by its id, for whoever shows or tests them all. */
export const MACHINES = {
  adoption: adoptionMachine,
  platformMember: platformMemberMachine,
  coreEnterprise: coreEnterpriseMachine,
  platformProvider: platformProviderMachine,
  ecosystem: ecosystemLifeCycleMachine,
  mechanism: resourceMechanismMachine,
  complementor: complementorMachine,
  supplier: supplierMachine,
  ictService: ictServiceMachine,
  projectOffice: projectOfficeMachine,
  firmLife: firmLifeMachine,
  education: educationMachine,
  investor: investorMachine,
  customerPool: customerPoolMachine,
  dataCentre: dataCentreMachine,
  technology: technologyMachine,
  digitalTwin: digitalTwinMachine,
  security: securityMachine,
} as const;

export type MachineId = keyof typeof MACHINES;
