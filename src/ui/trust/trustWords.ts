import type { Language } from "#domain/language.ts";
import type { TrustWords } from "#ui/words/trust/en.ts";
import { trustWords as en } from "#ui/words/trust/en.ts";
import { trustWords as kk } from "#ui/words/trust/kk.ts";
import { trustWords as ru } from "#ui/words/trust/ru.ts";

export const TRUST_WORDS: Readonly<Record<Language, TrustWords>> = { en, ru, kk };
