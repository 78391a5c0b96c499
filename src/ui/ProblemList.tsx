import type { InputProblem } from "#domain/inputProblem.ts";
import type { Language } from "#domain/language.ts";
import type { RefusalWords } from "./words/refusals/en.ts";
import { fill } from "./fill.ts";
import { useLanguage } from "./useSession.tsx";
import { expectationWords as expectationsKk } from "./words/expectations/kk.ts";
import { expectationWords as expectationsRu } from "./words/expectations/ru.ts";
import { refusalWords as en } from "./words/refusals/en.ts";
import { refusalWords as kk } from "./words/refusals/kk.ts";
import { refusalWords as ru } from "./words/refusals/ru.ts";

const WORDS: Readonly<Record<Language, RefusalWords>> = { en, ru, kk };
const EXPECTATIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  ru: expectationsRu,
  kk: expectationsKk,
};

type ProblemListProps = { readonly problems: readonly InputProblem[]; readonly of: "file" | "field" };

/** What was expected and found, in the language of the page. */
export function ProblemList({ problems, of }: ProblemListProps) {
  const language = useLanguage();
  return (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.place} ${problem.expected}`}>{problemText(problem, of, language)}</li>
      ))}
    </ul>
  );
}

export function problemText({ place, expected, found }: InputProblem, of: "file" | "field", language: Language) {
  const words = WORDS[language];
  const values = { expected: wordsFor(expected, language), found: wordsFor(found, language) };
  if (of === "file") return fill(words.inFile, { ...values, place: place.replace("(whole file)", words.wholeFile) });
  return fill(place.endsWith(".to") ? words.fields.to : words.inField, values);
}

/**
 * The English text of a door in the language: found by its template, as parameters are by their ids, so that the doors and the
 * workers behind them carry one language only. A test refuses files in every way and looks for what has no words.
 */
export function wordsFor(text: string, language: Language): string {
  for (const [template, own] of Object.entries(EXPECTATIONS[language])) {
    const values = valuesIn(text, template);
    if (values) return fill(own, values);
  }
  return text;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A number as Russian and Kazakh write it. */
function numberText(_: string, minus: string, whole: string, decimals = "") {
  return `${minus && "\u2212"}${whole}${decimals && `,${decimals}`}`;
}

/** Values at the places of a template that the text follows; null where it does not. */
function valuesIn(text: string, template: string): Record<string, string> | null {
  const pattern = template
    .replaceAll(/[.*+?^$()|[\]\\/]/g, "\\$&")
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => `(?<${name}>.+)`);
  const match = new RegExp(`^${pattern}$`, "s").exec(text);
  if (!match) return null;
  const values = Object.entries(match.groups ?? {});
  return Object.fromEntries(values.map(([name, value]) => [name, value.replace(NUMBER, numberText)]));
}
