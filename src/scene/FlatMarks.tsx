import type { ActorKind, ActorMark, MapAgents, MapTheme } from "./mapProps.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { memo, useMemo } from "react";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { ACCENT, INK, PAPER, stageColours } from "./colourScales.ts";
import { OTHER_SIZE } from "./markPlaces.ts";
import { firmStage, VACANT } from "./firmStage.ts";

const ABANDONED = ADOPTION_STAGES.indexOf("abandoned");

type FlatFirmsProps = { readonly agents: MapAgents; readonly places: FirmPlaces; readonly theme: MapTheme };

/**
 * All firms of a stage and size are one path of dots, so that thousands of firms are a dozen elements; drawn again only in a
 * new year.
 */
export const FlatFirms = memo(function FlatFirms({ agents, places, theme }: FlatFirmsProps) {
  // A firm stays in its place: its part of a path is written once, not once a year.
  const dots = useMemo(
    () =>
      Array.from(
        places.radius,
        (_, agent) => `M${places.at[2 * agent]!.toFixed(2)} ${(-places.at[2 * agent + 1]!).toFixed(2)}h0`,
      ),
    [places],
  );
  const groups = new Map<string, { stage: number; manufacturer: boolean; radius: number; path: string }>();
  for (let agent = 0; agent < places.radius.length; agent++) {
    const stage = firmStage(agents, agent);
    if (stage === VACANT) continue;
    const manufacturer = agent < agents.large;
    const key = `${stage} ${manufacturer}`;
    const radius = places.radius[agent]!;
    const group = groups.get(key) ?? { stage, manufacturer, radius, path: "" };
    group.path += stage === ABANDONED ? cross(places.at[2 * agent]!, -places.at[2 * agent + 1]!, radius) : dots[agent]!;
    groups.set(key, group);
  }
  const inOrder = [...groups.values()].sort((a, b) => a.stage - b.stage);
  const colours = stageColours(theme);
  const width = (group: { stage: number; radius: number }) => group.radius * (group.stage === ABANDONED ? 0.6 : 2);
  return (
    <g fill="none" strokeLinecap="round">
      {inOrder.map((group) => (
        <path
          key={`halo ${group.stage} ${group.manufacturer}`}
          d={group.path}
          stroke={PAPER[theme]}
          strokeWidth={width(group) + 0.07}
        />
      ))}
      {inOrder.map((group) => (
        <path
          key={`${group.stage} ${group.manufacturer}`}
          d={group.path}
          stroke={colours[group.stage]}
          strokeWidth={width(group)}
          opacity={group.manufacturer ? 1 : 0.72}
        />
      ))}
    </g>
  );
});

type FlatActorsProps = {
  readonly marks: readonly ActorMark[];
  readonly places: readonly (readonly [x: number, y: number])[];
  readonly theme: MapTheme;
  readonly scale: number;
};

export function FlatActors({ marks, places, theme, scale }: FlatActorsProps) {
  return (
    <g strokeWidth={0.34} strokeLinejoin="round" paintOrder="stroke">
      {places.map(([x, y], index) => {
        const { id, kind, active } = marks[index]!;
        const colour = kind === "orchestrator" ? ACCENT[theme] : INK[theme];
        return (
          <g
            key={id}
            data-actor={id}
            transform={`translate(${x.toFixed(2)} ${(-y).toFixed(2)}) scale(${(kind === "orchestrator" ? scale : scale * OTHER_SIZE).toFixed(3)})`}
          >
            <path d={ACTOR_PATHS[kind]} fill={colour} fillRule="evenodd" stroke={PAPER[theme]} />
            {!active && kind !== "provider" && (
              <path d={ACTOR_PATHS[kind]} transform="scale(0.55)" fill={PAPER[theme]} />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The shapes of actorMarks.ts, at home in a circle of MARK_RADIUS. */
export const ACTOR_PATHS: Readonly<Record<ActorKind, string>> = {
  orchestrator: "M-.45-.78H.45L.9 0L.45.78H-.45L-.9 0Z",
  provider: "M-.85 0a.85.85 0 1 0 1.7 0a.85.85 0 1 0-1.7 0ZM-.4 0a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0Z",
  complementor: "M0-.95L.95 0L0 .95L-.95 0Z",
  ictService: "M0-.95L.82.48H-.82Z",
  university: "M-.68-.68H.68V.68H-.68Z",
  dataCentre: "M-.32-.85H.32V.85H-.32Z",
};

function cross(x: number, y: number, radius: number): string {
  const arm = 0.8 * radius;
  const [left, top, span] = [(x - arm).toFixed(2), (y - arm).toFixed(2), (2 * arm).toFixed(2)];
  return `M${left} ${top}l${span} ${span}m0-${span}l-${span} ${span}`;
}
