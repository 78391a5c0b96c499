import type { Language } from "#domain/language.ts";
import type { GlossaryWords } from "#ui/words/glossary/en.ts";
import { useLanguage } from "#ui/useSession.tsx";
import { glossaryWords as en } from "#ui/words/glossary/en.ts";
import { glossaryWords as kk } from "#ui/words/glossary/kk.ts";
import { glossaryWords as ru } from "#ui/words/glossary/ru.ts";

const WORDS: Readonly<Record<Language, GlossaryWords>> = { en, ru, kk };

/** Terms and their meanings; loaded when one is asked for. */
export function useGlossaryWords(): GlossaryWords {
  return WORDS[useLanguage()];
}
