import type { EventRecord } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import { scenarioOfFuture } from "./parametersOfFuture.ts";
import { runSimulation } from "./runSimulation.ts";

/** One actor that took another step in each of two runs of the same future. */
export type PartedActor = {
  readonly actor: string;
  readonly region: number | null;
  readonly machine: string;
  readonly from: string;
  /** State at the end of the year in the plan and in the run it is compared with; `from` where it stayed. */
  readonly to: string;
  readonly toAgainst: string;
  /** Guard that decided in the run in which the actor moved (in the plan, if it moved in both). */
  readonly guard: string;
  /** What the guard saw in the two runs, only where the two differ; null where a run's log does not say it. */
  readonly saw: readonly { readonly name: string; readonly value: number | null; readonly against: number | null }[];
  /** The draw, which both runs share; null for actors that draw nothing. */
  readonly draw: number | null;
};

export type Divergence = {
  readonly year: number;
  readonly actors: readonly PartedActor[];
  /** The actors by machine and step, the most frequent first. */
  readonly steps: readonly {
    readonly machine: string;
    readonly from: string;
    readonly to: string;
    readonly toAgainst: string;
    readonly count: number;
  }[];
};

/** The first year in which two plans part in one future, and what lies behind it; null if they never part. */
export function findDivergence(
  data: StudyData,
  plan: Scenario,
  against: Scenario,
  seed: string,
  replicate = 0,
): Divergence | null {
  const until = Math.min(plan.until, against.until);
  const log = (scenario: Scenario, last: number, staysIn?: number) => {
    const own = scenarioOfFuture({ ...scenario, until: last }, replicate, data.ensemble);
    return runSimulation(data, own, seed, replicate, () => {}, { isRecorded: true, staysIn }).events;
  };
  const year = firstDifferentYear(log(plan, until), log(against, until));
  if (year === null) return null;
  return describeDivergence(year, log(plan, year, year), log(against, year, year));
}

/** First year of which the two logs tell different transitions; what the guards saw does not matter. */
export function firstDifferentYear(log: readonly EventRecord[], against: readonly EventRecord[]): number | null {
  const ours = stepsByYear(log);
  const theirs = stepsByYear(against);
  const years = [...new Set([...ours.keys(), ...theirs.keys()])].sort((a, b) => a - b);
  return years.find((year) => ours.get(year)?.join("\n") !== theirs.get(year)?.join("\n")) ?? null;
}

/** What differs in a year between two logs that have the stays of that year too. */
export function describeDivergence(
  year: number,
  log: readonly EventRecord[],
  against: readonly EventRecord[],
): Divergence {
  const ours = byActor(log, year);
  const theirs = byActor(against, year);
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  const actors = keys.flatMap((key) => partedActor(ours.get(key) ?? [], theirs.get(key) ?? []) ?? []);
  const counts = new Map<string, Divergence["steps"][number]>();
  for (const { machine, from, to, toAgainst } of actors) {
    const key = `${machine} ${from} ${to} ${toAgainst}`;
    counts.set(key, { machine, from, to, toAgainst, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return { year, actors, steps: [...counts.values()].sort((a, b) => b.count - a.count) };
}

function stepsByYear(log: readonly EventRecord[]): Map<number, string[]> {
  const years = new Map<number, string[]>();
  for (const { year, machine, actor, from, to } of log) {
    const steps = years.get(year) ?? [];
    steps.push(`${machine} ${actor} ${from} ${to}`);
    years.set(year, steps);
  }
  return years;
}

/** An actor may take more than one step a year, and one machine's step says nothing of another's. */
function byActor(log: readonly EventRecord[], year: number): Map<string, EventRecord[]> {
  const actors = new Map<string, EventRecord[]>();
  for (const event of log) {
    if (event.year !== year) continue;
    const key = `${event.machine} ${event.actor}`;
    actors.set(key, [...(actors.get(key) ?? []), event]);
  }
  return actors;
}

function partedActor(ours: readonly EventRecord[], theirs: readonly EventRecord[]): PartedActor | null {
  const { actor, region, machine, from } = (ours[0] ?? theirs[0])!;
  const to = ours.at(-1)?.to ?? from;
  const toAgainst = theirs.at(-1)?.to ?? from;
  if (to === toAgainst) return null;
  const own = readReason(ours.at(-1)?.because);
  const other = readReason(theirs.at(-1)?.because);
  const names = [...new Set([...own.values.keys(), ...other.values.keys()])];
  return {
    actor,
    region,
    machine,
    from,
    to,
    toAgainst,
    guard: to === from ? other.guard : own.guard,
    saw: names
      .map((name) => ({ name, value: own.values.get(name) ?? null, against: other.values.get(name) ?? null }))
      .filter(({ value, against }) => value !== against),
    draw: own.values.get("draw") ?? other.values.get("draw") ?? null,
  };
}

/** Reads what recordEvents writes: `guard: name value, name value`; of another text there are no values. */
function readReason(because = ""): { readonly guard: string; readonly values: ReadonlyMap<string, number> } {
  const [guard, list = ""] = because.split(": ");
  const values = list.split(", ").map((entry): [string, number] => {
    const [name, value] = entry.split(" ");
    return [name, Number(value)];
  });
  return { guard, values: new Map(values.filter(([name, value]) => name !== "" && Number.isFinite(value))) };
}
