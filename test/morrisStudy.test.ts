import { readFileSync } from "node:fs";
import { MORRIS_STUDY, OUTCOMES } from "#ui/trust/morrisStudy.ts";
import { expect, it } from "vitest";

const TITLES = {
  share: "national digital share in 2035 without a plan (percentage points)",
  core: "digital users in 2035, core-ecosystem less no plan (firms)",
  subsidy: "digital users in 2035, subsidy-only less no plan (firms)",
};

it("the page about the model shows the effects of docs/sensitivity.md, and leaves out none that decides more", () => {
  const document = readFileSync(new URL("../docs/sensitivity.md", import.meta.url), "utf8");
  const [, morris] = document.split("## Morris' elementary effects");
  expect(morris).toContain(`${MORRIS_STUDY.runs} runs`);
  for (const outcome of OUTCOMES) {
    const table = morris.split(`**${TITLES[outcome]}**`)[1].split("\n**")[0];
    const printed = [...table.matchAll(/\| (\w+) \| ([\d.]+) \| ([-\d.]+) to ([-\d.]+) \|/g)].map(
      ([, id, ...effect]) => [id, effect.map(Number)] as const,
    );
    expect(printed.length).toBeGreaterThan(10);
    const shown = MORRIS_STUDY.effects as Readonly<Record<string, Record<string, readonly number[]>>>;
    for (const [id, effect] of printed) if (id in shown) expect(shown[id][outcome], `${outcome} ${id}`).toEqual(effect);
    expect(printed.slice(0, 4).filter(([id]) => !(id in shown))).toEqual([]);
  }
});
