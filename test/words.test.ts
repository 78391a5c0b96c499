import { LANGUAGES, type Language } from "#domain/language.ts";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const WORDS = new URL("../src/ui/words/", import.meta.url);

/** Every folder of words, found on the disk: a new one is read without being named here. */
const FAMILIES = [
  "",
  ...readdirSync(fileURLToPath(WORDS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/`),
];

const texts = new Map<string, Map<string, string>>();
for (const family of FAMILIES)
  for (const language of LANGUAGES) {
    const file = new URL(`${family}${language}.ts`, WORDS);
    if (!existsSync(file)) continue; // the English of parameters and of what doors expect stands with these
    texts.set(`${family}${language}`, textsOf(await import(/* @vite-ignore */ fileURLToPath(file))));
  }
const textsIn = (family: string, language: Language) => texts.get(`${family}${language}`)!;
const referenceOf = (family: string) => texts.get(`${family}en`) ?? textsIn(family, "ru");

/** Symbols, names, formats and licences that stay in Latin letters in the middle of a Cyrillic text. */
const LATIN = new Set(
  (
    "Ecosystem Twin T M SM EQ ID MAE RMSE CRPS AIC SHA MIT CSV PDF XLSX PNG SVG Parquet UTF Shift Ctrl SPEC P ln exp frontier " +
    "geokz CC BY UNHCR OCHA COD AB IGO OpenStreetMap ODbL Kazakhstan Rodionov Böhmer Armatura"
  ).split(" "),
);

/**
 * Words that stood beside another one for the same thing (hazard, difference, draw, model factory, forecast of last year,
 * output), or that also name another thing here: a schedule that is called as a chart or a table is.
 */
const REPLACED = {
  en: /intensit/i,
  ru: /разниц|жреби|образцов(ые|ых) фабрик|наивн(ый|ого) прогноз|выпуск\S* обработки|график\S* (мер|план)/i,
  kk: /жеребе|қаншалықты айырма|(шара|жоспар)\S* кесте/i,
} as const;

describe.each(FAMILIES)("the words in src/ui/words/%s", (family) => {
  it.each(LANGUAGES.filter((language) => texts.has(`${family}${language}`)))(
    "are all written in %s, with every value told",
    (language) => {
      const reference = referenceOf(family);
      const plain = (paths: Iterable<string>) => [...paths].filter((path) => !path.startsWith("counted.")).sort();
      expect(plain(textsIn(family, language).keys())).toEqual(plain(reference.keys()));
      for (const [path, text] of textsIn(family, language)) {
        const model = reference.get(path) ?? reference.get(path.replace(/_\w+$/, "_other"));
        expect(text.trim(), path).not.toBe("");
        expect(placesOf(text), path).toEqual(placesOf(model!));
      }
    },
  );

  it.each(LANGUAGES.filter((language) => texts.has(`${family}${language}`)))("are clean type in %s", (language) => {
    for (const [path, text] of textsIn(family, language)) {
      expect(text, path).not.toMatch(/ {2}|\t|\n|^ | [,.;:!?»)]|\(\s|« |!|\.\.\.|\bwill\b/i);
      expect(text, path).not.toContain('"');
    }
  });

  it.each(["ru", "kk"] as const)("are of the letters and numbers of %s", (language) => {
    for (const [path, text] of textsIn(family, language)) {
      const own = text.replaceAll(/\{\{\w+\}\}|<\/?b>/g, "");
      const foreign = (own.match(/[A-Za-zÀ-ÖØ-öø-ÿ]{2,}/g) ?? []).filter((word) => !LATIN.has(word));
      expect(foreign, path).toEqual([]);
      expect(own.replaceAll(/CC BY 4\.0/g, ""), path).not.toMatch(/\d\.\d/);
      expect(own, path).not.toMatch(/['“”„]|\d%/);
    }
  });

  it("have no letter of Kazakh in Russian", () => {
    // The regions Жетісу and Ұлытау are written so in Russian too.
    for (const [path, text] of textsIn(family, "ru"))
      expect(text.replaceAll(/Жетісу|Ұлытау/g, ""), path).not.toMatch(/[әғқңөұүһі]/i);
  });

  it("have no noun of one form after an inserted number in Russian, but in the forms of counted words", () => {
    const nouns =
      "предприят|вариант|регион|участник|мер[уыа]? |мерам|план|шок|расч[её]т|знак|уровн|яче|порядк|лет |раз |групп";
    for (const [path, text] of textsIn(family, "ru"))
      if (!path.startsWith("counted.")) expect(text, path).not.toMatch(new RegExp(`\\}\\}(</b>)?[ \u00A0](${nouns})`));
  });

  it.each(["ru", "kk"] as const)("keep a number with its sign or unit on one line in %s", (language) => {
    for (const [path, text] of textsIn(family, language)) expect(text, path).not.toMatch(/[\d}] (%|млрд|млн|п\.)/);
  });

  it.each(Object.keys(REPLACED) as (keyof typeof REPLACED)[])("say one concept by one word in %s", (language) => {
    if (!texts.has(`${family}${language}`)) return;
    for (const [path, text] of textsIn(family, language)) expect(text, path).not.toMatch(REPLACED[language]);
  });

  it("end no inserted value by a case or join two by a word that Kazakh bends to the last sound", () => {
    for (const [path, text] of textsIn(family, "kk")) {
      // "%-ы" is right whatever the number: the sign is read "пайыз". An ordinal, "3-шара", has no harmony.
      expect(text, path).not.toMatch(
        /\{\{(?!share|model|level|p\}\})\w+\}\}(<\/b>)?[-\u2011](?!шара|кәсіпорын|орын|кесте|сурет)/,
      );
      // A plan of the comparison always ends by "жоспары".
      const named = family === "compare/" ? text.replaceAll("{{plan}}", "жоспары") : text;
      expect(named, path).not.toMatch(/\}\}»? (мен|бен|пен) /);
    }
  });
});

function textsOf(words: unknown, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words as object).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[path + key, value] as const]
        : [...textsOf(value, /Words$|^(en|ru|kk)$/.test(key) && path === "" ? "" : `${path}${key}.`)],
    ),
  );
}

/** Names of inserted values, in no order and each once, a plan in whatever form: grammars differ in all three. */
function placesOf(text: string): string[] {
  const named = text.replaceAll("underPlan", "plan").replaceAll(/(than|from|under)Against/g, "against");
  return [...new Set([...named.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place))].sort();
}
