import type { Language } from "#domain/language.ts";
import type { DownloadWords } from "#ui/words/downloads/en.ts";
import { downloadWords as en } from "#ui/words/downloads/en.ts";
import { downloadWords as kk } from "#ui/words/downloads/kk.ts";
import { downloadWords as ru } from "#ui/words/downloads/ru.ts";

export const DOWNLOAD_WORDS: Readonly<Record<Language, DownloadWords>> = { en, ru, kk };
