import type { Names } from "./language.ts";
import { INSTITUTION_LEVERS } from "./institutionLevers.ts";
import { PLATFORM_LEVERS } from "./platformLevers.ts";

export type LeverUnit =
  | "share"
  | "firmsPerYear"
  | "personsPerYear"
  | "racksPerYear"
  | "labs"
  | "points"
  | "cores"
  | "index";

export type Lever = {
  readonly id: string;
  readonly name: Names;
  /** What it does, what a low, a medium and a high value is. */
  readonly guidance: Names;
  readonly unit: LeverUnit;
  /** Value at which the lever changes nothing (ID-12). */
  readonly neutral: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** Value with which a new measure starts. */
  readonly usual: number;
  /**
   * "each": every chosen region gets the value; "shared": the value is a national total, shared out over the chosen
   * regions by their number of firms; "national": acts on the whole country, regions cannot be chosen.
   */
  readonly reach: "each" | "shared" | "national";
  /** Whether the lever costs money that a budget can cap (EQ in SPEC.md, section money). */
  readonly costs: boolean;
};

export const LEVERS = [
  {
    id: "advice",
    name: { en: "Advice by a project office", ru: "Консультации проектного офиса", kk: "Жобалық кеңсенің кеңес беруі" },
    guidance: {
      en: "Firms advised a year in the chosen regions together. 20 is a small office, 60 a full one, 200 several offices",
      ru: "Сколько предприятий в год получают консультации во всех выбранных регионах вместе. 20\u00A0— малый офис, 60\u00A0— полный, 200\u00A0— несколько офисов",
      kk: "Таңдалған өңірлерде барлығы жылына кеңес алатын кәсіпорындар. 20\u00A0— шағын кеңсе, 60\u00A0— толық, 200\u00A0— бірнеше кеңсе",
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
    id: "subsidy",
    name: { en: "Subsidy of project cost", ru: "Субсидия на стоимость проекта", kk: "Жоба құнына субсидия" },
    guidance: {
      en: "Part of the cost of a digital project that the state pays. 10 % is low, 30 % medium, 50 % high",
      ru: "Доля стоимости цифрового проекта, которую платит государство. 10 %\u00A0— мало, 30 %\u00A0— средне, 50 %\u00A0— много",
      kk: "Цифрлық жоба құнының мемлекет төлейтін бөлігі. 10 %\u00A0— төмен, 30 %\u00A0— орташа, 50 %\u00A0— жоғары",
    },
    unit: "share",
    neutral: 0,
    minimum: 0,
    maximum: 0.9,
    step: 0.05,
    usual: 0.3,
    reach: "each",
    costs: true,
  },
  {
    id: "loanPoints",
    name: { en: "Cheaper loans", ru: "Удешевление кредитов", kk: "Несиелерді арзандату" },
    guidance: {
      en: "Percentage points taken off the interest of loans for digital projects; a loan covers the whole project at any value. 2 is low, 5 medium, 10 high",
      ru: "На сколько процентных пунктов ниже ставка кредита на цифровой проект; при любом значении кредит покрывает весь проект. 2\u00A0— мало, 5\u00A0— средне, 10\u00A0— много",
      kk: "Цифрлық жобаға арналған несие мөлшерлемесі неше пайыздық тармаққа төмен; кез келген мәнде несие бүкіл жобаны қамтиды. 2\u00A0— төмен, 5\u00A0— орташа, 10\u00A0— жоғары",
    },
    unit: "points",
    neutral: 0,
    minimum: 0,
    maximum: 15,
    step: 1,
    usual: 5,
    reach: "each",
    costs: true,
  },
  {
    id: "trainingShare",
    name: { en: "Training in ICT spending", ru: "Обучение в расходах на ИКТ", kk: "АКТ шығындарындағы оқыту үлесі" },
    guidance: {
      en: "Part of firms' ICT spending added for staff training, half of it paid by the plan. 1 % is low, 4 % medium, 10 % high",
      ru: "Доля расходов предприятий на ИКТ, добавляемая на обучение кадров; половину платит план. 1 %\u00A0— мало, 4 %\u00A0— средне, 10 %\u00A0— много",
      kk: "Кәсіпорындардың АКТ шығындарының кадрларды оқытуға қосымша бағытталатын үлесі; жартысын жоспар төлейді. 1 %\u00A0— төмен, 4 %\u00A0— орташа, 10 %\u00A0— жоғары",
    },
    unit: "share",
    neutral: 0,
    minimum: 0,
    maximum: 0.2,
    step: 0.01,
    usual: 0.04,
    reach: "each",
    costs: true,
  },
  {
    id: "graduates",
    name: { en: "More ICT graduates", ru: "Дополнительные ИКТ-выпускники", kk: "Қосымша АКТ түлектері" },
    guidance: {
      en: "Additional ICT graduates a year who take work in industry, two years after enrolment. 200 is low, 800 medium, 2,000 high",
      ru: "Сколько ещё ИКТ-выпускников в год приходит в промышленность, через два года после набора. 200\u00A0— мало, 800\u00A0— средне, 2000\u00A0— много",
      kk: "Жылына қосымша АКТ түлектері, қабылданғаннан екі жыл өткен соң. 200\u00A0— төмен, 800\u00A0— орташа, 2000\u00A0— жоғары",
    },
    unit: "personsPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 3000,
    step: 50,
    usual: 800,
    reach: "shared",
    costs: true,
  },
  {
    id: "retraining",
    name: {
      en: "Retraining for ICT work",
      ru: "Переобучение на ИКТ-специальности",
      kk: "АКТ мамандықтарына қайта даярлау",
    },
    guidance: {
      en: "People retrained for ICT work a year. 100 is low, 600 medium, 1,500 high",
      ru: "Сколько человек в год переобучается на ИКТ-специальности. 100\u00A0— мало, 600\u00A0— средне, 1500\u00A0— много",
      kk: "Жылына АКТ мамандықтарына қайта даярланатын адамдар. 100\u00A0— төмен, 600\u00A0— орташа, 1500\u00A0— жоғары",
    },
    unit: "personsPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 3000,
    step: 50,
    usual: 600,
    reach: "shared",
    costs: true,
  },
  {
    id: "staffLoss",
    name: { en: "Change of ICT staff loss", ru: "Изменение оттока ИКТ-кадров", kk: "АКТ кадрлары кетуінің өзгеруі" },
    guidance: {
      en: "Share of ICT staff lost a year on top of the trend. Negative values keep staff: −1 % is medium, 5 % is a heavy drain",
      ru: "Доля ИКТ-кадров, теряемая за год сверх тренда. Отрицательные значения удерживают кадры: −1 %\u00A0— средне, 5 %\u00A0— сильный отток",
      kk: "Үрдістен тыс жылына кететін АКТ кадрларының үлесі. Теріс мән кадрларды сақтайды: −1 %\u00A0— орташа, 5 %\u00A0— қатты кету",
    },
    unit: "share",
    neutral: 0,
    minimum: -0.05,
    maximum: 0.1,
    step: 0.005,
    usual: -0.01,
    reach: "each",
    costs: false,
  },
  {
    id: "racks",
    name: {
      en: "New data-centre racks",
      ru: "Новые стойки центров обработки данных",
      kk: "Деректерді өңдеу орталығының жаңа стойкалары",
    },
    guidance: {
      en: "Racks built a year in the chosen regions together, in use a year later. 50 is low, 150 medium, 500 high",
      ru: "Сколько стоек в год строится во всех выбранных регионах вместе; работают через год. 50\u00A0— мало, 150\u00A0— средне, 500\u00A0— много",
      kk: "Таңдалған өңірлерде жылына салынатын стойкалар, бір жылдан кейін жұмыс істейді. 50\u00A0— төмен, 150\u00A0— орташа, 500\u00A0— жоғары",
    },
    unit: "racksPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 1000,
    step: 10,
    usual: 150,
    reach: "shared",
    costs: true,
  },
  {
    id: "cloudDiscount",
    name: { en: "Cheaper cloud services", ru: "Удешевление облачных сервисов", kk: "Бұлтты сервистерді арзандату" },
    guidance: {
      en: "Part of the price of cloud services that the plan pays; cheaper cloud comes into reach of less ready firms. 10 % is low, 20 % medium, 40 % high",
      ru: "Доля цены облачных сервисов, которую платит план; удешевление делает облако доступным и менее готовым предприятиям. 10 %\u00A0— мало, 20 %\u00A0— средне, 40 %\u00A0— много",
      kk: "Бұлтты сервистер бағасының жоспар төлейтін бөлігі; арзан бұлт дайындығы төмен кәсіпорындарға да қолжетімді болады. 10 %\u00A0— төмен, 20 %\u00A0— орташа, 40 %\u00A0— жоғары",
    },
    unit: "share",
    neutral: 0,
    minimum: 0,
    maximum: 0.6,
    step: 0.05,
    usual: 0.2,
    reach: "each",
    costs: true,
  },
  ...PLATFORM_LEVERS,
  ...INSTITUTION_LEVERS,
  {
    id: "digitalTwins",
    name: { en: "Support for digital twins", ru: "Поддержка цифровых двойников", kk: "Цифрлық егіздерді қолдау" },
    guidance: {
      en: "Users helped to a digital twin a year, first to the industrial internet of things it needs. 10 is low, 30 medium, 60 high",
      ru: "Скольким использующим предприятиям в год помогают создать цифровой двойник, а сначала — внедрить нужный ему промышленный интернет вещей. 10\u00A0— мало, 30\u00A0— средне, 60\u00A0— много",
      kk: "Жылына цифрлық егіз жасауға, әуелі оған керек өнеркәсіптік заттар интернетіне көмек алатын пайдаланушылар. 10\u00A0— төмен, 30\u00A0— орташа, 60\u00A0— жоғары",
    },
    unit: "firmsPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 200,
    step: 5,
    usual: 30,
    reach: "shared",
    costs: true,
  },
  {
    id: "robotCells",
    name: {
      en: "Support for robot cells",
      ru: "Поддержка роботизированных ячеек",
      kk: "Роботтандырылған ұяшықтарды қолдау",
    },
    guidance: {
      en: "Robot cells supported a year, one a firm; where MES is missing, first that. 10 is low, 40 medium, 100 high",
      ru: "Сколько роботизированных ячеек в год поддерживается, по одной на предприятие; где нет MES, сначала она. 10\u00A0— мало, 40\u00A0— средне, 100\u00A0— много",
      kk: "Жылына қолдау алатын роботтандырылған ұяшықтар, кәсіпорынға біреуден; MES жоқ жерде алдымен сол. 10\u00A0— төмен, 40\u00A0— орташа, 100\u00A0— жоғары",
    },
    unit: "firmsPerYear",
    neutral: 0,
    minimum: 0,
    maximum: 200,
    step: 5,
    usual: 40,
    reach: "shared",
    costs: true,
  },
  {
    id: "serviceCentre",
    name: {
      en: "Service centre for pilots",
      ru: "Сервисный центр для пилотов",
      kk: "Пилоттарға арналған сервис орталығы",
    },
    guidance: {
      en: "0 none, 1 a full centre in each chosen region, which raises the yearly chance that a pilot succeeds by 5 percentage points",
      ru: "0\u00A0— нет, 1\u00A0— полный центр в каждом выбранном регионе, повышает вероятность успеха пилота за год на 5 процентных пунктов",
      kk: "0\u00A0— жоқ, 1\u00A0— таңдалған әр өңірдегі толық орталық: пилоттың бір жылда сәтті болу ықтималдығын 5 пайыздық тармаққа арттырады",
    },
    unit: "index",
    neutral: 0,
    minimum: 0,
    maximum: 1,
    step: 0.1,
    usual: 1,
    reach: "each",
    costs: true,
  },
  {
    id: "securityShare",
    name: {
      en: "Security in ICT spending",
      ru: "Кибербезопасность в расходах на ИКТ",
      kk: "АКТ шығындарындағы киберқауіпсіздік үлесі",
    },
    guidance: {
      en: "Part of firms' ICT spending added for cyber security, half of it paid by the plan. 2 % is low, 5 % medium, 10 % high",
      ru: "Доля расходов предприятий на ИКТ, добавляемая на кибербезопасность; половину платит план. 2 %\u00A0— мало, 5 %\u00A0— средне, 10 %\u00A0— много",
      kk: "Кәсіпорындардың АКТ шығындарының киберқауіпсіздікке қосымша бағытталатын үлесі; жартысын жоспар төлейді. 2 %\u00A0— төмен, 5 %\u00A0— орташа, 10 %\u00A0— жоғары",
    },
    unit: "share",
    neutral: 0,
    minimum: 0,
    maximum: 0.2,
    step: 0.01,
    usual: 0.05,
    reach: "each",
    costs: true,
  },
] as const satisfies readonly Lever[];

export type LeverId = (typeof LEVERS)[number]["id"];

export function leverById(id: LeverId): Lever {
  return LEVERS.find((lever) => lever.id === id)!;
}
