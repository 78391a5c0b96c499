import i18next from "i18next";
import { LANGUAGES } from "#domain/language.ts";
import { changeLanguage, openWords } from "#ui/i18n.ts";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { ru } from "#ui/words/ru.ts";
import { beforeAll, describe, expect, it } from "vitest";

const WORDS = { en, ru, kk };
const isCounted = (path: string) => path.startsWith("counted.");

describe.each(LANGUAGES)("the words in %s", (language) => {
  const texts = textsOf(WORDS[language]);

  it("have a form for every count of the language's rules", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set([...texts.keys()].filter(isCounted).map((path) => path.replace(/_\w+$/, "")));
    for (const word of counted)
      for (const form of forms) expect(texts.has(`${word}_${form}`), `${word}_${form}`).toBe(true);
  });
});

describe("Russian and Kazakh", () => {
  it("share only loan words and signs", () => {
    const russian = textsOf(ru);
    const same = [...textsOf(kk)].filter(([path, text]) => russian.get(path) === text).map(([path]) => path);
    expect(same).toEqual([
      "product.name",
      "header.map",
      "map.credit",
      "year.simulated",
      "chart.low",
      "chart.high",
      "chart.csv",
      "estimates.statuses.gammaAtOne",
      "units.share",
      "counted.cores_one",
    ]);
  });
});

/** The noun of each counted word at 1, 2 and 5. */
const RUSSIAN_NOUNS: Readonly<Record<string, readonly [string, string, string]>> = {
  kOfN: ["предприятия", "предприятий", "предприятий"],
  futuresOf: ["варианта", "вариантов", "вариантов"],
  overFutures: ["варианту", "вариантам", "вариантам"],
  differenceOver: ["варианту", "вариантам", "вариантам"],
  bandOver: ["варианта", "вариантов", "вариантов"],
  runFutures: ["вариант", "варианта", "вариантов"],
  firmsRange: ["предприятия", "предприятий", "предприятий"],
  moreProblems: ["ошибка", "ошибки", "ошибок"],
  regionsChosen: ["регион", "региона", "регионов"],
  measures: ["мера", "меры", "мер"],
  firms: ["предприятие", "предприятия", "предприятий"],
  members: ["участник", "участника", "участников"],
  cores: ["ядро", "ядра", "ядер"],
  places: ["место", "места", "мест"],
  years: ["год", "года", "лет"],
  yearsArrived: ["год", "года", "лет"],
};

describe("counting", () => {
  beforeAll(() => openWords("en"));

  it.each([
    ["en", 1, "1 of 1 firm"],
    ["en", 46, "11 of 46 firms"],
    ["ru", 1, "1 из 1 предприятия"],
    ["ru", 22, "11 из 22 предприятий"],
    ["ru", 46, "11 из 46 предприятий"],
    ["ru", 101, "11 из 101 предприятия"],
    ["kk", 46, "46\u00A0кәсіпорын ішінен\u00A011"],
  ] as const)("in %s of %i firms", async (language, firms, text) => {
    await changeLanguage(language);
    expect(i18next.t("counted.kOfN", { count: firms, k: String(Math.min(firms, 11)), n: String(firms) })).toBe(text);
  });

  it.each([...new Set(Object.keys(ru.counted).map((form) => form.replace(/_\w+$/, "")))])(
    "bends %s to each number in Russian",
    async (word) => {
      await changeLanguage("ru");
      const [one, few, many] = RUSSIAN_NOUNS[word];
      const told = Object.entries({ 1: one, 2: few, 5: many, 11: many, 21: one, 22: few, 101: one });
      for (const [number, noun] of told) {
        const text: string = i18next.t(`counted.${word}` as "counted.firms", { count: Number(number), number });
        expect(text.match(/[а-яё]+/gi), `${word} of ${number}`).toContain(noun);
      }
    },
  );

  it("finds a word when the browser counts by the rules of another language", async () => {
    await changeLanguage("kk");
    i18next.addResourceBundle("pl", "translation", i18next.getResourceBundle("kk", "translation"));
    await i18next.changeLanguage("pl"); // few and many, for which Kazakh has no words of its own
    expect(i18next.t("counted.regionsChosen", { count: 3, number: "3" })).toBe("3 өңір");
    expect(i18next.t("counted.regionsChosen", { count: 5, number: "5" })).toBe("5 өңір");
  });
});

function textsOf(words: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${path}${key}`, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}
