import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/**
 * Starts the command line (main.ts) from one file of plain JavaScript, which takes a third of the time of loading TypeScript
 * file by file. The file is bundled when it is missing or any of its sources has changed, as the list in its first line says.
 * It lies as deep in the project as src/cli, so that an address relative to a module means the same there.
 */
const TOP = fileURLToPath(new URL("../../", import.meta.url));
const BUNDLE = new URL("../../node_modules/.cache/twin.mjs", import.meta.url);

/**
 * Work after which V8 compiles a function with its optimising compiler, eight times the usual: by then a function has seen all
 * plans of a future, so fewer are compiled twice. Every thread compiles for itself, on the same cores.
 */
setFlagsFromString("--interrupt-budget=500000");

const isReady = isFresh() || (await writeBundle());
if (!isReady) (await import("tsx/esm/api")).register();
await import(isReady ? BUNDLE.href : "./main.ts");

function isFresh() {
  try {
    const [list] = readFileSync(BUNDLE, "utf8").split("\n", 1);
    return Object.entries(JSON.parse(list.slice("// ".length))).every(([path, stamp]) => stamp === stampOf(path));
  } catch {
    return false;
  }
}

/** False where nothing can be written: sources are then loaded one by one. */
async function writeBundle() {
  const { buildSync } = await import("esbuild");
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: TOP,
    entryPoints: ["src/cli/main.ts"],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["esbuild"], // finds its own program beside it
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const stamps = Object.fromEntries(Object.keys(metafile.inputs).map((path) => [path, stampOf(path)]));
  try {
    mkdirSync(new URL("./", BUNDLE), { recursive: true });
    const own = new URL(`${BUNDLE.href}.${process.pid}`); // another command may start, and write, at the same moment
    writeFileSync(own, `// ${JSON.stringify(stamps)}\n${outputFiles[0].text}`);
    renameSync(own, BUNDLE);
    return true;
  } catch {
    return false;
  }
}

/** When a source was changed and how long it is: a copy may carry an old date. */
function stampOf(path) {
  const { mtimeMs, size } = statSync(`${TOP}${path}`);
  return `${mtimeMs} ${size}`;
}
