import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

/** Kilobytes (1000 bytes) after gzip. Start: the entry with all that it imports at once; later: what is loaded on demand. */
const LIMITS = { start: 250, later: 300, worker: 80 };

const assets = new URL("../../dist/assets/", import.meta.url);
const scripts = new Map(
  readdirSync(assets)
    .filter((name) => name.endsWith(".js"))
    .map((name) => [name, readFileSync(new URL(name, assets), "utf8")] as const),
);

describe("size of the built page, gzip", () => {
  const html = readFileSync(new URL("../index.html", assets), "utf8");
  const entries = [...html.matchAll(/<script[^>]*src="\.\/assets\/([^"]+)"/g)].map(([, name]) => name!);
  const start = closureOf(entries);
  const workers = startedWorkers();
  const later = [...scripts.keys()].filter((name) => isLoadedOnDemand(name) && !start.has(name));

  it("counts every script of the build", () => {
    expect(entries.length).toBeGreaterThan(0);
    expect(workers.length).toBeGreaterThan(0);
    const counted = new Set([...start, ...closureOf(later), ...closureOf(workers)]);
    expect([...scripts.keys()].filter((name) => !counted.has(name))).toEqual([]);
  });

  it(`is at most ${LIMITS.start} KB to start`, () => {
    expect(report("start", start, LIMITS.start)).toBeLessThanOrEqual(LIMITS.start);
  });

  it(`is at most ${LIMITS.later} KB for each part that is loaded later`, () => {
    for (const name of later) {
      const added = [...closureOf([name])].filter((part) => !start.has(part));
      expect(report(name, added, LIMITS.later)).toBeLessThanOrEqual(LIMITS.later);
    }
  });

  it(`is at most ${LIMITS.worker} KB for each worker`, () => {
    for (const name of workers)
      expect(report(name, closureOf([name]), LIMITS.worker)).toBeLessThanOrEqual(LIMITS.worker);
  });
});

/** The named scripts with all that they import statically. */
function closureOf(names: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, specifier] of scripts.get(name)!.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(specifier!);
  };
  names.forEach(visit);
  return reached;
}

function isLoadedOnDemand(name: string): boolean {
  return [...scripts.values()].some(
    (text) => text.includes(`import("./${name}")`) || text.includes(`import(\`./${name}\`)`),
  );
}

/** Workers are named where they are started: new Worker(new URL(`simulation-….js`, …)). */
function startedWorkers(): string[] {
  const starts = [...scripts.values()].flatMap((text) => [...text.matchAll(/new Worker\(.{0,40}?([\w-]+\.js)/g)]);
  return [...new Set(starts.map(([, name]) => name!))];
}

function report(what: string, names: Iterable<string>, limit: number): number {
  const kilobytes = [...names].reduce((sum, name) => sum + gzipSync(scripts.get(name)!, { level: 9 }).length, 0) / 1000;
  process.stdout.write(`${what}: ${kilobytes.toFixed(1)} KB of ${limit} (${(kilobytes / limit).toFixed(2)})\n`);
  return kilobytes;
}
