import { createActor } from "xstate";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { createPopulation } from "#engine/population.ts";
import { phaseKey, runKey, uniform } from "#engine/randomNumbers.ts";
import { enterpriseMachine } from "./enterpriseMachine.ts";

export interface BenchCase {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly ratio: number;
  readonly against: string;
}

const FIRMS = 20_000;
const YEARS = 10;
const EVENTS = FIRMS * YEARS * 2 + (FIRMS / 20) * YEARS * 2;

/**
 * The enterprise machine through its table, beside one running actor per firm and beside the same rule by hand. All three
 * get the same events in the same order and must end in the same columns, to the last bit. Runs are interleaved.
 */
export function machineTableCases({ runs = 15, actorRuns = 3 } = {}): BenchCase[] {
  const table = deriveMachineTable(enterpriseMachine);
  const draws = drawEvents();
  const tableTimes: number[] = [];
  const handTimes: number[] = [];
  const actorTimes: number[] = [];
  for (let run = -2; run < runs; run += 1) {
    const byTable = timeTable(table, draws);
    const byHand = timeHandwritten(draws);
    refuseDifference(byTable.columns, byHand.columns);
    if (run < 0) continue; // the first two runs warm the compiler
    tableTimes.push(byTable.nanoseconds);
    handTimes.push(byHand.nanoseconds);
    if (run < actorRuns) {
      const byActors = timeActors(draws);
      refuseDifference(byTable.columns, byActors.columns);
      actorTimes.push(byActors.nanoseconds);
    }
  }
  const own = { unit: "ns/event", ...spread(tableTimes), runs };
  return [
    {
      name: "machine-table-vs-actors",
      ...own,
      ratio: median(actorTimes) / own.median,
      against: "times faster than one running XState actor per firm",
    },
    {
      name: "machine-table-vs-handwritten",
      ...own,
      ratio: own.median / median(handTimes),
      against: "times the time of the same rule by hand",
    },
  ];
}

interface Timed {
  readonly nanoseconds: number;
  readonly columns: readonly ArrayLike<number>[];
}

const STATES = [
  "unaware",
  "aware",
  "evaluating",
  "piloting",
  "using.integrated",
  "using.scaled",
  "abandoned",
  "returning",
];

/** Chance is drawn before the clock starts: one uniform per firm, year and purpose. */
function drawEvents() {
  const run = runKey("bench", 0);
  const column = (purpose: string) => {
    const values = new Float64Array(FIRMS * YEARS);
    for (let year = 0; year < YEARS; year += 1) {
      const key = phaseKey(run, purpose, year);
      for (let firm = 0; firm < FIRMS; firm += 1) values[year * FIRMS + firm] = uniform(key, firm);
    }
    return values;
  };
  return { driver: column("driver"), income: column("income"), draw: column("draw"), hazard: column("hazard") };
}

type Draws = ReturnType<typeof drawEvents>;

function timeTable(table: ReturnType<typeof deriveMachineTable<typeof enterpriseMachine>>, draws: Draws): Timed {
  const firms = createPopulation(table, FIRMS);
  const reviewed = { type: "READINESS_REVIEWED" as const, driver: 0, income: 0 };
  const drawn = { type: "CHANCE_DRAWN" as const, draw: 0, hazard: 0, shock: 1, hasFreeSlot: 1 };
  const served = { type: "SERVED" as const, support: 0.05 };
  const breached = { type: "BREACHED" as const, loss: 0 };
  let start = 0;
  const review = (event: typeof reviewed, row: number) => {
    event.driver = draws.driver[start + row]!;
    event.income = draws.income[start + row]!;
  };
  const draw = (event: typeof drawn, row: number) => {
    event.draw = draws.draw[start + row]!;
    event.hazard = draws.hazard[start + row]!;
  };
  const begin = performance.now();
  for (let year = 0; year < YEARS; year += 1) {
    start = year * FIRMS;
    firms.sendAll(reviewed, review);
    for (let row = year; row < FIRMS; row += 20) {
      firms.send(row, served);
      breached.loss = 0.3 * draws.driver[start + row]!;
      firms.send(row, breached);
    }
    firms.sendAll(drawn, draw);
  }
  const nanoseconds = ((performance.now() - begin) * 1e6) / EVENTS;
  const states = Array.from(firms.states, (leaf) => STATES.indexOf(table.leaves[leaf]!));
  return { nanoseconds, columns: [states, ...Object.values<Float64Array>(firms.columns)] };
}

function timeActors(draws: Draws): Timed {
  const firms = Array.from({ length: FIRMS }, () => createActor(enterpriseMachine).start());
  const begin = performance.now();
  for (let year = 0; year < YEARS; year += 1) {
    const start = year * FIRMS;
    for (let row = 0; row < FIRMS; row += 1) {
      firms[row]!.send({
        type: "READINESS_REVIEWED",
        driver: draws.driver[start + row]!,
        income: draws.income[start + row]!,
      });
    }
    for (let row = year; row < FIRMS; row += 20) {
      firms[row]!.send({ type: "SERVED", support: 0.05 });
      firms[row]!.send({ type: "BREACHED", loss: 0.3 * draws.driver[start + row]! });
    }
    for (let row = 0; row < FIRMS; row += 1) {
      const [draw, hazard] = [draws.draw[start + row]!, draws.hazard[start + row]!];
      firms[row]!.send({ type: "CHANCE_DRAWN", draw, hazard, shock: 1, hasFreeSlot: 1 });
    }
  }
  const nanoseconds = ((performance.now() - begin) * 1e6) / EVENTS;
  const snapshots = firms.map((firm) => firm.getSnapshot());
  const keys = ["readiness", "cash", "projectCost", "yearsOut", "spent", "losses"] as const;
  const states = snapshots.map(({ value }) =>
    STATES.indexOf(typeof value === "string" ? value : `using.${value.using}`),
  );
  return { nanoseconds, columns: [states, ...keys.map((key) => snapshots.map(({ context }) => context[key]))] };
}

/** The rule of `enterpriseMachine` as one would write it without a machine: a struct of arrays and a switch. */
function timeHandwritten(draws: Draws): Timed {
  const states = new Uint8Array(FIRMS);
  const readiness = new Float64Array(FIRMS).fill(0.4);
  const cash = new Float64Array(FIRMS).fill(1);
  const projectCost = new Float64Array(FIRMS).fill(0.12);
  const yearsOut = new Float64Array(FIRMS);
  const spent = new Float64Array(FIRMS);
  const losses = new Float64Array(FIRMS);

  const startPilot = (row: number) => {
    states[row] = 3;
    const cost = projectCost[row]!;
    cash[row]! -= cost;
    spent[row]! += cost;
  };
  const abandon = (row: number) => {
    states[row] = 6;
    yearsOut[row] = 0;
  };
  const learn = (row: number) => {
    readiness[row] = Math.min(1, readiness[row]! + 0.02);
  };
  const review = (row: number, driver: number, income: number) => {
    const old = readiness[row]!;
    readiness[row] = old + 0.15 * driver * (1 - old) - 0.03 * old;
    cash[row] = 0.9 * cash[row]! + income;
  };
  const breach = (row: number, loss: number) => {
    const isRuinous = loss > 0.5 * cash[row]!;
    cash[row]! -= loss;
    losses[row]! += loss;
    if (isRuinous) abandon(row);
  };
  const decide = (row: number, draw: number, hazard: number, shock: number, hasFreeSlot: number) => {
    switch (states[row]) {
      case 0:
        if (draw < 0.1 + 0.5 * hazard) states[row] = 1;
        break;
      case 1:
        if (readiness[row]! > 0.4 && projectCost[row]! <= 0.25 * cash[row]! && draw < hazard) states[row] = 2;
        break;
      case 2:
      case 7:
        if (hasFreeSlot > 0 && draw < 0.5 * shock) startPilot(row);
        break;
      case 3:
        if (draw < 0.3 * shock) {
          states[row] = 4;
          learn(row);
        } else if (draw < 0.3 * shock + 0.15) abandon(row);
        break;
      case 4:
        if (draw < 0.25 * Math.min(1, readiness[row]! / 0.8)) {
          states[row] = 5;
          learn(row);
        } else if (draw > 1 - 0.054) abandon(row);
        break;
      case 5:
        if (draw > 1 - 0.027) abandon(row);
        else learn(row);
        break;
      case 6:
        if (yearsOut[row]! >= 1 && draw < 0.2 && cash[row]! > 0) states[row] = 7;
        else yearsOut[row]! += 1;
        break;
    }
  };

  const begin = performance.now();
  for (let year = 0; year < YEARS; year += 1) {
    const start = year * FIRMS;
    for (let row = 0; row < FIRMS; row += 1) review(row, draws.driver[start + row]!, draws.income[start + row]!);
    for (let row = year; row < FIRMS; row += 20) {
      cash[row]! += 0.05;
      breach(row, 0.3 * draws.driver[start + row]!);
    }
    for (let row = 0; row < FIRMS; row += 1) decide(row, draws.draw[start + row]!, draws.hazard[start + row]!, 1, 1);
  }
  const nanoseconds = ((performance.now() - begin) * 1e6) / EVENTS;
  return { nanoseconds, columns: [states, readiness, cash, projectCost, yearsOut, spent, losses] };
}

function refuseDifference(ours: Timed["columns"], theirs: Timed["columns"]) {
  ours.forEach((column, k) => {
    for (let row = 0; row < FIRMS; row += 1) {
      if (!Object.is(column[row], theirs[k]![row])) {
        throw new Error(`column ${k}, row ${row}: the table has ${column[row]}, the other way ${theirs[k]![row]}`);
      }
    }
  });
}

function median(values: readonly number[]): number {
  return spread(values).median;
}

function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, min: sorted[0]!, max: sorted.at(-1)! };
}
