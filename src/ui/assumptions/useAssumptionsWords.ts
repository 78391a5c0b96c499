import type { Language } from "#domain/language.ts";
import type { AssumptionsWords } from "#ui/words/assumptions/en.ts";
import { useLanguage } from "#ui/useSession.tsx";
import { assumptionsWords as en } from "#ui/words/assumptions/en.ts";
import { assumptionsWords as kk } from "#ui/words/assumptions/kk.ts";
import { assumptionsWords as ru } from "#ui/words/assumptions/ru.ts";

const WORDS: Readonly<Record<Language, AssumptionsWords>> = { en, ru, kk };

export function useAssumptionsWords(): AssumptionsWords {
  return WORDS[useLanguage()];
}
