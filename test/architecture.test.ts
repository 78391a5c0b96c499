import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const top = fileURLToPath(new URL("..", import.meta.url));

/** What each layer may import, besides itself and packages. `main` is src/main.tsx, which assembles the page. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  estimators: ["domain"],
  engine: ["domain", "estimators"],
  workers: ["domain", "estimators", "engine"],
  session: ["domain", "estimators", "engine", "workers"],
  scene: ["domain"],
  ui: ["domain", "estimators", "engine", "workers", "session", "scene"],
  main: ["domain", "estimators", "engine", "workers", "session", "scene", "ui"],
  cli: ["domain", "estimators", "engine", "bench"], // bench: the cases that `twin bench` prints
};

const LOWEST = ["domain", "estimators", "engine"];

type SourceFile = { readonly path: string; readonly layer: string; readonly text: string };

const files: SourceFile[] = [...sourceFiles(join(top, "src")), ...sourceFiles(join(top, "workers"))];

describe("[A1] imports follow domain <- estimators <- engine <- workers <- session <- ui <- main", () => {
  it("finds source files in the layers", () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(files)("$path", ({ path, layer, text }) => {
    const wrong = importsOf(text).filter((specifier) => {
      if (specifier.startsWith("./") && !specifier.includes("..")) return false; // inside the layer
      if (specifier.startsWith("#")) return ![layer, ...MAY_IMPORT[layer]!].includes(specifier.slice(1).split("/")[0]!);
      return specifier.startsWith(".");
    });
    expect(wrong, `${path} (${layer}) imports what its layer may not`).toEqual([]);
  });

  it("only the URLs of workers, data and presets climb out of a folder", () => {
    const climbing = files.flatMap(({ path, text }) =>
      [...text.matchAll(/["'`](\.\.\/[^"'`]*)["'`]/g)]
        .filter(([, specifier]) => !/^\.\.\/\.\.\/(workers|public|scenarios)\//.test(specifier!))
        .map(([, specifier]) => `${path}: ${specifier}`),
    );
    expect(climbing).toEqual([]);
  });
});

describe("[A2] the three lowest layers have no chance, clock or page of their own", () => {
  it.each(files.filter(({ layer }) => LOWEST.includes(layer)))("$path", ({ text }) => {
    const code = withoutComments(text);
    expect(code).not.toMatch(/Math\.random|Date\.now|new Date\(|performance\.now/);
    expect(code).not.toMatch(/\b(document|window|localStorage|navigator)\./);
  });
});

describe("[A3] the engine and the estimators use elementary functions with the same bits everywhere", () => {
  it.each(files.filter(({ layer }) => LOWEST.includes(layer)))("$path", ({ text }) => {
    const powersOfTwoAside = withoutComments(text).replace(/\b2 \*\* -?\d+/g, "");
    expect(powersOfTwoAside).not.toMatch(
      /Math\.(exp|log|pow|expm1|log1p|log2|log10|sinh?|cosh?|tanh?|asinh?|acosh?|atanh?|atan2|cbrt|hypot)\b|\*\*/,
    );
  });
});

describe("[A4] an entry point of a worker exposes a service and does nothing else", () => {
  it.each(files.filter(({ layer }) => layer === "workers"))("$path is under 40 lines", ({ text }) => {
    expect(text.split("\n").length).toBeLessThan(40);
  });
});

describe("[A5] a value is exported because another file uses it", () => {
  const users = [...files, ...["test", "bench"].flatMap((folder) => sourceFiles(join(top, folder)))];
  const named = new Set<string>();
  const whole = new Set<string>();
  for (const { path, text } of users) {
    for (const [, names, from] of text.matchAll(/\{([^{}]*)\}\s*from\s*"([^"]+)"/g)) {
      const target = targetOf(path, from!);
      for (const name of names!.split(",")) named.add(`${target} ${name.trim().split(" as ")[0]}`);
    }
    for (const [, from] of text.matchAll(/(?:\* as \w+ from\s+|import\(\s*|new URL\(\s*)"([^"]+)"/g)) {
      whole.add(targetOf(path, from!));
    }
  }

  it.each(files.filter(({ path }) => !whole.has(path)))("$path", ({ path, text }) => {
    const exported = [...text.matchAll(/^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm)];
    expect(exported.map(([, name]) => name!).filter((name) => !named.has(`${path} ${name}`))).toEqual([]);
  });
});

describe("[A6] no style asks with :has() what a large part of the page holds, which would be styled anew at every change in it", () => {
  const styles = readdirSync(join(top, "src"), { withFileTypes: true, recursive: true })
    .filter(({ name }) => name.endsWith(".css"))
    .map(({ parentPath, name }) => relative(top, join(parentPath, name)));

  it.each(styles)("%s", (path) => {
    const asked =
      /(?:\b(?:html|body)|:root|#page|\.(?:page|centre|stage|map-frame|map-room|narrow-parts|drawer|drawer-body|drawer-part))(?![\w-])[^\s,{>+~]*:has\(/g;
    expect(readFileSync(join(top, path), "utf8").match(asked) ?? []).toEqual([]);
  });
});

it("[A7] a title of a part of the page is a `Title`, whose lines end where they may", () => {
  const own = files.filter(({ path, text }) => path !== "src/ui/Title.tsx" && /<h[2-6]\b/.test(text));
  expect(own.map(({ path }) => path)).toEqual([]);
});

/** The file that a file imports, from the top of the repository. */
function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith(".")) return join(dirname(path), specifier);
  return /^#(workers|bench)\//.test(specifier) ? specifier.slice(1) : specifier.replace(/^#/, "src/");
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(top, file),
      layer: layerOf(relative(top, file)),
      text: readFileSync(file, "utf8"),
    }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function layerOf(path: string): string {
  if (path.startsWith("workers/")) return "workers";
  return dirname(path) === "src" ? "main" : path.split("/")[1]!;
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)].map((match) => match[1]!);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/[^\n]*/g, "");
}
