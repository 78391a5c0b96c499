import type { StudyFiles } from "#domain/studyData.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { StudyWorker } from "#workers/study.ts";
import * as Comlink from "comlink";
import { STUDY_FILES } from "#domain/studyData.ts";
import { createSilenceWatch, LOADING_LIMIT_MS, WORKER_SILENT } from "./silence.ts";
import { startedWorker } from "./startedWorker.ts";

/**
 * Fetches the project's files and has them read in a worker of its own, which starts meanwhile: the page stays free.
 * Rejects with a message that names the file that could not be had, or what is wrong in it.
 */
export async function loadStudy(
  fetchText: (name: string) => Promise<string> = fetchDataFile,
  startWorker: () => Worker = startStudyWorker,
): Promise<LoadedStudy> {
  const worker = startedWorker(startWorker);
  const service = Comlink.wrap<StudyWorker>(worker);
  let giveUp: (reason: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  failed.catch(() => {}); // while the files are on their way nobody waits for it yet
  worker.addEventListener("error", (event) => giveUp(new Error(event.message || "the worker could not start")));
  const silence = createSilenceWatch(() => giveUp(new Error(WORKER_SILENT)));
  try {
    const [texts, light, detailed] = await Promise.all([
      Promise.all(STUDY_FILES.map(fetchText)),
      fetchText("kazakhstan-regions-lite.topojson"),
      fetchText("kazakhstan-regions.topojson"),
    ]);
    const files = Object.fromEntries(STUDY_FILES.map((name, index) => [name, texts[index]])) as StudyFiles;
    silence.wait(LOADING_LIMIT_MS);
    return await Promise.race([service.read({ files, boundaries: { light, detailed } }), failed]);
  } finally {
    silence.end();
    worker.terminate();
  }
}

async function fetchDataFile(name: string): Promise<string> {
  const response = await fetch(`./data/${name}`);
  if (!response.ok) throw new Error(`data/${name}: ${response.status} ${response.statusText}`);
  return response.text();
}

function startStudyWorker(): Worker {
  return new Worker(new URL("../../workers/study.ts", import.meta.url), { type: "module", name: "study" });
}
