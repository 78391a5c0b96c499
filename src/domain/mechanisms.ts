import type { Names } from "./language.ts";

export type Mechanism = {
  readonly id: string;
  readonly name: Names;
  /** What a run without it leaves out. */
  readonly without: Names;
  /** Rules of SPEC.md that it stands for. */
  readonly rules: readonly string[];
};

/**
 * Parts of the model that a scenario can switch off, to see what they do. Switched off, a mechanism leaves its quantities
 * at their values of 2023, or its term at zero; everything else goes on with the same chance.
 */
export const MECHANISMS = [
  {
    id: "peers",
    name: { en: "Pull of peers", ru: "Влияние примера", kk: "Үлгінің ықпалы" },
    without: {
      en: "The hazard depends on the shares of users of 2023, so adoption does not feed on itself",
      ru: "Интенсивность внедрения зависит от долей использующих 2023 года: внедрение не подпитывает само себя",
      kk: "Енгізу қарқындылығы 2023 жылғы пайдаланушылар үлесіне байланысты болып қалады: енгізу өзін-өзі күшейтпейді",
    },
    rules: ["EQ-3"],
  },
  {
    id: "partners",
    name: { en: "Pull of digital partners", ru: "Влияние цифровых партнёров", kk: "Цифрлық серіктестердің ықпалы" },
    without: {
      en: "It does not matter how many buyers of a firm use digital technology",
      ru: "Не важно, сколько покупателей предприятия используют цифровые технологии",
      kk: "Кәсіпорынның қанша сатып алушысы цифрлық технологияларды пайдаланатыны маңызды емес",
    },
    rules: ["EQ-3", "SM-6"],
  },
  {
    id: "scarcity",
    name: { en: "Scarcity of ICT staff", ru: "Нехватка ИКТ-кадров", kk: "АКТ кадрларының тапшылығы" },
    without: {
      en: "Vacancies do not slow adoption",
      ru: "Вакансии не замедляют внедрение",
      kk: "Бос жұмыс орындары енгізуді баяулатпайды",
    },
    rules: ["EQ-3", "EQ-5"],
  },
  {
    id: "readinessGrowth",
    name: { en: "Change of readiness", ru: "Изменение готовности", kk: "Дайындықтың өзгеруі" },
    without: {
      en: "Every firm keeps its readiness of 2023",
      ru: "Каждое предприятие сохраняет готовность 2023 года",
      kk: "Әр кәсіпорын 2023 жылғы дайындығын сақтайды",
    },
    rules: ["EQ-2"],
  },
  {
    id: "serviceMarket",
    name: { en: "Limits of ICT services", ru: "Пределы рынка ИКТ-услуг", kk: "АКТ қызметтері нарығының шегі" },
    without: {
      en: "Services have their price of 2023 and a place for every pilot",
      ru: "Услуги по цене 2023 года, место есть для каждого пилота",
      kk: "Қызметтер 2023 жылғы бағамен, әр пилотқа орын бар",
    },
    rules: ["EQ-6"],
  },
  {
    id: "platforms",
    name: {
      en: "Platforms of core enterprises",
      ru: "Платформы предприятий-ядер",
      kk: "Ядро кәсіпорындардың платформалары",
    },
    without: {
      en: "No core is selected, whatever the plan pays for",
      ru: "Ни одно ядро не выбирается, что бы ни оплачивал план",
      kk: "Жоспар нені төлесе де, бірде-бір ядро таңдалмайды",
    },
    rules: ["SM-2", "SM-3", "SM-5", "EQ-9"],
  },
  {
    id: "lifeCycle",
    name: { en: "Life cycle of the ecosystem", ru: "Жизненный цикл экосистемы", kk: "Экожүйенің өмірлік циклі" },
    without: {
      en: "The ecosystem stays at its birth, and its stage moves no platform",
      ru: "Экосистема остаётся на стадии зарождения, её стадия не влияет на платформы",
      kk: "Экожүйе пайда болу кезеңінде қалады, оның кезеңі платформаларға әсер етпейді",
    },
    rules: ["SM-14"],
  },
  {
    id: "resourceMechanism",
    name: {
      en: "Mechanism for outside ICT resources",
      ru: "Механизм внешних ИКТ-ресурсов",
      kk: "Сыртқы АКТ ресурстарының тетігі",
    },
    without: {
      en: "The mechanism never starts, whatever the plan pays for",
      ru: "Механизм не запускается, что бы ни оплачивал план",
      kk: "Жоспар нені төлесе де, тетік іске қосылмайды",
    },
    rules: ["SM-15"],
  },
  {
    id: "roles",
    name: { en: "Roles of members", ru: "Роли участников", kk: "Қатысушылардың рөлдері" },
    without: {
      en: "Keystones, dominators and hub landlords change neither the value nor the fee of a platform",
      ru: "Ключевые участники, доминаторы и рантье не меняют ни ценности платформы, ни взноса",
      kk: "Түйінді, үстем және рантье қатысушылар платформаның құндылығы мен жарнасын өзгертпейді",
    },
    rules: ["EQ-9"],
  },
  {
    id: "platformFit",
    name: { en: "Fit of platforms", ru: "Соответствие платформ", kk: "Платформаның сәйкестігі" },
    without: {
      en: "Pilots of members succeed as often as those of others, however well the platform fits",
      ru: "Пилоты участников удаются так же часто, как у других, насколько бы ни подходила платформа",
      kk: "Платформа қаншалықты сай келсе де, қатысушылардың пилоттары басқалардікіндей жиі сәтті болады",
    },
    rules: ["SM-1"],
  },
  {
    id: "regionalShocks",
    name: { en: "Good and bad years", ru: "Удачные и неудачные годы", kk: "Сәтті және сәтсіз жылдар" },
    without: {
      en: "Every year is an average one in every region",
      ru: "Каждый год в каждом регионе средний",
      kk: "Әр өңірде әр жыл орташа",
    },
    rules: ["SM-1"],
  },
  {
    id: "exits",
    name: { en: "Giving up", ru: "Отказ от технологий", kk: "Технологиядан бас тарту" },
    without: {
      en: "Users never give up digital technology",
      ru: "Использующие никогда не отказываются от технологий",
      kk: "Пайдаланушылар технологиядан ешқашан бас тартпайды",
    },
    rules: ["SM-1"],
  },
  {
    id: "integrationLoss",
    name: {
      en: "Loss while integrating (J-curve)",
      ru: "Потери при внедрении (J-кривая)",
      kk: "Енгізу кезіндегі шығын (J-қисық)",
    },
    without: {
      en: "Integrating costs no output",
      ru: "Внедрение не снижает выпуск",
      kk: "Енгізу өнім көлемін азайтпайды",
    },
    rules: ["EQ-7"],
  },
  {
    id: "technologies",
    name: { en: "Technologies of users", ru: "Технологии пользователей", kk: "Пайдаланушылардың технологиялары" },
    without: {
      en: "Firms keep the technologies of 2023; those integrated later take up none of the list",
      ru: "У предприятий остаются технологии 2023 года; внедрившие позже не получают ни одной из перечня",
      kk: "Кәсіпорындарда 2023 жылғы технологиялар қалады; кейін енгізгендер тізімнен ешқайсысын алмайды",
    },
    rules: ["SM-1", "EQ-2"],
  },
  {
    id: "twins",
    name: { en: "Digital twins", ru: "Цифровые двойники", kk: "Цифрлық егіздер" },
    without: {
      en: "The digital twins of 2023 stay as they are, nobody builds another",
      ru: "Цифровые двойники 2023 года остаются как есть, новых никто не создаёт",
      kk: "2023 жылғы цифрлық егіздер сол күйінде қалады, жаңасын ешкім жасамайды",
    },
    rules: ["SM-13"],
  },
  {
    id: "cyber",
    name: { en: "Cyber incidents", ru: "Киберинциденты", kk: "Киберинциденттер" },
    without: {
      en: "Nobody is breached",
      ru: "Взломов не происходит",
      kk: "Киберқорғаныс ешқашан бұзылмайды",
    },
    rules: ["EQ-10"],
  },
  {
    id: "technologyGains",
    name: { en: "Gains from technologies", ru: "Отдача от технологий", kk: "Технологиялардан түсетін пайда" },
    without: {
      en: "Technologies add nothing to output; ICT capital still does",
      ru: "Технологии не увеличивают выпуск; ИКТ-капитал по-прежнему увеличивает",
      kk: "Технологиялар өнім көлемін арттырмайды; АКТ капиталы бұрынғыдай арттырады",
    },
    rules: ["EQ-7"],
  },
] as const satisfies readonly Mechanism[];

export type MechanismId = (typeof MECHANISMS)[number]["id"];
