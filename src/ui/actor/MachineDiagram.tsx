import type { InspectedMachine } from "#engine/inspectActor.ts";
import type { MachineId } from "#engine/machines/machines.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import type { AnyStateMachine } from "xstate";
import { MACHINES } from "#engine/machines/machines.ts";
import { fill } from "#ui/fill.ts";
import { useEffect, useMemo, useRef } from "react";
import { machineName, stateName } from "./actorWording.ts";
import { BOX, COLUMN, machineLayout } from "./machineLayout.ts";

type MachineDiagramProps = {
  readonly inspected: InspectedMachine;
  readonly words: ActorWords;
  readonly year: number;
  /** State at the end of the year. */
  readonly state: string;
};

/** Room left and right of the drawing. */
const EDGE = 6;

/** The machine as it is defined, with the state of the year and the steps that the actor has taken up to it. */
export function MachineDiagram({ inspected, words, year, state }: MachineDiagramProps) {
  const { name, machine, steps, states } = inspected;
  const figure = useRef<HTMLElement>(null);
  const layout = useMemo(() => machineLayout(MACHINES[machine as MachineId] as AnyStateMachine), [machine]);
  const width = layout.width + 2 * EDGE;
  // A narrow page shows as many whole columns as actor.css says: those that end with the state of the year.
  useEffect(() => {
    const box = layout.states.find((one) => one.state === state);
    if (!figure.current || !box) return;
    const { scrollWidth, clientWidth } = figure.current;
    const middleOfGap = EDGE + box.x + (BOX.width + COLUMN) / 2;
    figure.current.scrollLeft = (middleOfGap / width) * scrollWidth - clientWidth;
  }, [layout, state, width]);
  const taken = (from: string, to: string) =>
    steps.filter((step) => step.from === from && step.to === to && step.year <= year).map((step) => step.year);
  const visited = new Set([states[0], ...steps.filter((step) => step.year <= year).map(({ to }) => to)]);
  const drawn = layout.steps.map((step) => ({ ...step, years: taken(step.from, step.to) }));
  const inOrder = [...drawn].sort((a, b) => a.years.length - b.years.length);
  const title = fill(words.diagram, {
    machine: machineName(words, machine, name),
    state: stateName(words, machine, state),
    year: String(year),
  });
  return (
    <figure className="machine" ref={figure}>
      <svg
        viewBox={`${-EDGE} 0 ${width} ${layout.height}`}
        style={{ width, "--columns": width / COLUMN }}
        role="img"
        aria-label={title}
      >
        <defs>
          <marker id="step-end" viewBox="0 0 6 6" refX="5.500" refY="3" markerWidth="6" markerHeight="6" orient="auto">
            <path d="M0 0L6 3L0 6Z" />
          </marker>
          <marker id="taken-end" viewBox="0 0 6 6" refX="5.500" refY="3" markerWidth="5" markerHeight="5" orient="auto">
            <path d="M0 0L6 3L0 6Z" />
          </marker>
        </defs>
        {inOrder.map(({ from, to, path, years }) => (
          <path
            key={`${from} ${to}`}
            className="machine-step"
            data-taken={years.length > 0}
            d={path}
            markerEnd={years.length > 0 ? "url(#taken-end)" : "url(#step-end)"}
          />
        ))}
        {layout.states.map((one) => (
          <g
            key={one.state}
            className="machine-state"
            data-now={one.state === state}
            data-visited={visited.has(one.state)}
          >
            <rect x={one.x} y={one.y} width={BOX.width} height={BOX.height} rx={6} />
            <text x={one.x + BOX.width / 2} y={one.y + BOX.height / 2}>
              {linesOf(stateName(words, machine, one.state)).map((line, k, lines) => (
                <tspan
                  key={line}
                  x={one.x + BOX.width / 2}
                  dy={k === 0 ? `${0.35 - 0.55 * (lines.length - 1)}em` : "1.1em"}
                >
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        ))}
        {drawn.map(
          ({ from, to, middle: [x, y], years }) =>
            years.length > 0 && (
              <text key={`${from} ${to}`} className="machine-year" x={x} y={y + 4}>
                {years.length > 2 ? `${years[0]}…${years.at(-1)}` : years.join(", ")}
              </text>
            ),
        )}
      </svg>
    </figure>
  );
}

/** Two lines where a name of several words would not fit its box. */
function linesOf(name: string): string[] {
  const words = name.split(" ");
  if (name.length <= 15 || words.length < 2) return [name];
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
}
