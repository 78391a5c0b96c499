import type { StudyData } from "#domain/studyData.ts";
import { ln } from "#domain/portableMath.ts";

/** Enterprises behind a published percentage: `users` of `firms`. */
export type DigitalCount = { readonly firms: number; readonly users: number };

export type DigitalCounts = {
  readonly years: readonly number[];
  /** By region, then year; null where the region did not exist yet. */
  readonly regional: readonly (readonly (DigitalCount | null)[])[];
};

/** Regions formed in 2022, with the one that each was part of. */
export const PARENT_REGION: Readonly<Record<string, string>> = {
  abai: "east-kazakhstan",
  jetisu: "almaty-region",
  ulytau: "karaganda",
};

/**
 * The integers behind T14: large and medium manufacturers and those of them that use digital technology, by region and
 * year. T14 prints only k / n in percent, rounded to 0.1, so the counts are a reconstruction: those of 2023
 * are given (StudyData.start), and of all series that round to the published percentages the one is taken whose numbers of
 * firms change least (smallest sum of squared log changes, dynamic programming by region), then a little more is allowed
 * until the national percentages come out too (the change that pays best, again and again). A dash of T14 is zero users,
 * or no region yet for those formed in 2022.
 *
 * Legal input: the parsed study data, whose start values lie in the panel's year 2023. Percentages that no count of up to
 * twice the firms of 2023 rounds to, or national percentages that cannot be met, are misuse and throw.
 */
export function reconstructDigitalCounts(data: StudyData): DigitalCounts {
  const { years, national } = data.digitalShare;
  const candidates = data.regions.map(({ id }, r) => candidatesOf(data, id, r));
  const paths = candidates.map((lists) => cheapestPath(lists, null));
  // Paths that are cheapest through one of the candidates do not depend on the other regions: found once.
  const detours = candidates.map((lists) =>
    lists.flatMap((list, t) => list.map((_, c) => cheapestPath(lists, { t, c }))),
  );
  const missing = (changed: number, path: Path) => nationalGap(paths, changed, path, national);

  let weight = FIRST_WEIGHT;
  for (let left = missing(-1, []); left > 0; left = missing(-1, [])) {
    for (let move = bestMove(); move !== null; move = bestMove()) paths[move.region] = move.path;
    if (weight > LAST_WEIGHT) throw new Error("no counts of firms give the national percentages of T14");
    weight *= 2;
  }
  return { years, regional: paths };

  /** The change of one region that lowers cost + weight x missing points most; null if none does. */
  function bestMove(): { region: number; path: Path } | null {
    let best: { region: number; path: Path } | null = null;
    let largest = 1e-12;
    const left = missing(-1, []);
    for (let region = 0; region < paths.length; region++) {
      const cost = pathCost(paths[region]);
      for (const path of [...detours[region], ...neighbours(paths[region], candidates[region])]) {
        const gain = cost - pathCost(path) + weight * (left - missing(region, path));
        if (gain > largest) [best, largest] = [{ region, path }, gain];
      }
    }
    return best;
  }
}

/** Percentage points by which national shares miss their published values beyond rounding, summed over the years. */
function nationalGap(paths: readonly Path[], changed: number, path: Path, national: readonly number[]): number {
  let gap = 0;
  for (let t = 0; t < national.length; t++) {
    let users = 0;
    let firms = 0;
    for (let r = 0; r < paths.length; r++) {
      const count = (r === changed ? path : paths[r])[t];
      if (count === null) continue;
      users += count.users;
      firms += count.firms;
    }
    gap += Math.max(0, Math.abs((100 * users) / firms - national[t]) - HALF_A_TENTH);
  }
  return gap;
}

/** Published percentages are rounded to 0.1; the last digits of a division may stand in the way. */
const HALF_A_TENTH = 0.05 + 1e-9;
/** Weights of a missing point against squared log changes; doubled until nothing is missing. */
const FIRST_WEIGHT = 0.01;
const LAST_WEIGHT = 1000;
const YEAR_OF_START_VALUES = 2023;

type Path = readonly (DigitalCount | null)[];
type Candidates = readonly (readonly (DigitalCount | null)[])[];
type Step = { readonly count: DigitalCount | null; readonly cost: number; readonly back: number };

/** Every count that rounds to the published percentage, by year. */
function candidatesOf(data: StudyData, id: string, r: number): Candidates {
  const { years, regional } = data.digitalShare;
  const startFirms = data.start.firms[r];
  return years.map((year, t) => {
    if (year === YEAR_OF_START_VALUES) return [{ firms: startFirms, users: data.start.digitalUsers[r] }];
    const percent = regional[r][t];
    if (percent === null && PARENT_REGION[id] !== undefined) return [null];
    const counts = countsThatRoundTo(percent === null ? 0 : percent, startFirms);
    if (counts.length === 0) throw new Error(`no count of firms rounds to the percentage of ${id} in ${year}`);
    return counts;
  });
}

function countsThatRoundTo(percent: number, startFirms: number): DigitalCount[] {
  const counts: DigitalCount[] = [];
  for (let firms = Math.ceil(startFirms / 2); firms <= 2 * startFirms; firms++) {
    const users = Math.round((percent * firms) / 100);
    if (Math.abs((100 * users) / firms - percent) <= HALF_A_TENTH) counts.push({ firms, users });
  }
  return counts;
}

/** Dynamic programming over the years; `forced` leaves one year a single candidate. */
function cheapestPath(candidates: Candidates, forced: { t: number; c: number } | null): Path {
  const steps: Step[][] = [];
  candidates.forEach((list, t) => {
    const allowed = forced !== null && forced.t === t ? [list[forced.c]] : list;
    steps.push(
      allowed.map((count) => {
        if (t === 0) return { count, cost: 0, back: -1 };
        let [cost, back] = [Number.POSITIVE_INFINITY, -1];
        steps[t - 1].forEach((before, b) => {
          const through = before.cost + changeCost(before.count, count);
          if (through < cost) [cost, back] = [through, b];
        });
        return { count, cost, back };
      }),
    );
  });
  const path: (DigitalCount | null)[] = [];
  const last = steps[steps.length - 1];
  let at = last.reduce((best, step, index) => (step.cost < last[best].cost ? index : best), 0);
  for (let t = steps.length - 1; t >= 0; t--) {
    path.unshift(steps[t][at].count);
    at = steps[t][at].back;
  }
  return path;
}

/** The path with another candidate in one of its years. */
function neighbours(path: Path, candidates: Candidates): Path[] {
  return candidates.flatMap((list, t) => list.map((count) => path.map((own, s) => (s === t ? count : own))));
}

function changeCost(before: DigitalCount | null, after: DigitalCount | null): number {
  if (before === null || after === null) return 0;
  const change = ln(after.firms / before.firms);
  return change * change;
}

function pathCost(path: Path): number {
  let cost = 0;
  for (let t = 1; t < path.length; t++) cost += changeCost(path[t - 1], path[t]);
  return cost;
}
