import type { TFunction } from "i18next";
import { createContext, type ReactNode, use } from "react";
import { useTranslation } from "react-i18next";

const WordsOfPage = createContext<TFunction | null>(null);

/** Gives the words of the page's language to all of it. i18next is asked once: with `useTranslation` each component would copy it. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return <WordsOfPage value={t}>{children}</WordsOfPage>;
}

/** Answers the words of a key in the language of the page; the component is drawn again when that changes. */
export function useWords(): TFunction {
  const t = use(WordsOfPage);
  if (!t) throw new Error("useWords is used outside WordsProvider");
  return t;
}
