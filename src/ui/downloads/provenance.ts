import type { Language } from "#domain/language.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { PlanFutures } from "#engine/comparison.ts";
import type { DownloadWords } from "#ui/words/downloads/en.ts";
import { fill } from "#ui/fill.ts";

/** Where a file comes from: enough to make it again. */
export type Provenance = {
  /** Day of the download, as `2026-11-24`. */
  readonly date: string;
  /** Version of the model. */
  readonly version: string;
  readonly seed: string;
  /** Letter and name of the plan on the screen. */
  readonly plan: string;
  /** By which its files go. */
  readonly planId: string;
  readonly dataDigest: string;
};

/** What a download is made of: plans on the same futures, the study, and how to word it. */
export type DownloadContent = {
  readonly plans: readonly (PlanFutures & { readonly letter: string })[];
  readonly data: StudyData;
  readonly provenance: Provenance;
  readonly language: Language;
  readonly words: DownloadWords;
};

/** One line for figures and tables: program, version, plan, seed, day, credit. */
export function stampOf(
  { version, plan, seed, date }: Provenance,
  words: DownloadWords,
  credit = words.credit,
): string {
  return fill(words.stamp, { version, plan, seed, date, credit });
}

/** `A Core ecosystem`: the letter makes plans of the same name two. */
export function planLabel(
  { letter, scenario }: Pick<DownloadContent["plans"][number], "letter" | "scenario">,
  language: Language,
): string {
  return `${letter} ${scenario.name[language]}`;
}
