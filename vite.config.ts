import type { Plugin } from "vite";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Elsewhere than on a desktop `npm start` prints the address only; trying to open a browser would print an error. */
const onDesktop = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** `root` is src because the top level of the repository has a fixed list; public and dist stay beside it. */
const top = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Nothing is fetched from elsewhere and no text becomes code. Only built pages have it: the development server injects scripts. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
      injectTo: "head-prepend",
    },
  ],
};

/** Small files that take long. Vitest begins with the largest files, and a core would be idle while the last one ends. */
const LONG = /\/(accessibility|narrowPage)\.test\.ts$/;
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => Number(LONG.test(b.moduleId)) - Number(LONG.test(a.moduleId)));
  }
}

export default defineConfig({
  root: "src",
  base: "./",
  publicDir: top("public"),
  plugins: [react(), contentSecurityPolicy, withoutPolyfills(), notices(), offline()],
  worker: {
    format: "es",
    plugins: () => [withoutPolyfills(), withoutWords(), notices()],
    rolldownOptions: { checks: { bundlerTimings: false }, output: { comments: { legal: false } } },
  },
  build: {
    outDir: top("dist"),
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1000, // test/browser/size.test.ts holds the limits
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What the page needs at once is one file: sixty small ones come later than it.
      output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } },
    },
  },
  preview: { open: onDesktop },
  server: { fs: { allow: [top(".")] } },
  test: {
    root: top("."),
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          testTimeout: 60_000, // no test is about time; a busy machine must not fail one, nor what runs before it
          hookTimeout: 60_000,
          maxWorkers: "100%", // one less by default, which leaves a core of two idle
          // Modules are loaded as by the command line: with Vite's own loader every use of an import is a call, a third of a run.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          // Compiled as there (src/cli/start.mjs); threads for garbage alone would take the cores of the other worker.
          execArgv: ["--import", "tsx", "--single-threaded-gc", "--interrupt-budget=500000"],
          isolate: false, // modules of the model hold no state between runs, and loading them anew took a third of the time
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          globalSetup: "test/browser/site.ts",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2, // pages compute in threads of their own
          isolate: false, // words and data are loaded once; each file has a browser of its own
          retry: 1, // a browser on a busy machine once gave no frame for 90 seconds; the output says what was tried again
          expect: { poll: { timeout: 20_000 } }, // one second by default, which a busy machine lets pass without a frame
        },
      },
    ],
  },
});

/** @stdlib brings its own typed arrays and defineProperty for engines of the last century; every browser we run in has them. */
function withoutPolyfills(): Plugin {
  const builtin: Record<string, string> = {
    "@stdlib/array-float64": "module.exports = Float64Array;",
    "@stdlib/array-uint32": "module.exports = Uint32Array;",
    "@stdlib/array-uint16": "module.exports = Uint16Array;",
    "@stdlib/array-uint8": "module.exports = Uint8Array;",
    "@stdlib/utils-define-nonenumerable-read-only-property":
      "module.exports = (object, key, value) => Object.defineProperty(object, key, { value });",
  };
  return {
    name: "without-polyfills",
    apply: "build",
    enforce: "pre",
    resolveId: (id) => (id in builtin ? `\0${id}.cjs` : null),
    load: (id) => builtin[id.slice(1, -".cjs".length)] ?? null,
  };
}

/** A worker answers numbers; what the page calls them in three languages stays with the page. */
function withoutWords(): Plugin {
  const names = /\{\s*en:\s*"(?:[^"\\]|\\.)*",\s*ru:\s*"(?:[^"\\]|\\.)*",\s*kk:\s*"(?:[^"\\]|\\.)*",?\s*\}/g;
  const meanings = /(\bp\(\s*"\w+",\s*"[^"]*",\s*)"(?:[^"\\]|\\.)*",/g;
  const evidence = /("(?:fitted|study|literature|assumption)",\s*)"(?:[^"\\]|\\.)*",?(?=\s*\))/g;
  return {
    name: "without-words",
    apply: "build",
    enforce: "pre",
    transform: (code, id) =>
      id.includes("/src/domain/")
        ? code.replace(names, "{}").replace(meanings, '$1"",').replace(evidence, '$1"",')
        : null,
  };
}

/**
 * Writes the licences of the packages that went into the page, and likewise of those that went into a worker, which
 * Vite's own `build.license` leaves out. With them beside it the code itself needs no licence comments.
 */
function notices(): Plugin {
  return {
    name: "notices",
    apply: "build",
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle);
      const sources = outputs.flatMap((output) =>
        output.type === "chunk" ? output.moduleIds : output.originalFileNames.map((file) => join(top("src"), file)),
      );
      const packagesOfText = new Map<string, string[]>();
      for (const folder of new Set(sources.flatMap((source) => packageFolder(source) ?? []).sort())) {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
        const text = licenceText(folder);
        packagesOfText.set(text, [...(packagesOfText.get(text) ?? []), `${name} ${version} (${license})`]);
      }
      const source = [...packagesOfText].map(([text, packages]) => `${packages.join("\n")}\n\n${text}\n`).join("\n\n");
      const entry = outputs.find((output) => output.type === "chunk" && output.isEntry)!.name;
      this.emitFile({ type: "asset", fileName: `licences/${entry}.txt`, source });
    },
  };
}

/** Files that nobody needs without a network: sources and licences for those who read the repository. */
const NOT_KEPT_OFFLINE = /\.(md|geojson)$|^licences\/|^scenario\.schema\.json$/;

/** Writes offline.js: workers/offline.js with the list of the built files and their digests in front. */
function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const built = Object.values(bundle).map((output): [string, string | Uint8Array] => [
          output.fileName,
          output.type === "chunk" ? output.code : output.source,
        ]);
        const copied = readdirSync(top("public"), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path): [string, Uint8Array] => [
            relative(top("public"), path).replaceAll("\\", "/"),
            readFileSync(path),
          ]);
        const files = [...built, ...copied]
          .filter(([name]) => !NOT_KEPT_OFFLINE.test(name))
          .map(([name, content]) => [name, digestOf(content)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1));
        const constants = `const VERSION = ${JSON.stringify(digestOf(JSON.stringify(files)))};\nconst FILES = ${JSON.stringify(files)};\n`;
        const source = constants + readFileSync(top("workers/offline.js"), "utf8");
        this.emitFile({ type: "asset", fileName: "offline.js", source });
      },
    },
  };
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

function packageFolder(file: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/"))?.[1] ?? null;
}

function licenceText(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  return files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
}
