import type { YearPassed } from "#engine/machines/adoption.ts";
import { createActor } from "xstate";
import { parameterValues } from "#domain/parameters.ts";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { adoptionMachine } from "#engine/machines/adoption.ts";
import { createPopulation } from "#engine/population.ts";
import { phaseKey, runKey, uniform } from "#engine/randomNumbers.ts";
import { type BenchCase, spreadOf } from "./benchCase.ts";

const FIRMS = 20_000;
const YEARS = 10;
const RUNS = 15;
/** Actors are slow and their time is steady. */
const ACTOR_RUNS = 3;

/**
 * SM-1 for 20,000 firms over 10 years through its table, beside one running actor per firm and beside the same rule by
 * hand. All three fill the same events in the same order and must end with the same states and years, or the case throws.
 * Runs are interleaved. `ratio` is actors' time over the table's, and the table's time over the one by hand.
 */
export function machineTableCases(): BenchCase[] {
  const table = deriveMachineTable(adoptionMachine);
  const year = prepareYears();
  const [tableTimes, handTimes, actorTimes]: number[][] = [[], [], []];
  for (let run = -3; run < RUNS; run += 1) {
    const byTable = timeTable(table, year);
    const byHand = timeHandwritten(year);
    refuseDifference(byTable, byHand);
    if (run < 0) continue; // the first runs warm the compiler
    tableTimes.push(byTable.nanoseconds);
    handTimes.push(byHand.nanoseconds);
    if (run >= ACTOR_RUNS) continue;
    const byActors = timeActors(year);
    refuseDifference(byTable, byActors);
    actorTimes.push(byActors.nanoseconds);
  }
  const spread = spreadOf(tableTimes);
  const own = { unit: "ns/event", ...spread, runs: RUNS };
  return [
    {
      name: "machine-table-vs-actors",
      ...own,
      ratio: spreadOf(actorTimes).median / spread.median,
      against: "one running XState actor per firm; ratio = times faster",
    },
    {
      name: "machine-table-vs-handwritten",
      ...own,
      ratio: spread.median / spreadOf(handTimes).median,
      against: "the same rule by hand; ratio = times slower",
    },
  ];
}

interface Timed {
  readonly nanoseconds: number;
  readonly states: readonly string[];
  readonly yearsInState: ArrayLike<number>;
}

type Fill = (event: YearPassed, row: number, year: number) => void;

/** Fills the event of a firm and a year from columns drawn beforehand, as the adoption phase of the engine does. */
function prepareYears(): { readonly fill: Fill; readonly readiness: Float64Array } {
  const run = runKey("bench", 0);
  const column = (purpose: string, year: number, value: (u: number) => number) => {
    const key = phaseKey(run, purpose, year);
    return Float64Array.from({ length: FIRMS }, (_, firm) => value(uniform(key, firm)));
  };
  const perYear = (purpose: string, value: (u: number) => number) =>
    Array.from({ length: YEARS }, (_, year) => column(purpose, year, value));
  const draw = perYear("draw", (u) => u);
  const evaluationChance = perYear("evaluationChance", (u) => 0.3 + 0.4 * u);
  const slotFree = perYear("slotFree", (u) => (u < 0.7 ? 1 : 0));
  const pilotShock = perYear("pilotShock", (u) => 0.5 + u);
  const served = perYear("served", (u) => (u < 0.05 ? 1 : 0));
  const fill: Fill = (event, row, year) => {
    event.draw = draw[year][row];
    event.regionalShare = 0.2;
    event.served = served[year][row];
    event.affordable = 1;
    event.evaluationChance = evaluationChance[year][row];
    event.hazardRatio = 1;
    event.hasGrant = 0;
    event.slotFree = slotFree[year][row];
    event.pilotShock = pilotShock[year][row];
    event.exitShock = 1;
    event.successFactor = 1;
    event.successPoints = 0;
  };
  return { fill, readiness: column("readiness", 0, (u) => 0.2 + 0.8 * u) };
}

type Years = ReturnType<typeof prepareYears>;

const RATES = parameterValues({});

const newEvent = (): YearPassed => ({
  type: "YEAR_PASSED",
  rates: RATES,
  draw: 0.5,
  regionalShare: 0.5,
  served: 0,
  affordable: 1,
  evaluationChance: 0.5,
  hazardRatio: 1,
  hasGrant: 0,
  slotFree: 1,
  pilotShock: 0.5,
  exitShock: 0.5,
  successFactor: 0.5,
  successPoints: 0.5,
});

function timeTable(
  table: ReturnType<typeof deriveMachineTable<typeof adoptionMachine>>,
  { fill, readiness }: Years,
): Timed {
  const firms = createPopulation(table, FIRMS, { readiness });
  const event = newEvent();
  const begin = performance.now();
  for (let year = 0; year < YEARS; year += 1) firms.sendAll(event, (each, row) => fill(each, row, year));
  const nanoseconds = perEvent(begin);
  const states = Array.from(firms.states, (leaf) => table.leaves[leaf]);
  return { nanoseconds, states, yearsInState: firms.columns.yearsInState };
}

/** The actors' start is not counted. */
function timeActors({ fill, readiness }: Years): Timed {
  const firms = Array.from(readiness, (value) => {
    const snapshot = adoptionMachine.resolveState({ value: "unaware", context: { readiness: value, yearsInState: 0 } });
    return createActor(adoptionMachine, { snapshot }).start();
  });
  const event = newEvent();
  const begin = performance.now();
  for (let year = 0; year < YEARS; year += 1) {
    for (let row = 0; row < FIRMS; row += 1) {
      fill(event, row, year);
      firms[row].send(event);
    }
  }
  const nanoseconds = perEvent(begin);
  const snapshots = firms.map((firm) => firm.getSnapshot());
  return {
    nanoseconds,
    states: snapshots.map(({ value }) => value),
    yearsInState: snapshots.map(({ context }) => context.yearsInState),
  };
}

const STATES = ["unaware", "aware", "evaluating", "piloting", "integrated", "scaled", "abandoned"];
const [UNAWARE, AWARE, EVALUATING, PILOTING, INTEGRATED, SCALED, ABANDONED] = STATES.keys();

/** SM-1 as one would write it without a machine: columns, a switch and counts of transitions. */
function timeHandwritten({ fill, readiness }: Years): Timed {
  const states = new Uint8Array(FIRMS);
  const yearsInState = new Float64Array(FIRMS);
  const counts = new Uint32Array(STATES.length ** 2);

  function stageAfter(row: number, event: YearPassed): number {
    const { rates, draw, served } = event;
    const stage = states[row];
    switch (stage) {
      case UNAWARE: {
        const chance = rates.awareness + rates.awarenessPeers * event.regionalShare + rates.awarenessAdvice * served;
        return draw < chance ? AWARE : stage;
      }
      case AWARE:
        return readiness[row] > rates.threshold && event.affordable === 1 && draw < event.evaluationChance
          ? EVALUATING
          : stage;
      case EVALUATING:
        return event.slotFree === 1 && draw < rates.pilotStart * event.hazardRatio * event.pilotShock
          ? PILOTING
          : stage;
      case PILOTING: {
        const success = Math.min(0.85, rates.pilotSuccess * event.pilotShock + served * rates.adviceSuccess);
        if (draw < success) return INTEGRATED;
        return draw < success + Math.max(0, rates.pilotFailure - served * rates.adviceFailure) ? ABANDONED : stage;
      }
      case INTEGRATED: {
        const exit = Math.min(1, rates.exitRate * event.exitShock);
        if (draw < exit) return ABANDONED;
        return draw < exit + rates.scalingRate * Math.min(1, readiness[row] / 0.8) ? SCALED : stage;
      }
      case SCALED:
        return draw < Math.min(1, rates.exitRate * event.exitShock) / 2 ? ABANDONED : stage;
      default:
        return yearsInState[row] >= 1 && readiness[row] > rates.threshold && draw < rates.returnRate * event.hazardRatio
          ? EVALUATING
          : stage;
    }
  }

  const event = newEvent();
  const begin = performance.now();
  for (let year = 0; year < YEARS; year += 1) {
    for (let row = 0; row < FIRMS; row += 1) {
      fill(event, row, year);
      const before = states[row];
      const after = stageAfter(row, event);
      counts[before * STATES.length + after] += 1;
      yearsInState[row] = after === before ? yearsInState[row] + 1 : 0;
      states[row] = after;
    }
  }
  return { nanoseconds: perEvent(begin), states: Array.from(states, (stage) => STATES[stage]), yearsInState };
}

const perEvent = (begin: number) => ((performance.now() - begin) * 1e6) / (FIRMS * YEARS);

function refuseDifference(ours: Timed, theirs: Timed): void {
  for (let row = 0; row < FIRMS; row += 1) {
    const [our, their] = [ours, theirs].map(
      ({ states, yearsInState }) => `${states[row]} for ${yearsInState[row]} years`,
    );
    if (our !== their) throw new Error(`firm ${row}: the table says ${our}, the other way ${their}`);
  }
}
