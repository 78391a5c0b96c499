import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";

/** A young generation this large holds what a run allocates, so that hardly anything of it is copied to the old one. */
const YOUNG_GENERATION_MB = 32;

let script: string | undefined;

/**
 * A thread for futures. It runs the worker bundled to one plain script: under the loader of TypeScript, which keeps the names
 * of functions, a run takes a tenth longer. For the same reason `npm run twin` asks for garbage collection in the thread that
 * made the garbage: helpers of every thread would take turns on the cores that simulate.
 */
export function startNodeThread(): Worker {
  script ??= bundleWorker();
  return new Worker(script, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
}

function bundleWorker(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("../../workers/replicatesNode.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    alias: { "@noble/hashes/sha2.js": fileURLToPath(new URL("../../workers/nodeSha256.ts", import.meta.url)) },
  });
  return outputFiles[0].text;
}
