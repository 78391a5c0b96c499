import type { Language, Names } from "./language.ts";

export type IndicatorUnit =
  | "share"
  | "firms"
  | "index"
  | "technologies"
  | "billionKzt"
  | "persons"
  | "racks"
  | "perThousand"
  | "members";

export type Indicator = {
  /** Column name in CSV and JSON. */
  readonly id: string;
  readonly name: Names;
  readonly definition: Names;
  readonly unit: IndicatorUnit;
  /** Table of the source study that 2023 comes from, or the equation that makes it. */
  readonly source: string | Names;
  /** Year of the observed values behind it; later years are simulated. */
  readonly observedYear: number;
  /** Decimal digits worth showing (percent counts after conversion). */
  readonly decimals: number;
};

/** Yearly columns of a region, in the order in which they stand in a snapshot and in regions.csv. */
export const REGIONAL_INDICATORS = [
  {
    id: "firms",
    name: {
      en: "Large and medium manufacturers",
      ru: "Крупные и средние предприятия обрабатывающей промышленности",
      kk: "Өңдеу өнеркәсібінің ірі және орта кәсіпорындары",
    },
    definition: {
      en: "Number of large and medium manufacturing enterprises, reconstructed from the published percentages",
      ru: "Число крупных и средних предприятий обрабатывающей промышленности, восстановленное по опубликованным процентам",
      kk: "Жарияланған пайыздар бойынша қалпына келтірілген өңдеу өнеркәсібінің ірі және орта кәсіпорындарының саны",
    },
    unit: "firms",
    source: { en: "T14 (reconstructed)", ru: "T14 (восстановлено)", kk: "T14 (қалпына келтірілген)" },
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "digital_users",
    name: {
      en: "Firms using digital technology",
      ru: "Предприятия, использующие цифровые технологии",
      kk: "Цифрлық технологияларды пайдаланатын кәсіпорындар",
    },
    definition: {
      en: "Large and medium manufacturers in the stages integrated or scaled",
      ru: "Крупные и средние обрабатывающие предприятия на стадиях «внедрено» и «масштабировано»",
      kk: "«Енгізген» және «кеңейткен» сатыларындағы ірі және орта өңдеу кәсіпорындары",
    },
    unit: "firms",
    source: "T14",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "digital_share",
    name: {
      en: "Share of digital users",
      ru: "Доля использующих цифровые технологии",
      kk: "Цифрлық технологияларды пайдаланатындар үлесі",
    },
    definition: {
      en: "Share of large and medium manufacturers that use digital technology, rounded to 0.1 % as in statistics",
      ru: "Доля крупных и средних обрабатывающих предприятий, использующих цифровые технологии, с точностью до 0,1 %, как в статистике",
      kk: "Ірі және орта өңдеу кәсіпорындары арасында цифрлық технологияларды пайдаланатындардың үлесі, статистикадағыдай 0,1 %-ға дейінгі дәлдікпен",
    },
    unit: "share",
    source: "T14",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "readiness",
    name: { en: "Readiness", ru: "Готовность", kk: "Дайындық" },
    definition: {
      en: "Digital readiness of the region's large and medium manufacturers: their nine blocks averaged, then combined (EQ-2)",
      ru: "Цифровая готовность крупных и средних обрабатывающих предприятий региона: девять блоков усреднены и объединены (EQ-2)",
      kk: "Өңірдің ірі және орта өңдеу кәсіпорындарының цифрлық дайындығы: тоғыз блок орташаланып, біріктірілген (EQ-2)",
    },
    unit: "index",
    source: "EQ-2, T11, T29",
    observedYear: 2023,
    decimals: 3,
  },
  {
    id: "manuf_output",
    name: { en: "Manufacturing output", ru: "Выпуск обрабатывающей промышленности", kk: "Өңдеу өнеркәсібінің өнімі" },
    definition: {
      en: "Output of manufacturing in prices of 2023",
      ru: "Объём продукции обрабатывающей промышленности в ценах 2023 года",
      kk: "Өңдеу өнеркәсібі өнімінің көлемі, 2023 жылғы бағамен",
    },
    unit: "billionKzt",
    source: "T18",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "digital_output",
    name: { en: "Digital output", ru: "Цифровой выпуск", kk: "Цифрлық өнім" },
    definition: {
      en: "Manufacturing output times the share of digital users (EQ-8); it rises with adoption by construction",
      ru: "Выпуск обрабатывающей промышленности, умноженный на долю использующих (EQ-8); растёт с внедрением по построению",
      kk: "Өңдеу өнеркәсібі өнімінің пайдаланушылар үлесіне көбейтіндісі (EQ-8); құрылымы бойынша енгізумен бірге өседі",
    },
    unit: "billionKzt",
    source: "EQ-8, T18",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "output_of_adopters",
    name: {
      en: "Output of digital users",
      ru: "Выпуск использующих предприятий",
      kk: "Пайдаланушы кәсіпорындардың өнімі",
    },
    definition: {
      en: "Output of the large and medium manufacturers that use digital technology",
      ru: "Выпуск крупных и средних обрабатывающих предприятий, использующих цифровые технологии",
      kk: "Цифрлық технологияларды пайдаланатын ірі және орта өңдеу кәсіпорындарының өнімі",
    },
    unit: "billionKzt",
    source: "EQ-7",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "efficiency_fixed",
    name: {
      en: "Efficiency, fixed frontier",
      ru: "Эффективность, фиксированная граница",
      kk: "Тиімділік, бекітілген шекара",
    },
    definition: {
      en: "How much of the digital output that the frontier of 2023 allows for its ICT staff and fixed capital the region reaches",
      ru: "Какую часть цифрового выпуска, возможного по границе 2023 года при данных ИКТ-кадрах и основном капитале, регион достигает",
      kk: "Өңірдің АКТ мамандары мен негізгі капиталы бойынша 2023 жылғы шекарада алуға болатын цифрлық өнімнің қандай бөлігіне жететіні",
    },
    unit: "share",
    source: { en: "model, frontier of 2023", ru: "модель, граница 2023 года", kk: "модель, 2023 жылғы шекара" },
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "ict_investments",
    name: { en: "ICT investment", ru: "Инвестиции в ИКТ", kk: "АКТ-ға салынған инвестициялар" },
    definition: {
      en: "ICT investment of the region: the observed value of 2023 moved by the simulated spending of its firms (EQ-1)",
      ru: "Инвестиции региона в ИКТ: наблюдаемое значение 2023 года, изменённое расходами предприятий в модели (EQ-1)",
      kk: "Өңірдің АКТ-ға салған инвестициялары: 2023 жылғы байқалған мән, модельдегі кәсіпорындар шығындарымен өзгертілген (EQ-1)",
    },
    unit: "billionKzt",
    source: "T18, EQ-1",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "innovation_expenditure",
    name: { en: "Innovation expenditure", ru: "Затраты на инновации", kk: "Инновацияларға жұмсалған шығындар" },
    definition: {
      en: "Expenditure on product and process innovation; kept at the value of 2023",
      ru: "Затраты на продуктовые и процессные инновации; сохраняются на уровне 2023 года",
      kk: "Өнімдік және процестік инновацияларға жұмсалған шығындар; 2023 жылғы деңгейде сақталады",
    },
    unit: "billionKzt",
    source: "T18",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "ict_specialists_per1000",
    name: {
      en: "ICT specialists per 1,000 employed",
      ru: "ИКТ-специалисты на 1000 занятых",
      kk: "Жұмыспен қамтылған 1000 адамға шаққандағы АКТ мамандары",
    },
    definition: {
      en: "ICT specialists per 1,000 employed: the observed value of 2023 moved by the simulated ICT staff (EQ-5)",
      ru: "ИКТ-специалисты на 1000 занятых: наблюдаемое значение 2023 года, изменённое численностью ИКТ-кадров в модели (EQ-5)",
      kk: "Жұмыспен қамтылған 1000 адамға шаққандағы АКТ мамандары: 2023 жылғы байқалған мән, модельдегі АКТ кадрларымен өзгертілген (EQ-5)",
    },
    unit: "perThousand",
    source: "T18, EQ-5",
    observedYear: 2023,
    decimals: 2,
  },
  {
    id: "fixed_capital_industry",
    name: {
      en: "Investment in fixed capital of industry",
      ru: "Инвестиции в основной капитал промышленности",
      kk: "Өнеркәсіптің негізгі капиталына салынған инвестициялар",
    },
    definition: {
      en: "Investment in fixed capital of industry; kept at the value of 2023",
      ru: "Инвестиции в основной капитал промышленности; сохраняются на уровне 2023 года",
      kk: "Өнеркәсіптің негізгі капиталына салынған инвестициялар; 2023 жылғы деңгейде сақталады",
    },
    unit: "billionKzt",
    source: "T18",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "cloud_use_share",
    name: {
      en: "Share of cloud users",
      ru: "Доля использующих облачные сервисы",
      kk: "Бұлтты сервистерді пайдаланатындар үлесі",
    },
    definition: {
      en: "Enterprises using cloud computing: the observed value of 2023 moved by the simulated share of industrial cloud users",
      ru: "Доля организаций, использующих облачные сервисы: наблюдаемое значение 2023 года, изменённое долей пользователей облака в модели",
      kk: "Бұлтты сервистерді пайдаланатын ұйымдар: 2023 жылғы байқалған мән, модельдегі бұлтты пайдаланушылар үлесімен өзгертілген",
    },
    unit: "share",
    source: "T18, T15",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "big_data_share",
    name: {
      en: "Share of big-data users",
      ru: "Доля использующих анализ больших данных",
      kk: "Үлкен деректерді талдайтындар үлесі",
    },
    definition: {
      en: "Industrial enterprises analysing big data among all industrial enterprises of the region (simulated, matched to the national total)",
      ru: "Доля промышленных предприятий региона, анализирующих большие данные (модель, согласована с итогом по стране)",
      kk: "Өңірдің үлкен деректерді талдайтын өнеркәсіп кәсіпорындарының үлесі (модель, ел бойынша жиынтыққа келтірілген)",
    },
    unit: "share",
    source: "T15",
    observedYear: 2023,
    decimals: 1,
  },
  {
    id: "ict_staff",
    name: { en: "ICT staff in industry", ru: "ИКТ-специалисты в промышленности", kk: "Өнеркәсіптегі АКТ мамандары" },
    definition: {
      en: "ICT specialists working in the region's industry (EQ-5)",
      ru: "ИКТ-специалисты в промышленности региона (EQ-5)",
      kk: "Өңір өнеркәсібіндегі АКТ мамандары (EQ-5)",
    },
    unit: "persons",
    source: "F23, EQ-5",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "racks",
    name: {
      en: "Data-centre racks",
      ru: "Стойки центров обработки данных",
      kk: "Деректерді өңдеу орталықтарының стойкалары",
    },
    definition: {
      en: "Commercial data-centre racks; the national total of 2023 shared out by the number of data centres",
      ru: "Стойки коммерческих центров обработки данных; итог 2023 года распределён по числу центров",
      kk: "Коммерциялық деректерді өңдеу орталықтарының стойкалары; 2023 жылғы жиынтық орталықтар саны бойынша бөлінген",
    },
    unit: "racks",
    source: "F67, T18",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "platform_members",
    name: { en: "Platform members", ru: "Участники платформ", kk: "Платформа қатысушылары" },
    definition: {
      en: "Large and medium manufacturers connected to the platform of a core enterprise (SM-2)",
      ru: "Крупные и средние обрабатывающие предприятия, подключённые к платформе ядра (SM-2)",
      kk: "Ядро платформасына қосылған ірі және орта өңдеу кәсіпорындары (SM-2)",
    },
    unit: "members",
    source: "SM-2",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "firm_entries",
    name: { en: "New firms", ru: "Новые предприятия", kk: "Жаңа кәсіпорындар" },
    definition: {
      en: "Large and medium manufacturers that opened in the year, each in a vacant place (ID-1)",
      ru: "Крупные и средние обрабатывающие предприятия, открывшиеся за год на свободном месте (ID-1)",
      kk: "Бір жылда бос орынға ашылған ірі және орта өңдеу кәсіпорындары (ID-1)",
    },
    unit: "firms",
    source: "ID-1",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "firm_exits",
    name: { en: "Firms closed", ru: "Закрывшиеся предприятия", kk: "Жабылған кәсіпорындар" },
    definition: {
      en: "Large and medium manufacturers that closed in the year: after two years without cash, or by the assumed share (ID-1)",
      ru: "Крупные и средние обрабатывающие предприятия, закрывшиеся за год: после двух лет без средств или по принятой доле (ID-1)",
      kk: "Бір жылда жабылған ірі және орта өңдеу кәсіпорындары: екі жыл қаражатсыз қалған немесе қабылданған үлес бойынша (ID-1)",
    },
    unit: "firms",
    source: "ID-1",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "ict_vacancies",
    name: { en: "Vacancies for ICT staff", ru: "Вакансии ИКТ-специалистов", kk: "АКТ мамандарының бос жұмыс орындары" },
    definition: {
      en: "Places for ICT staff in the region's industry that stay empty: what the trend and the vacancies of 2022 ask for, less the staff (EQ-5)",
      ru: "Незаполненные места ИКТ-специалистов в промышленности региона: потребность по тренду и вакансиям 2022 года за вычетом занятых (EQ-5)",
      kk: "Өңір өнеркәсібіндегі АКТ мамандарының толмаған жұмыс орындары: үрдіс пен 2022 жылғы бос жұмыс орындары бойынша қажеттілік, жұмыс істейтіндер шегерілген (EQ-5)",
    },
    unit: "persons",
    source: "F23, EQ-5",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "ict_moves",
    name: {
      en: "ICT staff moving in, net",
      ru: "Сальдо миграции ИКТ-специалистов между регионами",
      kk: "АКТ мамандарының өңірлер арасындағы көші-қон сальдосы",
    },
    definition: {
      en: "ICT specialists who came from other regions less those who left for them; adds up to zero over the country (EQ-5)",
      ru: "ИКТ-специалисты, приехавшие из других регионов, за вычетом уехавших; по стране в сумме ноль (EQ-5)",
      kk: "Басқа өңірлерден келген АКТ мамандары, кеткендер шегерілген; ел бойынша қосындысы нөл (EQ-5)",
    },
    unit: "persons",
    source: "EQ-5",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "rack_use",
    name: {
      en: "Use of data centres",
      ru: "Загрузка центров обработки данных",
      kk: "Деректерді өңдеу орталықтарының жүктелуі",
    },
    definition: {
      en: "Demand of the region's cloud users over its racks, relative to 2023 (SM-11); at most 100 % is shown, above 90 % cloud costs more",
      ru: "Отношение спроса пользователей облака к стойкам региона, относительно 2023 года (SM-11); показывается не более 100 %, при загрузке выше 90 % облако дорожает",
      kk: "Өңірдің бұлтты пайдаланушылары сұранысының стойкаларға қатынасы, 2023 жылға қатысты (SM-11); 100 %-дан артық көрсетілмейді, 90 %-дан жоғары болса, бұлт қымбаттайды",
    },
    unit: "share",
    source: "SM-11, T18",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "free_cash",
    name: {
      en: "Free cash of large and medium firms",
      ru: "Свободные средства крупных и средних предприятий",
      kk: "Ірі және орта кәсіпорындардың бос қаражаты",
    },
    definition: {
      en: "Cash from which the region's large and medium manufacturers pay projects; it falls when they integrate and is earned again (ID-5)",
      ru: "Средства, из которых крупные и средние обрабатывающие предприятия региона оплачивают проекты; при внедрении убывают, затем восстанавливаются (ID-5)",
      kk: "Өңірдің ірі және орта өңдеу кәсіпорындары жобаларға төлейтін қаражат; енгізу кезінде азайып, кейін қалпына келеді (ID-5)",
    },
    unit: "billionKzt",
    source: "ID-5",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "support_money",
    name: { en: "Support spent", ru: "Израсходовано на поддержку", kk: "Қолдауға жұмсалған қаражат" },
    definition: {
      en: "Money that the plan spends in the region in the year",
      ru: "Средства плана, израсходованные в регионе за год",
      kk: "Жоспар бойынша өңірде бір жылда жұмсалған қаражат",
    },
    unit: "billionKzt",
    source: { en: "plan", ru: "план", kk: "жоспар" },
    observedYear: 2023,
    decimals: 2,
  },
  {
    id: "technologies_per_user",
    name: {
      en: "Technologies per user",
      ru: "Технологий на одного пользователя",
      kk: "Бір пайдаланушыға шаққандағы технологиялар",
    },
    definition: {
      en: "Mean number of technologies (ERP, CRM, MES, SCM, industrial internet of things, 3D printing, robots, AI, digital twin) of firms that use digital technology; illustrative: no Kazakhstani data",
      ru: "Среднее число технологий (ERP, CRM, MES, SCM, промышленный интернет вещей, 3D-печать, роботы, ИИ, цифровой двойник) у использующих предприятий; иллюстративно: данных по Казахстану нет",
      kk: "Цифрлық технологияларды пайдаланатын кәсіпорындардағы технологиялардың (ERP, CRM, MES, SCM, өнеркәсіптік заттар интернеті, 3D басып шығару, роботтар, ЖИ, цифрлық егіз) орташа саны; иллюстрация: Қазақстан деректері жоқ",
    },
    unit: "technologies",
    source: "SM-1",
    observedYear: 2023,
    decimals: 2,
  },
  {
    id: "digital_factories",
    name: {
      en: "Factories with a digital twin",
      ru: "Фабрики с цифровым двойником",
      kk: "Цифрлық егізі бар фабрикалар",
    },
    definition: {
      en: "Firms on the rung digital of the factory ladder: a digital twin, not yet smart (SM-12); illustrative",
      ru: "Предприятия на ступени «цифровая фабрика»: есть цифровой двойник, ещё не умная (SM-12); иллюстративно",
      kk: "Фабрика баспалдағының «цифрлық» басқышындағы кәсіпорындар: цифрлық егізі бар, әлі ақылды емес (SM-12); иллюстрация",
    },
    unit: "firms",
    source: "SM-12",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "smart_factories",
    name: { en: "Smart factories", ru: "Умные фабрики", kk: "Ақылды фабрикалар" },
    definition: {
      en: "Firms on the rungs smart and virtual: industrial internet of things, AI, robots or MES, readiness above 0.80 (SM-12); illustrative",
      ru: "Предприятия на ступенях «умная» и «виртуальная»: промышленный интернет вещей, ИИ, роботы или MES, готовность выше 0,80 (SM-12); иллюстративно",
      kk: "«Ақылды» және «виртуалды» басқыштардағы кәсіпорындар: өнеркәсіптік заттар интернеті, ЖИ, роботтар немесе MES, дайындығы 0,80-нен жоғары (SM-12); иллюстрация",
    },
    unit: "firms",
    source: "SM-12",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "virtual_factories",
    name: { en: "Virtual factories", ru: "Виртуальные фабрики", kk: "Виртуалды фабрикалар" },
    definition: {
      en: "Smart factories that co-create on a platform and whose partners are digital to at least 30 % (SM-12); illustrative",
      ru: "Умные фабрики, создающие продукт вместе с партнёрами на платформе, где не менее 30 % партнёров цифровые (SM-12); иллюстративно",
      kk: "Платформада серіктестермен бірге өнім жасайтын, серіктестерінің кемінде 30 %-ы цифрлық ақылды фабрикалар (SM-12); иллюстрация",
    },
    unit: "firms",
    source: "SM-12",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "cyber_breaches",
    name: { en: "Firms breached", ru: "Взломанные предприятия", kk: "Киберқорғанысы бұзылған кәсіпорындар" },
    definition: {
      en: "Large and medium manufacturers with a cyber breach in the year (EQ-10); illustrative",
      ru: "Крупные и средние обрабатывающие предприятия, взломанные за год (EQ-10); иллюстративно",
      kk: "Бір жылда киберқорғанысы бұзылған ірі және орта өңдеу кәсіпорындары (EQ-10); иллюстрация",
    },
    unit: "firms",
    source: "EQ-10",
    observedYear: 2023,
    decimals: 0,
  },
  {
    id: "cyber_losses",
    name: {
      en: "Output lost to breaches",
      ru: "Выпуск, потерянный из-за взломов",
      kk: "Киберқорғаныс бұзылуынан жоғалған өнім",
    },
    definition: {
      en: "Output that breached firms and their digital buyers lose in the year (EQ-10); illustrative",
      ru: "Выпуск, потерянный за год взломанными предприятиями и их цифровыми покупателями (EQ-10); иллюстративно",
      kk: "Киберқорғанысы бұзылған кәсіпорындар мен олардың цифрлық сатып алушылары бір жылда жоғалтқан өнім (EQ-10); иллюстрация",
    },
    unit: "billionKzt",
    source: "EQ-10",
    observedYear: 2023,
    decimals: 2,
  },
] as const satisfies readonly Indicator[];

export type RegionalIndicatorId = (typeof REGIONAL_INDICATORS)[number]["id"];

/** What only the runs on the page know of each region (YearExplanation): the map shows it; no file, comparison or digest holds it. */
const EXPLAINED_INDICATORS = [
  {
    id: "could_start",
    name: {
      en: "Ready firms without digital technology",
      ru: "Готовые предприятия без цифровых технологий",
      kk: "Цифрлық технологиясыз дайын кәсіпорындар",
    },
    definition: {
      en: "Large and medium manufacturers above the readiness threshold that use no digital technology at the start of the year: those that could start (EQ-3)",
      ru: "Крупные и средние обрабатывающие предприятия с готовностью выше порога, которые на начало года не используют цифровые технологии: те, что могли бы начать (EQ-3)",
      kk: "Дайындығы табалдырықтан жоғары, бірақ жыл басында цифрлық технологияларды пайдаланбайтын ірі және орта өңдеу кәсіпорындары: бастай алатындар (EQ-3)",
    },
    unit: "firms",
    source: "EQ-3",
    observedYear: 2023,
    decimals: 0,
  },
] as const satisfies readonly Indicator[];

/** Whatever the map can be coloured by. */
export const MAP_INDICATORS = [...REGIONAL_INDICATORS, ...EXPLAINED_INDICATORS] as const;

export type MapIndicatorId = (typeof MAP_INDICATORS)[number]["id"];

/** Where an indicator comes from; most are codes of tables and equations, which are the same in every language. */
export function sourceOf({ source }: Indicator, language: Language): string {
  return typeof source === "string" ? source : source[language];
}

export function indicatorById(id: MapIndicatorId): Indicator {
  return MAP_INDICATORS.find((indicator) => indicator.id === id)!;
}
