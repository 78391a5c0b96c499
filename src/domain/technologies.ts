import type { Names } from "./language.ts";

export type FirmTechnology = {
  readonly id: string;
  readonly name: Names;
  /** Readiness R from which a firm that uses digital technology takes it up (SM-1; assumption). */
  readonly threshold: number;
  /** All of `allOf` and, if there are any, one of `oneOf` must be in use already. */
  readonly allOf: readonly string[];
  readonly oneOf: readonly string[];
  /** What the source study claims for treated units as a share of output, 0 where it claims nothing on output (EQ-7). */
  readonly effect: number;
  readonly source: string;
  /** How many sub-parameters of a readiness block name it, by block B1 to B9 (EQ-2, readiness-subparameters.csv). */
  readonly subParameters: Readonly<Partial<Record<`B${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`, number>>>;
  /** No Kazakhstani data say how many firms use it: what the model shows is an illustration. */
  readonly isIllustrative: boolean;
};

/** Sub-parameters of the readiness blocks B1 to B9. */
export const SUB_PARAMETERS_OF_BLOCK = [10, 22, 17, 15, 12, 11, 11, 7, 10] as const;

/**
 * Technologies of a firm besides cloud and big data, which are instances of SM-1 with data of their own. The order is the
 * order of bits in a firm's set and puts what is needed before what needs it.
 */
export const TECHNOLOGIES = [
  {
    id: "erp",
    name: {
      en: "Resource planning (ERP)",
      ru: "Планирование ресурсов (ERP)",
      kk: "Ресурстарды жоспарлау (ERP)",
    },
    threshold: 0.35,
    allOf: [],
    oneOf: [],
    effect: 0.1,
    source: "§3.3: ERP 10 %",
    subParameters: { B2: 1, B4: 1 },
    isIllustrative: true,
  },
  {
    id: "crm",
    name: {
      en: "Customer relations (CRM)",
      ru: "Управление отношениями с клиентами (CRM)",
      kk: "Тұтынушылармен қарым-қатынасты басқару (CRM)",
    },
    threshold: 0.35,
    allOf: [],
    oneOf: [],
    effect: 0,
    source: "no claim on output",
    subParameters: { B2: 1, B4: 1, B7: 4 },
    isIllustrative: true,
  },
  {
    id: "mes",
    name: {
      en: "Manufacturing execution (MES)",
      ru: "Управление производством (MES)",
      kk: "Өндірісті басқару (MES)",
    },
    threshold: 0.4,
    allOf: [],
    oneOf: [],
    effect: 0,
    source: "no claim of its own; dispatch is counted with the industrial internet of things",
    subParameters: { B2: 1, B4: 1 },
    isIllustrative: true,
  },
  {
    id: "iiot",
    name: {
      en: "Industrial internet of things",
      ru: "Промышленный интернет вещей",
      kk: "Өнеркәсіптік заттар интернеті",
    },
    threshold: 0.45,
    allOf: [],
    oneOf: [],
    effect: 0.11,
    source: "§3.3: dispatch and IIoT 11 %",
    subParameters: { B2: 1, B4: 1, B6: 1 },
    isIllustrative: true,
  },
  {
    id: "scm",
    name: {
      en: "Supply-chain management (SCM)",
      ru: "Управление цепями поставок (SCM)",
      kk: "Жеткізу тізбегін басқару (SCM)",
    },
    threshold: 0.45,
    allOf: ["erp"],
    oneOf: [],
    effect: 0,
    source: "no claim on output",
    subParameters: { B6: 5 },
    isIllustrative: true,
  },
  {
    id: "printing",
    name: { en: "3D printing", ru: "3D-печать", kk: "3D басып шығару" },
    threshold: 0.5,
    allOf: [],
    oneOf: [],
    effect: 0,
    source: "no claim on output",
    subParameters: { B2: 1, B4: 1 },
    isIllustrative: true,
  },
  {
    id: "robots",
    name: { en: "Industrial robots", ru: "Промышленные роботы", kk: "Өнеркәсіптік роботтар" },
    threshold: 0.55,
    allOf: ["mes"],
    oneOf: [],
    effect: 0.3,
    source: "T37: robots 30 %",
    subParameters: { B2: 1, B4: 1, B5: 1 },
    isIllustrative: true,
  },
  {
    id: "ai",
    name: { en: "Artificial intelligence", ru: "Искусственный интеллект", kk: "Жасанды интеллект" },
    threshold: 0.6,
    allOf: [],
    oneOf: ["erp", "mes"],
    effect: 0.05,
    source: "§3.3: predictive maintenance 5 %",
    subParameters: { B2: 3, B3: 2, B4: 2 },
    isIllustrative: true,
  },
  {
    id: "twin",
    name: { en: "Digital twin", ru: "Цифровой двойник", kk: "Цифрлық егіз" },
    threshold: 0.6,
    allOf: ["iiot"],
    oneOf: [],
    effect: 0.225,
    source: "§3.3: labour productivity 15 to 30 %, its middle",
    subParameters: { B2: 1, B4: 1 },
    isIllustrative: true,
  },
] as const satisfies readonly FirmTechnology[];

export type FirmTechnologyId = (typeof TECHNOLOGIES)[number]["id"];

/** The bit of a technology in a firm's set. */
export function technologyBit(id: FirmTechnologyId): number {
  return 1 << TECHNOLOGIES.findIndex((technology) => technology.id === id);
}
