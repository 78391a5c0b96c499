import type { ActorMark, MapProps } from "#scene/mapProps.ts";
import type { MapNews } from "#scene/mapNews.ts";
import type { MapHandle } from "#scene/RegionScene.tsx";
import type { LinkChoice } from "#session/view.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import { manufacturersOf, regionalValue } from "#domain/runResult.ts";
import { runSimulation } from "#engine/runSimulation.ts";
import { createCameraLink } from "#scene/cameraLink.ts";
import { RegionScene } from "#scene/RegionScene.tsx";
import { stateChanges } from "#session/happenings.ts";
import { loadStudy } from "#session/study.ts";
import { mapLinks } from "#ui/map/mapLinks.ts";
import { kindsOf, marksOf, readMap } from "#ui/map/mapReading.ts";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";

z.config({ jitless: true });

/**
 * `?agents=9` draws nine times as many firms as the page does, by the same scene; `?links=supply` has a region chosen and all
 * that the page can show of it, with these links; `?panes=2` is two maps with cameras in step. measure.ts calls `motions`.
 */
const asked = new URLSearchParams(location.search);
const scale = Number(asked.get("agents") ?? 1);
const panes = Number(asked.get("panes") ?? 1);
const choice = asked.get("links") as LinkChoice | null;

const { data, boundaries, presets } = await loadStudy();
const years: YearSnapshot[] = [];
const keep = (snapshot: YearSnapshot) => years.push({ ...snapshot, agents: snapshot.agents.slice() });
const run = runSimulation(data, presets[1], "frames", 0, keep, { scale });
const chosenRegion = choice === null ? null : data.regions.findIndex(({ id }) => id === "karaganda");
const props = years.map((now, k) => {
  const height = choice === null ? ("digital_share" as const) : ("digital_output" as const);
  const { heights, colours, frontier } = readMap({
    plan: years,
    baseline: years,
    regions: data.regions.length,
    year: now.year,
    height,
    colour: "digital_share",
    colourAs: "value",
    theme: "light",
    withFrontier: choice !== null,
  });
  const shown = {
    heights,
    colours,
    frontier,
    agents: { region: run.agentRegion, now: now.agents, large: manufacturersOf(run) },
    regionLabels: data.regions.map(({ shortName }, region) => ({
      title: shortName.en,
      value: `${Math.round(100 * regionalValue(now, "digital_share", region))} %`,
    })),
  };
  return choice === null ? shown : { ...shown, ...everything(now, years[k - 1] ?? now, choice) };
});

/** All kinds of actors, the links of a chosen region and of the whole country, what the year brought. */
function everything(now: YearSnapshot, before: YearSnapshot, links: LinkChoice): Partial<MapProps> {
  const changes = stateChanges(run.roster, before.actors, now.actors);
  const marks: ActorMark[] = marksOf(
    run.roster,
    now,
    kindsOf(run.roster),
    chosenRegion,
    null,
    new Set(changes.map(({ id }) => id)),
  );
  const cores = changes.filter(({ machine }) => machine === "coreEnterprise");
  const news: MapNews[] = [
    ...data.regions.flatMap((_, region): MapNews[] => {
      const count = Math.round(regionalValue(now, "cyber_breaches", region));
      return count > 0 ? [{ kind: "incidents", region, actor: null, count, text: `${count}` }] : [];
    }),
    ...cores.map(({ id, region }): MapNews => ({ kind: "actor", region: region!, actor: id, count: 1, text: id })),
  ];
  const question = { choice: links, summary: run, now, before, marks, region: chosenRegion, actor: null };
  return { marks, news, links: mapLinks(question) };
}

const places = Array.from({ length: panes }, () =>
  document.getElementById("scenes")!.appendChild(document.createElement("div")),
);
const roots = places.map((place) => createRoot(place));
const cameraLink = panes > 1 ? createCameraLink() : null;
const camera: { current: MapHandle | null } = { current: null };
const nothing = () => {};
const show = (year: number) => {
  for (const [pane, root] of roots.entries())
    root.render(
      <RegionScene
        {...props[year]}
        ref={pane === 0 ? camera : null}
        cameraLink={cameraLink}
        regions={data.regions}
        boundaries={boundaries.light}
        language="en"
        theme="light"
        description=""
        selectedRegion={chosenRegion}
        onSelectRegion={nothing}
        onContextLost={nothing}
        reducedMotion={false}
      />,
    );
};
show(0);

const most = (count: (year: (typeof props)[number]) => number) => Math.max(...props.map(count));
Object.assign(window, {
  counts: {
    firms: run.agentRegion.length,
    actors: most((year) => ("marks" in year ? (year.marks?.length ?? 0) : 0)),
    links: most((year) => ("links" in year ? (year.links?.count ?? 0) : 0)),
    news: most((year) => ("news" in year ? (year.news?.length ?? 0) : 0)),
  },
  motions: { years: playYears, camera: moveCamera },
});

/** A year a second, as the page plays them: 600 ms of motion in each. */
async function playYears() {
  for (let year = 1; year < props.length; year++) {
    show(year);
    await pause(1000);
  }
  show(0);
}

/** To a region and back, without rest between the flights. */
async function moveCamera() {
  for (let region = 0; region < 4; region++) {
    camera.current!.showRegion(region);
    await pause(400);
    camera.current!.reset();
    await pause(400);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
