import type { StudyData, StudyFiles } from "#domain/studyData.ts";
import { readFileSync } from "node:fs";
import { parseStudyData, STUDY_FILES } from "#domain/studyData.ts";

/** The texts of the project's own data, from public/data; `instead` gives some that are not to be read. */
export function readStudyFiles(instead: Partial<StudyFiles> = {}): StudyFiles {
  const folder = new URL("../../public/data/", import.meta.url);
  return Object.fromEntries(
    STUDY_FILES.map((name) => [name, instead[name] ?? readFileSync(new URL(name, folder), "utf8")]),
  ) as StudyFiles;
}

export function loadStudyData(): StudyData {
  return parseStudyData(readStudyFiles());
}
