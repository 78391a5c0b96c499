import type { InputProblem } from "#domain/inputProblem.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { LinkFault } from "./pageLink.ts";
import type { PlanKey } from "./plans.ts";
import type { RestoredPage } from "./savedPage.ts";
import type { View } from "./view.ts";

/** What the reader is told about links, files, storage and languages; none of it stops the work. */
export type Notice =
  | { readonly kind: "linkRefused"; readonly reason: LinkFault; readonly problems: readonly InputProblem[] }
  /** A plan was read from a file, into the place of this letter. */
  | { readonly kind: "fileOpened"; readonly file: string; readonly key: PlanKey; readonly plan: Scenario }
  /** Several files were dropped at once; this one was read. */
  | { readonly kind: "oneFile"; readonly file: string }
  /** Other plans were opened; those that were on the page before are in the list of saved ones. */
  | { readonly kind: "workKept" }
  /** What was stored is of a newer version of the page, or cannot be read; it is left in the list as it is. */
  | { readonly kind: "workNewer" }
  | { readonly kind: "workUnreadable" }
  /** Another tab has saved other plans meanwhile; nothing is saved here until the reader has chosen. */
  | { readonly kind: "otherTab" }
  | { readonly kind: "storageBlocked" }
  | { readonly kind: "storageFull" }
  | { readonly kind: "storageNewer" }
  /** The words of a language that was chosen did not come; the page keeps its own. */
  | { readonly kind: "languageMissing" };

/** What a page starts with, besides the data. */
export type Opening = {
  /** Null: no saved page; the address or the first preset decides. */
  readonly page: RestoredPage | null;
  /** Null: that of the address. */
  readonly view: View | null;
  readonly notices: readonly Notice[];
};
