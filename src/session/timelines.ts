import { actorsOf, type RosterGroup, type YearSnapshot } from "#domain/runResult.ts";

/** Years in a row, the first and the last included, at whose ends an actor is in one state. */
export type Span = { readonly state: string; readonly from: number; readonly to: number };

export type Timeline = {
  readonly id: string;
  readonly machine: string;
  /** Index of its region; null: acts on the whole country. */
  readonly region: number | null;
  readonly spans: readonly Span[];
};

/** Machines that few actors run, in the order in which they are listed: SM-14, SM-15, SM-7, SM-3, SM-4. */
export const SINGLE_ACTOR_MACHINES = [
  "ecosystem",
  "mechanism",
  "projectOffice",
  "coreEnterprise",
  "platformProvider",
] as const;

/** The states of every single actor over the years, runs of the same state taken together. */
export function timelinesOf(
  roster: readonly RosterGroup[],
  years: readonly Pick<YearSnapshot, "year" | "actors">[],
): Timeline[] {
  return SINGLE_ACTOR_MACHINES.flatMap((machine) => {
    const byYear = years.map(({ year, actors }) => ({ year, found: actorsOf(roster, actors, machine) }));
    return (byYear[0]?.found ?? []).map(({ id, region }, k) => {
      const states = byYear.map(({ year, found }) => ({ year, state: found[k].state }));
      return { id, machine, region, spans: spansOf(states) };
    });
  });
}

function spansOf(states: readonly { readonly year: number; readonly state: string }[]): Span[] {
  const spans: Span[] = [];
  for (const { year, state } of states) {
    const last = spans.at(-1);
    if (last?.state === state) spans[spans.length - 1] = { ...last, to: year };
    else spans.push({ state, from: year, to: year });
  }
  return spans;
}

/** The span that a year lies in; the last one for a later year. */
export function spanAt({ spans }: Timeline, year: number): Span {
  return spans.find(({ to }) => year <= to) ?? spans.at(-1)!;
}
