import type { Lever } from "./levers.ts";

/** Levers that act through universities, leaders and model factories. */
export const INSTITUTION_LEVERS = [
  {
    id: "modelFactories",
    name: { en: "Model factories", ru: "Модельные фабрики", kk: "Модельдік фабрикалар" },
    guidance: {
      en: "Firms a year that get a grant for a pilot line: some of the ready, 0.212 billion KZT each (T38). 10 is low, 49 the programme of the study, 100 high",
      ru: "Сколько готовых предприятий в год получают грант на пилотную линию, по 0,212\u00A0млрд тенге (T38). 10 — мало, 49 — программа исследования, 100 — много",
      kk: "Жылына пилоттық желіге грант алатын кәсіпорындар: дайын кәсіпорындар арасынан, әрқайсысына 0,212\u00A0млрд теңге (T38). 10 — төмен, 49 — зерттеу бағдарламасы, 100 — жоғары",
    },
    unit: "firmsPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 200,
    step: 1,
    usual: 49,
    reach: "shared",
    costs: true,
  },
  {
    id: "replication",
    name: {
      en: "Replication of leaders' solutions",
      ru: "Тиражирование решений лидеров",
      kk: "Көшбасшылар шешімдерін тарату",
    },
    guidance: {
      en: "Firms a year that take over the solution of a buyer who has scaled it, with its help. 20 is low, 60 medium, 150 high",
      ru: "Сколько предприятий в год перенимают решение покупателя, который его масштабировал, с его помощью. 20 — мало, 60 — средне, 150 — много",
      kk: "Шешімді кеңейткен сатып алушының көмегімен оны жылына қабылдайтын кәсіпорындар. 20 — төмен, 60 — орташа, 150 — жоғары",
    },
    unit: "firmsPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 300,
    step: 5,
    usual: 60,
    reach: "shared",
    costs: true,
  },
  {
    id: "jointLabs",
    name: { en: "Joint laboratories", ru: "Совместные лаборатории", kk: "Бірлескен зертханалар" },
    guidance: {
      en: "Laboratories that universities and industry run together in the chosen regions; each has effort for ten firms, spread over all large and medium manufacturers of its region. 5 is low, 20 medium, 60 high",
      ru: "Лаборатории вузов и промышленности в выбранных регионах; усилий каждой хватает на десять предприятий, и они делятся между всеми крупными и средними предприятиями региона. 5 — мало, 20 — средне, 60 — много",
      kk: "Таңдалған өңірлердегі жоғары оқу орындары мен өнеркәсіптің бірлескен зертханалары; әрқайсысының күші он кәсіпорынға жетеді және өңірдің барлық ірі және орта кәсіпорындарына бөлінеді. 5 — төмен, 20 — орташа, 60 — жоғары",
    },
    unit: "labs",
    neutral: 0,
    minimum: 0,
    maximum: 100,
    step: 1,
    usual: 20,
    reach: "shared",
    costs: true,
  },
] as const satisfies readonly Lever[];
