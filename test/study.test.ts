import type { StudyTexts } from "#engine/readStudy.ts";
import { readFile } from "node:fs/promises";
import * as Comlink from "comlink";
import { loadStudy } from "#session/study.ts";
import { describe, expect, it, vi } from "vitest";
import { readStudyFiles } from "./fixtures/readStudyFiles.ts";

const fetchText = (name: string) => readFile(new URL(`../public/data/${name}`, import.meta.url), "utf8");

describe("the study that a worker has read", () => {
  it("is the study, whole: outlines, presets and every column", async () => {
    const here = readStudyFiles();
    const { worker, terminate } = fakeWorker(() => here);
    expect(await loadStudy(fetchText, worker)).toEqual(here);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it("is read from the texts of the files", async () => {
    const read = vi.fn((_: StudyTexts) => readStudyFiles());
    await loadStudy(fetchText, fakeWorker(read).worker);
    const [{ files, boundaries }] = read.mock.calls[0]!;
    expect(files["regions-2023.csv"]).toBe(await fetchText("regions-2023.csv"));
    expect(boundaries.light.length).toBeLessThan(boundaries.detailed.length);
  });

  it("is refused with the message of whatever failed: a file, its contents, the worker; which is ended", async () => {
    const missing = (name: string) =>
      name === "regions-2023.csv" ? Promise.reject(new Error(`data/${name}: 404`)) : fetchText(name);
    const wrong = () => {
      throw new Error("ensemble.json sets: expected a list of parameter sets, got nothing");
    };
    for (const [fetch, read, message] of [
      [missing, readStudyFiles, /^data\/regions-2023\.csv: 404$/],
      [fetchText, wrong, /^ensemble\.json sets: expected a list/],
    ] as const) {
      const { worker, terminate } = fakeWorker(read);
      await expect(loadStudy(fetch, worker)).rejects.toThrow(message);
      expect(terminate).toHaveBeenCalledOnce();
    }
    const { worker, started } = fakeWorker(() => new Promise<never>(() => {}));
    const loading = loadStudy(fetchText, worker);
    started[0]!.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
    await expect(loading).rejects.toThrow("out of memory");
    const refused = () => {
      throw new Error("Failed to construct 'Worker'");
    };
    await expect(loadStudy(fetchText, refused)).rejects.toThrow(/could not start: Failed to construct/);
  });
});

/** A worker by its two ends: what is said to it is copied as between threads. */
function fakeWorker(read: (texts: StudyTexts) => unknown) {
  const terminate = vi.fn();
  const started: EventTarget[] = [];
  const worker = () => {
    const { port1, port2 } = new MessageChannel();
    Comlink.expose({ read }, port2 as unknown as Comlink.Endpoint);
    terminate.mockImplementation(() => {
      port1.close();
      port2.close();
    });
    started.push(port1);
    return Object.assign(port1, { terminate }) as unknown as Worker;
  };
  return { worker, terminate, started };
}
