import type { Language } from "#domain/language.ts";
import type { Parameter } from "#domain/parameter.ts";
import { parameterWords as kk } from "#ui/words/parameters/kk.ts";
import { parameterWords as ru } from "#ui/words/parameters/ru.ts";

const MEANINGS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, ru, kk };

/** What a parameter means, in the language of the page. */
export function parameterMeaning({ id, meaning }: Pick<Parameter, "id" | "meaning">, language: Language): string {
  return MEANINGS[language][id] ?? meaning;
}
