import type { en } from "./en.ts";
import type { Texts } from "./texts.ts";

/** Plural forms of CLDR that the three languages need. */
type PluralForm = "one" | "few" | "many" | "other";

/** Words that change with a number; i18next finds the form by the suffix. */
type CountedWord =
  | "kOfN"
  | "futuresOf"
  | "overFutures"
  | "differenceOver"
  | "bandOver"
  | "runFutures"
  | "firmsRange"
  | "measures"
  | "moreProblems"
  | "regionsChosen"
  | "yearsArrived"
  | "firms"
  | "members"
  | "cores"
  | "places"
  | "years";
export type Counted<Form extends PluralForm> = Readonly<Record<`${CountedWord}_${Form}`, string>>;

/** All words of the page in one language: the shape of English, with the plural forms of the language. */
export type Words<Form extends PluralForm> = Texts<Omit<typeof en, "counted">> & { readonly counted: Counted<Form> };
