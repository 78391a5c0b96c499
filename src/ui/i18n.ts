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

export const RESOURCES = { en: { translation: en }, ru: { translation: ru }, kk: { translation: kk } };

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
