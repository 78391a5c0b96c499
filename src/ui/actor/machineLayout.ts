import type { AnyStateMachine } from "xstate";
import { initialTransition } from "xstate";

/** A state of a small machine in a drawing that reads from left to right; sizes in the units of the drawing. */
type PlacedState = { readonly state: string; readonly x: number; readonly y: number };
type PlacedStep = {
  readonly from: string;
  readonly to: string;
  /** Path of the arrow, and the middle of it for words. */
  readonly path: string;
  readonly middle: readonly [x: number, y: number];
};
type MachineLayout = {
  readonly states: readonly PlacedState[];
  readonly steps: readonly PlacedStep[];
  readonly width: number;
  readonly height: number;
};

export const BOX = { width: 112, height: 34 };
const GAP = { x: 40, y: 34 };
/** From one box to the next of a row. */
export const COLUMN = BOX.width + GAP.x;
/** Room above and below for arrows that lead over boxes. */
const MARGIN = 30;
/** How far an arrow leaves its column to pass a box of it. */
const DETOUR = 26;

/**
 * Layers by the fewest steps from the start; within a layer the states stand in the order of the machine. Steps forward leave
 * at the right, steps back turn above or below, and neither runs through another state of its column.
 */
export function machineLayout(machine: AnyStateMachine): MachineLayout {
  const states = Object.keys(machine.states);
  const steps = stepsOf(machine, states);
  const layers = layersOf(String(initialTransition(machine)[0].value), states, steps);
  const rows = new Map<number, number>();
  const placed = states.map((state) => {
    const layer = layers.get(state)!;
    const row = rows.get(layer) ?? 0;
    rows.set(layer, row + 1);
    return { state, layer, row, x: layer * COLUMN, y: MARGIN + row * (BOX.height + GAP.y) };
  });
  const of = new Map(placed.map((one) => [one.state, one]));
  return {
    states: placed,
    steps: steps.map(([from, to]) => ({ from, to, ...arrow(of.get(from)!, of.get(to)!, placed) })),
    width: Math.max(...placed.map(({ x }) => x)) + BOX.width + DETOUR,
    height: Math.max(...placed.map(({ y }) => y)) + BOX.height + MARGIN,
  };
}

/** Pairs of different states between which some event leads. */
function stepsOf(machine: AnyStateMachine, states: readonly string[]): (readonly [from: string, to: string])[] {
  return states.flatMap((from) => {
    const transitions = [...machine.states[from].transitions.values()].flat();
    const targets = transitions.flatMap(({ target }) => target?.map(({ key }) => key) ?? []);
    return [...new Set(targets)].filter((to) => to !== from).map((to) => [from, to] as const);
  });
}

function layersOf(start: string, states: readonly string[], steps: readonly (readonly [string, string])[]) {
  const layers = new Map([[start, 0]]);
  const queue = [start];
  for (const from of queue)
    for (const [one, to] of steps)
      if (one === from && !layers.has(to)) {
        layers.set(to, layers.get(from)! + 1);
        queue.push(to);
      }
  // A state that nothing leads to stands in the first layer.
  for (const state of states) if (!layers.has(state)) layers.set(state, 0);
  return layers;
}

type Box = { readonly x: number; readonly y: number; readonly layer: number; readonly row: number };

function arrow(from: Box, to: Box, placed: readonly Box[]): Pick<PlacedStep, "path" | "middle"> {
  const right = ({ x, y }: Box): Point => [x + BOX.width, y + BOX.height / 2];
  const left = ({ x, y }: Box): Point => [x, y + BOX.height / 2];
  const top = ({ x, y }: Box, share = 0.5): Point => [x + BOX.width * share, y];
  const bottom = ({ x, y }: Box, share = 0.5): Point => [x + BOX.width * share, y + BOX.height];
  const ahead = to.layer - from.layer;
  if (ahead === 1 || (ahead > 1 && from.row !== to.row)) {
    const [a, b] = [right(from), left(to)];
    const bend = (b[0] - a[0]) / 2;
    return curve(a, [a[0] + bend, a[1]], [b[0] - bend, b[1]], b);
  }
  if (ahead > 1) {
    const [a, b] = [top(from, 0.7), top(to, 0.3)];
    return curve(a, [a[0] + 12, a[1] - MARGIN], [b[0] - 12, b[1] - MARGIN], b);
  }
  if (ahead === 0 && Math.abs(to.row - from.row) > 1) {
    const [a, b] = [right(from), right(to)];
    return curve(a, [a[0] + DETOUR, a[1]], [b[0] + DETOUR, b[1]], b);
  }
  if (ahead === 0) {
    const down = to.row > from.row;
    const share = down ? 0.4 : 0.6;
    const [a, b] = down ? [bottom(from, share), top(to, share)] : [top(from, share), bottom(to, share)];
    return curve(a, a, b, b);
  }
  if (from.row === to.row) {
    const [a, b] = [bottom(from, 0.35), bottom(to, 0.65)];
    return curve(a, [a[0] - 8, a[1] + MARGIN], [b[0] + 8, b[1] + MARGIN], b);
  }
  const down = to.row > from.row;
  if (down && placed.some(({ layer, row }) => layer === from.layer && row > from.row && row <= to.row)) {
    const [a, b] = [left(from), right(to)];
    return curve(a, [a[0] - DETOUR, a[1]], [b[0] + DETOUR, b[1]], b);
  }
  const [a, b] = down ? [bottom(from, 0.35), right(to)] : [left(from), bottom(to)];
  return down ? curve(a, [a[0], b[1]], [a[0], b[1]], b) : curve(a, [b[0], a[1]], [b[0], a[1]], b);
}

type Point = readonly [x: number, y: number];

function curve(a: Point, c: Point, d: Point, b: Point): Pick<PlacedStep, "path" | "middle"> {
  const middle = [0, 1].map((i) => (a[i] + 3 * c[i] + 3 * d[i] + b[i]) / 8) as [number, number];
  return { path: `M${a.join(" ")}C${c.join(" ")} ${d.join(" ")} ${b.join(" ")}`, middle };
}
