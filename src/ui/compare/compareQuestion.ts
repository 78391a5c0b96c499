import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { Language } from "#domain/language.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { yearsOf } from "#engine/summaries.ts";
import { FUTURES_FOR_A_BAND } from "#session/futures.ts";
import { fill } from "#ui/fill.ts";
import { compareWords as en } from "#ui/words/compare/en.ts";
import { compareWords as kk } from "#ui/words/compare/kk.ts";
import { compareWords as ru } from "#ui/words/compare/ru.ts";

export const COMPARE_WORDS: Readonly<Record<Language, CompareWords>> = { en, ru, kk };

/** What is compared with what, where and when. */
export type CompareQuestion = {
  readonly plans: readonly ComparedPlan[];
  readonly plan: ComparedPlan;
  /** Null: no plan, under the assumptions of each plan. */
  readonly against: ComparedPlan | null;
  readonly indicator: RegionalIndicatorId;
  readonly region: number | null;
  readonly year: number;
};

export type ComparePartProps = { readonly question: CompareQuestion; readonly words: CompareWords };

/** Number of the year in the arrays of a run. */
export function placeOfYear(year: number): number {
  return year - yearsOf({ until: year })[0];
}

/** Years that all plans have. */
export function yearsOfAll(plans: readonly ComparedPlan[]): number[] {
  return yearsOf({ until: Math.min(...plans.map(({ scenario }) => scenario.until)) });
}

/** The futures that a plan is compared with. */
export function futuresAgainst(plan: ComparedPlan, against: ComparedPlan | null): readonly ReplicateResult[] {
  return against === null ? plan.without : against.results;
}

/** Below this number of futures an interval would mislead. */
export function hasIntervals({ plan }: CompareQuestion): boolean {
  return plan.results.length >= FUTURES_FOR_A_BAND;
}

/** `A Core ecosystem` where several plans are shown, the name alone for one. */
export function nameOfPlan(
  plan: ComparedPlan | null,
  plans: readonly ComparedPlan[],
  language: Language,
  words: CompareWords,
): string {
  if (plan === null) return words.noPlan;
  return plans.length > 1 ? `${plan.letter} ${plan.scenario.name[language]}` : plan.scenario.name[language];
}

/** The name inside a sentence, in the quotes of the language and the form that the sentence asks for. */
export function planInText(
  plan: ComparedPlan | null,
  plans: readonly ComparedPlan[],
  language: Language,
  words: CompareWords,
  form: keyof CompareWords["inText"] = "subject",
): string {
  if (plan === null) return words.inText[form].none;
  return fill(words.inText[form].plan, { name: nameOfPlan(plan, plans, language, words) });
}

/** A plan and what it is compared with, in all forms in which sentences about the two name them. */
export function pairInText(
  { plan, against, plans }: Pick<CompareQuestion, "plan" | "against" | "plans">,
  language: Language,
  words: CompareWords,
) {
  return {
    plan: planInText(plan, plans, language, words),
    underPlan: planInText(plan, plans, language, words, "under"),
    against: planInText(against, plans, language, words),
    underAgainst: planInText(against, plans, language, words, "under"),
    thanAgainst: planInText(against, plans, language, words, "than"),
    fromAgainst: planInText(against, plans, language, words, "from"),
  };
}
