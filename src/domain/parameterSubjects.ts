import type { Names } from "./language.ts";
import type { ParameterId } from "./parameters.ts";

type ParameterSubject = { readonly name: Names; readonly parameters: readonly ParameterId[] };

/**
 * Every parameter under what it is about, for whoever reads them. Apart from PARAMETERS, whose order the futures of the
 * ensemble depend on.
 */
export const PARAMETER_SUBJECTS: readonly ParameterSubject[] = [
  {
    name: { en: "Hazard of adoption", ru: "Интенсивность внедрения", kk: "Енгізу қарқындылығы" },
    parameters: [
      "hazardLevel",
      "regionalPeers",
      "nationalPeers",
      "partnerPull",
      "platformPull",
      "readinessPull",
      "cloudPull",
      "scarcityPull",
    ],
  },
  {
    name: {
      en: "Steps between stages of adoption",
      ru: "Переходы между стадиями внедрения",
      kk: "Енгізу сатылары арасындағы өту",
    },
    parameters: [
      "awareness",
      "awarenessPeers",
      "pilotStart",
      "pilotSuccess",
      "pilotFailure",
      "scalingRate",
      "exitRate",
      "returnRate",
      "shockSpread",
    ],
  },
  {
    name: { en: "Readiness", ru: "Готовность", kk: "Дайындық" },
    parameters: ["matureShare", "threshold", "readinessSpread", "othersReadiness", "readinessGain", "readinessDecay"],
  },
  {
    name: {
      en: "Cloud, big data, digital twins and other technologies",
      ru: "Облако, большие данные, цифровые двойники и другие технологии",
      kk: "Бұлт, үлкен деректер, цифрлық егіздер және басқа технологиялар",
    },
    parameters: [
      "cloudHazardLevel",
      "cloudThreshold",
      "cloudExitRate",
      "foreignCloudShare",
      "bigDataHazardLevel",
      "bigDataThreshold",
      "bigDataExitRate",
      "technologyDraw",
      "technologyDeepening",
      "twinBuildRate",
      "twinError",
    ],
  },
  {
    name: {
      en: "Firms, their output and customers",
      ru: "Предприятия, их выпуск и клиенты",
      kk: "Кәсіпорындар, олардың өнімі мен тұтынушылары",
    },
    parameters: [
      "projectCostMedian",
      "projectCostSpread",
      "freeCashShare",
      "largeOutputShare",
      "outputGrowth",
      "ictCapitalElasticity",
      "integrationLoss",
      "integrationLossNext",
      "realisedGain",
      "coverage",
      "firmExit",
      "firmEntry",
      "customersOnline",
      "customerPace",
    ],
  },
  {
    name: {
      en: "Effect of advice, subsidies and other support",
      ru: "Действие консультаций, субсидий и другой поддержки",
      kk: "Кеңестің, субсидияның және басқа қолдаудың әсері",
    },
    parameters: [
      "awarenessAdvice",
      "adviceFactor",
      "adviceSuccess",
      "adviceFailure",
      "officeTarget",
      "subsidyPull",
      "loanPull",
      "grantSuccess",
      "supportedSuccess",
      "labEffect",
      "rackPull",
    ],
  },
  {
    name: { en: "Cost of measures", ru: "Стоимость мер", kk: "Шаралардың құны" },
    parameters: [
      "adviceCost",
      "grantCost",
      "replicationCost",
      "twinCost",
      "robotCellCost",
      "serviceCentreCost",
      "labCost",
      "graduateCost",
      "retrainingCost",
      "rackCost",
      "coreCost",
      "mechanismCost",
    ],
  },
  {
    name: {
      en: "ICT staff, ICT services and data centres",
      ru: "ИКТ-кадры, ИКТ-услуги и центры обработки данных",
      kk: "АКТ кадрлары, АКТ қызметтері және деректерді өңдеу орталықтары",
    },
    parameters: ["staffTrend", "staffMobility", "serviceGrowth", "rackUse"],
  },
  {
    name: { en: "Cyber incidents", ru: "Киберинциденты", kk: "Киберинциденттер" },
    parameters: ["attackGrowth", "breachRate", "breachLoss", "partnerLossPart", "platformSpread"],
  },
  {
    name: { en: "Core enterprises", ru: "Предприятия-ядра", kk: "Ядро кәсіпорындар" },
    parameters: [
      "coreReadiness",
      "coreDigitalResults",
      "coreResources",
      "coreLinks",
      "coreInvitations",
      "corePartners",
    ],
  },
  {
    name: {
      en: "Platforms, their members and complementors",
      ru: "Платформы, их участники и комплементоры",
      kk: "Платформалар, олардың қатысушылары мен комплементорлары",
    },
    parameters: [
      "valueOfPlatform",
      "platformFee",
      "memberIntegration",
      "openFeeCut",
      "openQualityLoss",
      "complementorEntry",
      "openEntry",
      "platformCapacity",
      "platformRunning",
      "degradedValue",
      "inHouseCost",
      "acquisitionCost",
      "acquisitionSupply",
      "partnerLeave",
      "breachLeave",
      "takeover",
    ],
  },
  {
    name: {
      en: "Roles of members, fit of platforms, digital code",
      ru: "Роли участников, соответствие платформ, цифровой кодекс",
      kk: "Қатысушылардың рөлдері, платформаның сәйкестігі, цифрлық кодекс",
    },
    parameters: [
      "roleBound",
      "keystonePull",
      "dominatorFee",
      "dominatorSpeed",
      "landlordDrain",
      "fitSpread",
      "fitBarriers",
      "codeCoordination",
      "codeCompliance",
    ],
  },
  {
    name: { en: "Life cycle of the ecosystem", ru: "Жизненный цикл экосистемы", kk: "Экожүйенің өмірлік циклі" },
    parameters: [
      "strengthMembers",
      "strengthRegions",
      "leaderValue",
      "consolidationShare",
      "consolidationDensity",
      "rivalShare",
      "slowGrowth",
      "renewalSpending",
      "declineRate",
      "dissolvedMembers",
      "stageEffect",
    ],
  },
  {
    name: {
      en: "Mechanism for outside ICT resources",
      ru: "Механизм внешних ИКТ-ресурсов",
      kk: "Сыртқы АКТ ресурстарының тетігі",
    },
    parameters: ["mechanismRealised", "manualShare", "politicalLimit", "regulatoryLimit", "ecologicalLimit"],
  },
];
