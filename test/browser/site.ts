import type { TestProject } from "vitest/node";
import type { Chromium } from "./chromium.ts";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type InlineConfig, preview } from "vite";
import { findChromium } from "./chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the built page, served on a free port. */
    readonly site: string;
    readonly chromium: Chromium;
  }
}

/** Runs once before the browser tests: serves the production build and says which browser they use. */
export default async function setUp(project: TestProject) {
  const chromium = await findChromium();
  process.stdout.write(`Browser tests use Chromium ${chromium.version}: ${chromium.path} (${chromium.how})\n`);
  const { address, close } = await serveBuild();
  project.provide("chromium", chromium);
  project.provide("site", address);
  return close;
}

export type Site = { readonly address: string; readonly close: () => Promise<void> };

export async function serveBuild(): Promise<Site> {
  const top = fileURLToPath(new URL("../..", import.meta.url));
  if (!existsSync(`${top}dist/index.html`)) throw new Error("dist/index.html is missing: run npm run build first");
  return serve({ configFile: `${top}vite.config.ts`, root: `${top}src`, logLevel: "error" });
}

/** Serves what was built by a configuration, on a free port. */
export async function serve(built: InlineConfig): Promise<Site> {
  const server = await preview({ ...built, preview: { port: 0, host: "127.0.0.1", open: false } });
  const bound = server.httpServer.address();
  if (bound === null || typeof bound === "string")
    throw new Error(`what is built in ${built.root} could not be served`);
  return { address: `http://127.0.0.1:${bound.port}/`, close: () => server.close() };
}
