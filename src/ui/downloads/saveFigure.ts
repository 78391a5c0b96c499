import type { Language } from "#domain/language.ts";
import type { Cell } from "#domain/namedTable.ts";
import type { Provenance } from "./provenance.ts";
import { csvOf } from "./csv.ts";
import { DOWNLOAD_WORDS } from "./downloadWords.ts";
import { type FigurePart, figurePng, figureSvg } from "./figureFiles.ts";
import { stampOf } from "./provenance.ts";
import { saveBlob, saveFile } from "./saveFile.ts";

type FigureFormat = "svg" | "png";

type FigureToSave = {
  readonly title: string;
  readonly subtitle: string;
  /** What is shown; the plan and the ending are added. */
  readonly fileName: string;
  readonly language: Language;
  readonly provenance: Provenance;
  /** Beside the credit of the data; maps have one. */
  readonly moreCredit?: string;
};

/** Saves a figure, its parts one below the other, with its texts and its origin. */
export async function saveFigure(
  parts: readonly FigurePart[],
  format: FigureFormat,
  { title, subtitle, fileName, language, provenance, moreCredit }: FigureToSave,
): Promise<void> {
  const words = DOWNLOAD_WORDS[language];
  const credit = moreCredit ? `${words.credit} ${moreCredit}` : words.credit;
  const svg = await figureSvg(parts, { title, subtitle, stamp: stampOf(provenance, words, credit), language });
  const blob = format === "png" ? await figurePng(svg) : new Blob([svg], { type: "image/svg+xml" });
  saveBlob(`${fileName}_${provenance.planId}.${format}`, blob);
}

/** Saves a table with a last line that says what it shows and where it is from. */
export function saveCsv(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { title, subtitle, fileName, language, provenance }: FigureToSave,
): void {
  const words = DOWNLOAD_WORDS[language];
  const note = [title.replace(/\.?$/, "."), subtitle, words.shares, stampOf(provenance, words)].join(" ");
  saveFile(`${fileName}_${provenance.planId}.csv`, "text/csv;charset=utf-8", csvOf(columns, rows, language, note));
}
