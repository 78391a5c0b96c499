import type { Scenario } from "#domain/scenario.ts";
import { parseEnsemble } from "#domain/ensemble.ts";
import { parseScenario } from "#domain/scenario.ts";
import { parseStudyData, STUDY_FILES, type StudyData, type StudyFiles } from "#domain/studyData.ts";
import { digestData } from "#engine/digest.ts";

/** Everything the page reads before it can simulate. */
export type LoadedStudy = {
  readonly data: StudyData;
  /** Digest of the files, for receipts. */
  readonly dataDigest: string;
  /** TopoJSON texts: the light one is extruded, the detailed one is drawn flat. */
  readonly boundaries: { readonly light: string; readonly detailed: string };
  readonly presets: readonly Scenario[];
};

/** Presets in the order of the plan menu; scenarios that are not named here follow by id. */
const FIRST_PRESETS = ["baseline", "core-ecosystem", "subsidy-only"];

const presetTexts = import.meta.glob<string>("#scenarios/*.json", { query: "?raw", import: "default", eager: true });

/** Reads the project's data and presets, in steps that let the page answer between them. Rejects with a message that names the file that could not be had. */
export async function loadStudy(fetchText: (name: string) => Promise<string>): Promise<LoadedStudy> {
  const [texts, light, detailed] = await Promise.all([
    Promise.all(STUDY_FILES.map(fetchText)),
    fetchText("kazakhstan-regions-lite.topojson"),
    fetchText("kazakhstan-regions.topojson"),
  ]);
  const files = Object.fromEntries(STUDY_FILES.map((name, index) => [name, texts[index]])) as StudyFiles;
  const ensemble = parseEnsemble(files["ensemble.json"], "ensemble.json");
  await nextTask();
  const data = parseStudyData(files, ensemble);
  await nextTask();
  const dataDigest = digestData(files);
  await nextTask();
  return { data, dataDigest, boundaries: { light, detailed }, presets: parsePresets(presetTexts, data) };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export async function fetchDataFile(name: string): Promise<string> {
  const response = await fetch(`./data/${name}`);
  if (!response.ok) throw new Error(`data/${name}: ${response.status} ${response.statusText}`);
  return response.text();
}

function parsePresets(texts: Readonly<Record<string, string>>, data: StudyData): Scenario[] {
  const regionIds = data.regions.map(({ id }) => id);
  const place = ({ id }: Scenario) => (FIRST_PRESETS.includes(id) ? FIRST_PRESETS.indexOf(id) : FIRST_PRESETS.length);
  return Object.entries(texts)
    .map(([path, text]) => parseScenario(text, path.split("/").at(-1)!, regionIds))
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}
