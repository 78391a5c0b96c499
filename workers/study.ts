import * as Comlink from "comlink";
import * as z from "zod/mini";
import { readStudy, type StudyTexts } from "#engine/readStudy.ts";

z.config({ jitless: true }); // code made from text costs more than it saves in one reading, and no policy of a server need allow it

const presetTexts = import.meta.glob<string>("#scenarios/*.json", { query: "?raw", import: "default", eager: true });

const study = { read: (texts: StudyTexts) => readStudy(texts, presetTexts) };

export type StudyWorker = typeof study;

Comlink.expose(study);
