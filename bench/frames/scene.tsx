import type { MapHandle } from "#scene/RegionScene.tsx";
import type { YearSnapshot } from "#domain/runResult.ts";
import { manufacturersOf, regionalValue } from "#domain/runResult.ts";
import { runSimulation } from "#engine/runSimulation.ts";
import { RegionScene } from "#scene/RegionScene.tsx";
import { loadStudy } from "#session/study.ts";
import { readMap } from "#ui/mapReading.ts";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";

z.config({ jitless: true });

/** Gaps between frames of the page, in milliseconds, while the scene moves. */
export type FrameGaps = { readonly years: number[]; readonly camera: number[] };

/** `?agents=9` draws nine times as many firms as the page does, by the same scene; `measure` is called by frames.ts. */
const scale = Number(new URLSearchParams(location.search).get("agents") ?? 1);
const { data, boundaries, presets } = await loadStudy();
const years: YearSnapshot[] = [];
const keep = (snapshot: YearSnapshot) => years.push({ ...snapshot, agents: snapshot.agents.slice() });
const run = runSimulation(data, presets[1], "frames", 0, keep, { scale });
const question = { regions: data.regions.length, plan: years, baseline: years, theme: "light" } as const;
const indicators = {
  height: "digital_share",
  colour: "digital_share",
  colourAs: "value",
  withFrontier: false,
} as const;
const props = years.map((now) => {
  const { heights, colours } = readMap({ ...question, ...indicators, year: now.year });
  return {
    heights,
    colours,
    agents: { region: run.agentRegion, now: now.agents, large: manufacturersOf(run) },
    regionLabels: data.regions.map(({ shortName }, region) => ({
      title: shortName.en,
      value: `${Math.round(100 * regionalValue(now, "digital_share", region))} %`,
    })),
  };
});
const root = createRoot(document.getElementById("scene")!);
const camera: { current: MapHandle | null } = { current: null };
const nothing = () => {};
const show = (year: number) =>
  root.render(
    <RegionScene
      {...props[year]}
      ref={camera}
      regions={data.regions}
      boundaries={boundaries.light}
      language="en"
      theme="light"
      description=""
      selectedRegion={null}
      onSelectRegion={nothing}
      onContextLost={nothing}
      reducedMotion={false}
    />,
  );
show(0);

Object.assign(window, { marks: run.agentRegion.length, measure: { years: playYears, camera: moveCamera } });

/** A year a second, as the page plays them: 600 ms of motion in each. */
async function playYears(): Promise<number[]> {
  const gaps: number[] = [];
  for (let year = 1; year < props.length; year++) {
    show(year);
    gaps.push(...(await gapsDuring(600)));
    await pause(400);
  }
  show(0);
  return gaps;
}

/** To a region and back, without rest between the flights. */
async function moveCamera(): Promise<number[]> {
  const gaps: number[] = [];
  for (let region = 0; region < 4; region++) {
    camera.current!.showRegion(region);
    gaps.push(...(await gapsDuring(400)));
    camera.current!.reset();
    gaps.push(...(await gapsDuring(400)));
  }
  return gaps;
}

async function gapsDuring(milliseconds: number): Promise<number[]> {
  const times = [await frame()];
  while (times.at(-1)! - times[0] < milliseconds) times.push(await frame());
  return times.slice(1).map((time, i) => time - times[i]);
}

function frame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
