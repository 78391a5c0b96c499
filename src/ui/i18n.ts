import type { Language } from "#domain/language.ts";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./words/en.ts";
import { kk } from "./words/kk.ts";
import { ru } from "./words/ru.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

export const RESOURCES = {
  en: { translation: withBareForms(en) },
  ru: { translation: withBareForms(ru) },
  kk: { translation: withBareForms(kk) },
};

/** Words of the page; React escapes what it inserts, so i18next must not. */
export async function openWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: RESOURCES,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
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
