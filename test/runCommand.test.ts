import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readInputFile } from "#cli/inputFile.ts";
import { checkOutputFile, checkOutputFolder, writeOutputFolder } from "#cli/outputFolder.ts";
import { createProgram } from "#cli/program.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { top, twin } from "./fixtures/twin.ts";

const scratch = () => mkdtempSync(join(tmpdir(), "twin-"));

describe("twin run", () => {
  const words = ["run", "core-ecosystem", "--until", "2027", "--replicates", "3", "--seed", "a seed", "--json"];
  const one = twin(...words, "--workers", "1");

  it("prints one JSON document whose bytes do not depend on the number of workers", () => {
    const two = twin(...words, "--workers", "2");
    expect(one.status).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const { receipt, national, regions } = JSON.parse(one.stdout);
    const engineVersion = twin("--version").stdout.trim();
    expect(receipt).toMatchObject({ engineVersion, seed: "a seed", replicates: 3, years: [2023, 2027] });
    expect(receipt.outputDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(national).toHaveLength(5);
    expect(regions).toHaveLength(5 * 20);
    expect(national[0].digital_users).toEqual({ p10: 161, p50: 161, p90: 161, mean: 161 });
    expect(one.stdout).not.toContain("NaN");
  });

  it("writes the five tables and the receipt, and says so when it reproduces them", () => {
    const folder = join(scratch(), "out");
    const out = ["run", "subsidy-only", "--until", "2026", "--replicates", "2", "--out", folder];
    expect(twin(...out).status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      "estimates.csv",
      "events.csv",
      "money.csv",
      "national.csv",
      "receipt.json",
      "regions.csv",
    ]);
    const regions = Papa.parse<Record<string, string>>(readFileSync(join(folder, "regions.csv"), "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    expect(regions.meta.fields!.slice(0, 12)).toEqual([
      ..."replicate,year,region,firms,digital_users,digital_share,readiness,manuf_output,digital_output".split(","),
      ..."output_of_adopters,efficiency_fixed,efficiency_estimated".split(","),
    ]);
    expect(regions.data).toHaveLength(2 * 4 * 20);
    expect(twin(...out).stderr).toContain("reproduced");
    expect(twin(...out, "--seed", "2").stderr).toContain("differs from the earlier output in: seed, outputDigest");
  });

  it("refuses a bad scenario with status 2, all problems and nothing written", () => {
    const folder = scratch();
    const file = join(folder, "plan.json");
    writeFileSync(
      file,
      JSON.stringify({
        version: 1,
        id: "bad",
        name: { en: "bad", ru: "плохо", kk: "жаман" },
        measures: [
          { lever: "magic", size: 1 },
          { lever: "subsidy", size: 140, regions: ["mars"], from: 2020, budget: -1 },
        ],
      }),
    );
    const { status, stdout, stderr } = twin("run", file, "--out", join(folder, "out"));
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toHaveLength(5);
    expect(stderr).toContain(`${file} measures[1].size: expected a share from 0 to 0.9, got 140`);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("replaces an earlier output, even one with a broken receipt, but no file of anybody else", () => {
    const folder = scratch();
    const words = ["run", "baseline", "--until", "2024", "--out", folder];
    writeFileSync(join(folder, "receipt.json"), "{");
    const { status, stderr } = twin(...words);
    expect(status).toBe(0);
    expect(stderr).toContain("differs from the earlier output in: engineVersion, dataDigest");
    writeFileSync(join(folder, "thesis.txt"), "mine");
    const refused = twin(...words);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/^--out ".*": expected a new or empty folder, .* got thesis\.txt\n$/);
    expect(readdirSync(folder)).toContain("thesis.txt");
  });

  it("refuses a place for its output that cannot be a folder before it simulates", () => {
    const file = join(scratch(), "file");
    writeFileSync(file, "mine");
    expect(() => checkOutputFolder("")).toThrow(/no name/);
    expect(() => checkOutputFolder(file)).toThrow(/got a file/);
    expect(() => checkOutputFolder(join(file, "below"))).toThrow(InputRefused);
    expect(() => checkOutputFolder(join(dirname(file), "not yet", "there"))).not.toThrow();
    expect(() => checkOutputFile(join(file, "below"))).toThrow(InputRefused);
    expect(() => checkOutputFile(dirname(file))).toThrow(InputRefused);
    expect(() => checkOutputFile(file)).not.toThrow();
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it.runIf(existsSync("/proc/self"))(
    "refuses a folder that the system does not let it make, instead of trying for ever",
    () => {
      expect(() => checkOutputFolder("/proc/no/such")).toThrow(/got ENOENT/);
    },
  );

  it("writes a folder that others may read as far as the user's own mask allows", () => {
    const folder = join(scratch(), "not yet", "out");
    writeOutputFolder(folder, { "receipt.json": "{}" });
    expect(statSync(folder).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("refuses a plan in another encoding, a folder and a missing file, each in words", () => {
    const file = join(scratch(), "plan.json");
    writeFileSync(file, Buffer.from('{ "version": 2, "notes": "\xe9" }', "latin1"));
    expect(twin("run", file).stderr).toBe(`${file}: expected text in UTF-8, got bytes of another encoding\n`);
    expect(() => readInputFile(dirname(file))).toThrow("got a folder");
    expect(() => readInputFile(`${file}.txt`)).toThrow("got no such file");
  });

  it("takes files from where npm was called", () => {
    const folder = scratch();
    writeFileSync(join(folder, "here.json"), "[]");
    const words = ["--prefix", top, "run", "-s", "twin", "--", "run", "here.json"];
    const { status, stderr } = spawnSync("npm", words, { cwd: folder, encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe("here.json (whole file): expected an object, got []\n");
  });
});

describe("twin compare", () => {
  it("takes differences future by future, against the first plan", () => {
    const { status, stdout } = twin("compare", "baseline", "subsidy-only", "--replicates", "2", "--json");
    expect(status).toBe(0);
    const { plans, differences, effects, contests } = JSON.parse(stdout);
    expect(plans.map(({ id }: { id: string }) => id)).toEqual(["baseline", "subsidy-only"]);
    const national = differences.filter((d: { region: string | null }) => d.region === null);
    expect(national.length).toBeGreaterThan(100);
    for (const { plan, against, p10, p50, p90, probabilityHigher, year } of national) {
      expect([plan, against]).toEqual(["subsidy-only", "baseline"]);
      expect(p10 <= p50 && p50 <= p90).toBe(true);
      expect(probabilityHigher >= 0 && probabilityHigher <= 1).toBe(true);
      if (year < 2025) expect([p10, p90]).toEqual([0, 0]);
    }
    const isLast = (row: { region?: string | null; year: number }) => row.year === 2035 && !row.region;
    const [none, subsidy] = effects.filter(isLast);
    const users = differences.find((d: { indicator: string }) => d.indicator === "digital_users" && isLast(d as never));
    expect(none).toMatchObject({ plan: "baseline", firmsPerBillion: null, causedGain: { mean: 0 } });
    expect(subsidy.additionalUsers.mean).toBe(users.mean); // the first plan is the run without measures
    expect(subsidy.firmsPerBillion.mean).toBeGreaterThan(0);
    expect(contests.filter(isLast)[0]).toMatchObject({ plan: "subsidy-only", against: "baseline", futures: 2 });
    expect(plans[0].spread).toHaveLength(13);
    expect(differences.some(({ indicator }: { indicator: string }) => indicator === "share_gap")).toBe(true);
  });

  it("does not call a plan higher in futures in which both are equal", () => {
    const file = join(scratch(), "same.json");
    const baseline = JSON.parse(readFileSync(join(top, "scenarios/baseline.json"), "utf8"));
    writeFileSync(file, JSON.stringify({ ...baseline, id: "same", until: 2025 }));
    expect(twin("compare", "baseline", file, "--replicates", "2").stdout).toContain("more in 0 of 2 futures");
  });

  it("refuses one plan alone, the same plan twice, and every file that is not there", async () => {
    const compare = (...plans: string[]) => createProgram().parseAsync(["compare", ...plans], { from: "user" });
    await expect(compare("baseline")).rejects.toThrow(InputRefused);
    await expect(compare("baseline", "baseline")).rejects.toThrow(InputRefused);
    await expect(compare("one.json", "baseline", "two.json")).rejects.toThrow(/^one\.json: .*\ntwo\.json: .*$/);
  });
});

describe("twin presets and help", () => {
  it("list every scenario and every command", () => {
    const { presets } = JSON.parse(twin("presets", "--json").stdout);
    expect(presets.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(["baseline", "core-ecosystem", "subsidy-only"]),
    );
    const help = twin("--help").stdout;
    for (const command of ["run", "compare", "presets", "estimate", "replicate", "backtest", "bench"])
      expect(help).toContain(`${command} `);
  });

  it.each([
    ...["run", "compare", "attribute", "presets", "bench", "backtest", "calibrate", "parameters", "replicate"],
    ...["sensitivity morris", "estimate frontier", "estimate clusters", "estimate readiness"],
  ])("%s has an example that can be copied", (command) => {
    let help = "";
    let asked = createProgram();
    for (const word of command.split(" ")) asked = asked.commands.find((part) => part.name() === word)!;
    asked.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain(`  npm run -s twin -- ${command}`);
  });
});
