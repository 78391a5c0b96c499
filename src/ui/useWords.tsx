import type { TFunction } from "i18next";
import i18next from "i18next";
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from "react";
import { onLanguage, shownLanguage } from "./i18n.ts";

const WordsOfPage = createContext<TFunction | null>(null);

/** Gives the words of the page's language to all of it. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const language = useSyncExternalStore(onLanguage, shownLanguage);
  const t = useMemo(() => i18next.getFixedT(language), [language]);
  return <WordsOfPage value={t}>{children}</WordsOfPage>;
}

/** Answers the words of a key in the language of the page; the component is drawn again when that changes. */
export function useWords(): TFunction {
  const t = use(WordsOfPage);
  if (!t) throw new Error("useWords is used outside WordsProvider");
  return t;
}
