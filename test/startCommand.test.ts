import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { top, twin } from "./fixtures/twin.ts";

const bundle = join(top, "node_modules/.cache/twin.mjs");
const MARK = "// an earlier bundle\n";

describe("the bundle that the command line starts from", () => {
  it("is kept while no source changes, and made anew as soon as one has", () => {
    expect(twin("--version").status).toBe(0);
    const [stamps, ...code] = readFileSync(bundle, "utf8").split("\n");
    const write = (first: string) => {
      writeFileSync(`${bundle}.test`, [first, MARK + code.join("\n")].join("\n"));
      renameSync(`${bundle}.test`, bundle); // at once: other tests start commands meanwhile
    };

    write(stamps);
    expect(twin("--version").status).toBe(0);
    expect(readFileSync(bundle, "utf8")).toContain(MARK);

    write(stamps.replace(/("src\/cli\/main\.ts":")[^"]*/, "$1another day"));
    expect(twin("--version").status).toBe(0);
    expect(readFileSync(bundle, "utf8")).not.toContain(MARK);
    expect(readFileSync(bundle, "utf8").split("\n", 1)).toEqual([stamps]);
  });
});
