import type { Language } from "#domain/language.ts";
import type { ChartWords } from "#ui/words/charts/en.ts";
import { useLanguage } from "#ui/useSession.tsx";
import { chartWords as en } from "#ui/words/charts/en.ts";
import { chartWords as kk } from "#ui/words/charts/kk.ts";
import { chartWords as ru } from "#ui/words/charts/ru.ts";

const WORDS: Readonly<Record<Language, ChartWords>> = { en, ru, kk };

/** Words of the charts that are loaded when they are opened. */
export function useChartWords(): ChartWords {
  return WORDS[useLanguage()];
}
