import type { RefusedFile } from "#ui/saving/PlanFile.tsx";
import { readFile } from "node:fs/promises";
import { describeProblem } from "#domain/inputProblem.ts";
import { MAXIMUM_SCENARIO_BYTES } from "#domain/scenario.ts";
import { readPlanFile } from "#ui/saving/PlanFile.tsx";
import { describe, expect, it } from "vitest";

const REGIONS = ["akmola", "astana"];
const NAME = { en: "a", ru: "b", kk: "c" };

describe("a plan file opened on the page", () => {
  it("is the preset that the command line reads from the same file", async () => {
    const text = await readFile(new URL("../scenarios/subsidy-only.json", import.meta.url), "utf8");
    expect(await readPlanFile(new File([text], "subsidy-only.json"), REGIONS)).toMatchObject({ id: "subsidy-only" });
  });

  it("is refused with the file, the place and all problems", async () => {
    const measures = [
      { lever: "magic", size: 1 },
      { lever: "subsidy", size: 140, regions: ["atlantis"], from: 2010, budget: -1 },
    ];
    const refused = await refusedFile(JSON.stringify({ version: 1, id: "x", name: NAME, measures }));
    expect(refused.problems.map(({ place }) => place).sort()).toEqual([
      "plan.json measures[0].lever",
      "plan.json measures[1].budget",
      "plan.json measures[1].from",
      "plan.json measures[1].regions[0]",
      "plan.json measures[1].size",
    ]);
  });

  it("is refused by line and column when it is not JSON", async () => {
    const refused = await refusedFile('{\n  "version": 1,\n  oops\n}');
    expect(refused.problems.map(describeProblem).join()).toContain("plan.json:3:3");
  });

  it("is refused when it is huge, in a moment and without being read", async () => {
    const huge = new File(["x".repeat(4 * MAXIMUM_SCENARIO_BYTES + 1)], "huge.json");
    huge.arrayBuffer = () => Promise.reject(new Error("the file was read"));
    const refused = (await readPlanFile(huge, REGIONS)) as RefusedFile;
    expect(refused.problems).toEqual([
      { place: "huge.json", expected: `at most ${MAXIMUM_SCENARIO_BYTES} characters`, found: `${huge.size} bytes` },
    ]);
  });

  it("is refused when it is not in UTF-8, instead of with other signs in its texts", async () => {
    for (const bytes of [Buffer.from('\ufeff{"version": 2}', "utf16le"), Buffer.from('{"notes": "Größe"}', "latin1")]) {
      const refused = (await readPlanFile(new File([bytes], "plan.json"), REGIONS)) as RefusedFile;
      expect(refused.problems.map(({ expected }) => expected)).toEqual(["text in UTF-8"]);
    }
  });

  it("that is empty is refused", async () => {
    expect((await refusedFile("")).problems).toHaveLength(1);
  });
});

async function refusedFile(text: string): Promise<RefusedFile> {
  const read = await readPlanFile(new File([text], "plan.json"), REGIONS);
  if (!("problems" in read)) throw new Error("the file was accepted");
  return read;
}
