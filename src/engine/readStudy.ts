import type { Boundaries } from "#domain/boundaries.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData, StudyFiles } from "#domain/studyData.ts";
import { FLAT_TOLERANCE, parseBoundaries, RELIEF_TOLERANCE } from "#domain/boundaries.ts";
import { parseScenario } from "#domain/scenario.ts";
import { parseStudyData } from "#domain/studyData.ts";
import { digestData } from "./digest.ts";

/** The project's files as texts. */
export type StudyTexts = {
  readonly files: StudyFiles;
  /** TopoJSON: the light one is extruded, the detailed one is drawn flat. */
  readonly boundaries: { readonly light: string; readonly detailed: string };
};

/** Everything the page reads before it can simulate. */
export type LoadedStudy = {
  readonly data: StudyData;
  /** Digest of the files, for receipts. */
  readonly dataDigest: string;
  readonly boundaries: { readonly light: Boundaries; readonly detailed: Boundaries };
  readonly presets: readonly Scenario[];
};

/** Presets in the order of the plan menu; scenarios that are not named here follow by id. */
const FIRST_PRESETS = ["baseline", "core-ecosystem", "subsidy-only"];

/** Checks the project's data and presets (texts by path); takes a fifth of a second where nothing is compiled yet. */
export function readStudy(texts: StudyTexts, presetTexts: Readonly<Record<string, string>>): LoadedStudy {
  const data = parseStudyData(texts.files);
  return {
    data,
    dataDigest: digestData(texts.files),
    boundaries: {
      light: parseBoundaries(texts.boundaries.light, data.regions, RELIEF_TOLERANCE),
      detailed: parseBoundaries(texts.boundaries.detailed, data.regions, FLAT_TOLERANCE),
    },
    presets: parsePresets(presetTexts, data),
  };
}

function parsePresets(texts: Readonly<Record<string, string>>, data: StudyData): Scenario[] {
  const regionIds = data.regions.map(({ id }) => id);
  const place = ({ id }: Scenario) => (FIRST_PRESETS.includes(id) ? FIRST_PRESETS.indexOf(id) : FIRST_PRESETS.length);
  return Object.entries(texts)
    .map(([path, text]) => parseScenario(text, path.split("/").at(-1)!, regionIds))
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}
