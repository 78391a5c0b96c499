import type { Language } from "#domain/language.ts";
import type { en } from "./words/en.ts";
import i18next from "i18next";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Each language comes in a file of its own when it is asked for. */
const LOADERS = {
  en: async () => withBareForms((await import("./words/en.ts")).en),
  ru: async () => withBareForms((await import("./words/ru.ts")).ru),
  kk: async () => withBareForms((await import("./words/kk.ts")).kk),
} as const;

let wanted: Language;

/** Words of the page; React escapes what it inserts, so i18next must not. */
export async function openWords(language: Language): Promise<void> {
  wanted = language;
  await i18next.init({
    lng: language,
    resources: { [language]: { translation: await LOADERS[language]() } },
    nsSeparator: false, // keys are paths within one set of words
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Of the words on the page. */
export function shownLanguage(): Language {
  return i18next.language as Language;
}

/** Calls back when the words on the page are of another language; gives what ends that. */
export function onLanguage(change: () => void): () => void {
  i18next.on("languageChanged", change);
  return () => i18next.off("languageChanged", change);
}

/** The language asked for last wins, in whatever order the files come; a file that does not come changes nothing, and rejects. */
export async function changeLanguage(language: Language): Promise<void> {
  wanted = language;
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", await LOADERS[language]());
  if (wanted === language) await i18next.changeLanguage(language);
}

/**
 * A browser without data for a language counts by the rules of its own, so i18next may ask for a form that the language does
 * not have. It then takes the word without a form, which is the form "other".
 */
function withBareForms<Page extends { readonly counted: object }>(words: Page) {
  const bare = Object.entries(words.counted)
    .filter(([word]) => word.endsWith("_other"))
    .map(([word, text]) => [word.replace("_other", ""), text]);
  return { ...words, counted: { ...words.counted, ...Object.fromEntries(bare) } };
}
