import type { Names } from "./language.ts";

export type ShockKind = {
  readonly id: string;
  readonly name: Names;
  /** What it does, what a low, a medium and a high value is. */
  readonly guidance: Names;
  /** "factor": 1 changes nothing; "share": 0 changes nothing. */
  readonly unit: "factor" | "share";
  /** Value at which nothing happens. */
  readonly neutral: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** Value with which a new shock starts. */
  readonly usual: number;
  /** "each": every chosen region gets the value; "national": hits the whole country, regions cannot be chosen. */
  readonly reach: "each" | "national";
  /** Rules of SPEC.md through which it acts. */
  readonly rules: readonly string[];
};

/** What may happen to the ecosystem and nobody decides: assumptions of a plan, kept apart from its measures. */
export const SHOCKS = [
  {
    id: "pilotSuccess",
    name: { en: "Success of pilots", ru: "Успешность пилотов", kk: "Пилоттардың сәтті болуы" },
    guidance: {
      en: "Factor on the yearly chance that a pilot succeeds. 0.8 is a mild shock, 0.6 medium, 0.3 severe",
      ru: "Множитель к годовой вероятности успеха пилота. 0,8\u00A0— слабый шок, 0,6\u00A0— средний, 0,3\u00A0— тяжёлый",
      kk: "Пилоттың бір жылда сәтті болу ықтималдығына көбейткіш. 0,8\u00A0— жеңіл күйзеліс, 0,6\u00A0— орташа, 0,3\u00A0— ауыр",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0,
    maximum: 1.5,
    step: 0.05,
    usual: 0.6,
    reach: "each",
    rules: ["SM-1"],
  },
  {
    id: "importPrice",
    name: {
      en: "Price of licences and hardware",
      ru: "Цена лицензий и оборудования",
      kk: "Лицензиялар мен жабдықтың бағасы",
    },
    guidance: {
      en: "Factor on the price of what is mostly imported. 1.1 is a small rise, 1.3 medium, 2 a heavy one",
      ru: "Множитель к цене того, что в основном ввозят. 1,1\u00A0— небольшой рост, 1,3\u00A0— средний, 2\u00A0— сильный",
      kk: "Негізінен импортталатын тауарлардың бағасына көбейткіш. 1,1\u00A0— аз өсу, 1,3\u00A0— орташа, 2\u00A0— күшті",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0.5,
    maximum: 3,
    step: 0.05,
    usual: 1.3,
    reach: "national",
    rules: ["EQ-1", "SM-1"],
  },
  {
    id: "foreignCloud",
    name: {
      en: "Supply of foreign cloud",
      ru: "Доступность зарубежного облака",
      kk: "Шетелдік бұлттың қолжетімділігі",
    },
    guidance: {
      en: "Factor on the foreign cloud services that firms can buy. 0.8 is a mild limit, 0.5 medium, 0 none left",
      ru: "Множитель к зарубежным облачным сервисам, доступным предприятиям. 0,8\u00A0— слабое ограничение, 0,5\u00A0— среднее, 0\u00A0— полный запрет",
      kk: "Кәсіпорындарға қолжетімді шетелдік бұлтты сервистерге көбейткіш. 0,8\u00A0— жеңіл шектеу, 0,5\u00A0— орташа, 0\u00A0— толық тыйым",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0,
    maximum: 1,
    step: 0.05,
    usual: 0.5,
    reach: "national",
    rules: ["EQ-3"],
  },
  {
    id: "miningInvestment",
    name: {
      en: "ICT spending of mining",
      ru: "Расходы горнодобывающей промышленности на ИКТ",
      kk: "Кен өндіру өнеркәсібінің АКТ шығындары",
    },
    guidance: {
      en: "Factor on the ICT spending of mining. 0.9 is a small cut, 0.654 the fall of 2024 (T16), 0.3 a severe one",
      ru: "Множитель к расходам горнодобывающих предприятий на ИКТ. 0,9\u00A0— небольшое сокращение, 0,654\u00A0— спад 2024 года (таблица 16), 0,3\u00A0— резкое",
      kk: "Кен өндіру өнеркәсібінің АКТ шығындарына көбейткіш. 0,9\u00A0— аз қысқарту, 0,654\u00A0— 2024 жылғы төмендеу (16-кесте), 0,3\u00A0— ауыр",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0.1,
    maximum: 2,
    step: 0.01,
    usual: 0.65,
    reach: "each",
    rules: ["EQ-1"],
  },
  {
    id: "manufacturingInvestment",
    name: {
      en: "ICT spending of manufacturing",
      ru: "Расходы обрабатывающей промышленности на ИКТ",
      kk: "Өңдеу өнеркәсібінің АКТ шығындары",
    },
    guidance: {
      en: "Factor on the ICT spending of manufacturing. 0.9 is a small cut, 0.7 medium, 0.3 severe",
      ru: "Множитель к расходам обрабатывающих предприятий на ИКТ. 0,9\u00A0— небольшое сокращение, 0,7\u00A0— среднее, 0,3\u00A0— резкое",
      kk: "Өңдеу кәсіпорындарының АКТ шығындарына көбейткіш. 0,9\u00A0— аз қысқарту, 0,7\u00A0— орташа, 0,3\u00A0— ауыр",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0.1,
    maximum: 2,
    step: 0.01,
    usual: 0.9,
    reach: "each",
    rules: ["EQ-1"],
  },
  {
    id: "demand",
    name: { en: "Demand for output", ru: "Спрос на продукцию", kk: "Өнімге сұраныс" },
    guidance: {
      en: "Factor on the output of firms. 0.95 is a mild fall of demand, 0.85 medium, 0.7 severe; above 1 a boom",
      ru: "Множитель к выпуску предприятий. 0,95\u00A0— слабое падение спроса, 0,85\u00A0— среднее, 0,7\u00A0— резкое; выше 1\u00A0— подъём",
      kk: "Кәсіпорындардың өнім көлеміне көбейткіш. 0,95\u00A0— сұраныстың аздап төмендеуі, 0,85\u00A0— орташа, 0,7\u00A0— ауыр; 1-ден жоғары — өрлеу",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0.3,
    maximum: 1.5,
    step: 0.01,
    usual: 0.85,
    reach: "each",
    rules: ["EQ-7"],
  },
  {
    id: "staffDrain",
    name: { en: "Drain of ICT staff", ru: "Отток ИКТ-кадров", kk: "АКТ кадрларының кетуі" },
    guidance: {
      en: "Share of ICT staff that leaves industry or the country a year, on top of the trend. 1 % is mild, 5 % heavy",
      ru: "Доля ИКТ-кадров, уходящих за год из промышленности или страны сверх тренда. 1 %\u00A0— слабый отток, 5 %\u00A0— сильный",
      kk: "Үрдістен тыс жылына өнеркәсіптен немесе елден кететін АКТ кадрларының үлесі. 1 %\u00A0— әлсіз, 5 %\u00A0— күшті",
    },
    unit: "share",
    neutral: 0,
    minimum: 0,
    maximum: 0.2,
    step: 0.005,
    usual: 0.05,
    reach: "each",
    rules: ["EQ-5"],
  },
  {
    id: "attackIntensity",
    name: { en: "Cyber attacks", ru: "Кибератаки", kk: "Кибершабуылдар" },
    guidance: {
      en: "Factor on attacks beyond their growth of 54 % a year. 1.5 is a mild wave, 2 medium, 5 heavy; 0 no attacks",
      ru: "Множитель к атакам сверх их роста на 54 % в год. 1,5\u00A0— слабая волна, 2\u00A0— средняя, 5\u00A0— сильная; 0\u00A0— атак нет",
      kk: "Жылына 54 % өсімнен тыс шабуылдарға көбейткіш. 1,5\u00A0— жеңіл толқын, 2\u00A0— орташа, 5\u00A0— ауыр; 0\u00A0— шабуыл жоқ",
    },
    unit: "factor",
    neutral: 1,
    minimum: 0,
    maximum: 5,
    step: 0.1,
    usual: 2,
    reach: "national",
    rules: ["EQ-10"],
  },
  {
    id: "platformIncident",
    name: { en: "Incident on platforms", ru: "Инцидент на платформах", kk: "Платформалардағы инцидент" },
    guidance: {
      en: "Yearly chance that a running platform is broken into and its members are at risk. 10 % is low, 50 % medium, 100 % certain",
      ru: "Годовая вероятность взлома действующей платформы, ставящего под угрозу её участников. 10 %\u00A0— мало, 50 %\u00A0— средне, 100 %\u00A0— наверняка",
      kk: "Жұмыс істейтін платформада инцидент болып, қатысушыларына қауіп төнуінің жылдық ықтималдығы. 10 %\u00A0— төмен, 50 %\u00A0— орташа, 100 %\u00A0— сөзсіз",
    },
    unit: "share",
    neutral: 0,
    minimum: 0,
    maximum: 1,
    step: 0.1,
    usual: 1,
    reach: "national",
    rules: ["EQ-10", "SM-2"],
  },
] as const satisfies readonly ShockKind[];

export type ShockId = (typeof SHOCKS)[number]["id"];

export function shockById(id: ShockId): ShockKind {
  return SHOCKS.find((shock) => shock.id === id)!;
}
