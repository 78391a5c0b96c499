import type { ParameterId } from "#domain/parameters.ts";
import type { OneAtATime, StudiedOutput } from "#engine/sensitivity.ts";
import type { ElementaryEffects } from "#estimators/morris.ts";
import type { SobolIndices } from "#estimators/sobol.ts";

type Head = {
  readonly engineVersion: string;
  readonly seed: string;
  /** Futures that every point shares. */
  readonly replicates: number;
  readonly plans: readonly string[];
  readonly outputs: readonly Omit<StudiedOutput, "of">[];
  readonly runs: number;
};

/** A study as it is printed; parameters from the one that matters most, values by output. */
export type StudyResult = Head &
  (
    | {
        readonly method: "one-at-a-time";
        readonly withDefaults: readonly number[];
        readonly parameters: readonly OneAtATime[];
      }
    | {
        readonly method: "morris";
        readonly trajectories: number;
        readonly parameters: readonly { readonly id: ParameterId; readonly effects: readonly ElementaryEffects[] }[];
      }
    | {
        readonly method: "sobol";
        readonly points: number;
        readonly parameters: readonly {
          readonly id: ParameterId;
          readonly indices: readonly (SobolIndices | null)[];
        }[];
      }
  );

/** A Markdown table for each output, as docs/sensitivity.md shows them. */
export function describeStudy(result: StudyResult): string {
  const { method, outputs, runs, replicates, seed, engineVersion } = result;
  const head = `${method}: ${result.parameters.length} parameters, ${runs} runs, ${replicates} shared futures, seed ${seed}, engine ${engineVersion}`;
  return [head, ...outputs.map((output, o) => tableOf(result, o, output)), ""].join("\n\n");
}

function tableOf(result: StudyResult, o: number, { meaning, unit }: Omit<StudiedOutput, "of">): string {
  const title = `${meaning} (${unit === "points" ? "percentage points" : unit})`;
  if (result.method === "one-at-a-time") {
    const rows = result.parameters.map(({ id, atMinimum, atMaximum }) => [
      id,
      number(atMinimum[o]),
      number(atMaximum[o]),
    ]);
    const defaults = `${title}; ${number(result.withDefaults[o])} with all defaults`;
    return table(defaults, ["parameter", "at its minimum", "at its maximum"], largestFirst(rows, [1, 2]));
  }
  if (result.method === "morris") {
    const rows = result.parameters.map(({ id, effects }) => {
      const { muStar, low, high, mu, sigma } = effects[o];
      return [id, number(muStar), `${number(low)} to ${number(high)}`, number(mu), number(sigma)];
    });
    return table(title, ["parameter", "mu*", "95 %", "mu", "sigma"], largestFirst(rows, [1]));
  }
  const rows = result.parameters.map(({ id, indices }) => {
    const index = indices[o];
    if (index === null) return [id, "-", "-", "-", "-"];
    const interval = ({ low, high }: { low: number; high: number }) => `${low.toFixed(2)} to ${high.toFixed(2)}`;
    const { first, total } = index;
    return [id, first.estimate.toFixed(2), interval(first), total.estimate.toFixed(2), interval(total)];
  });
  return table(title, ["parameter", "first order", "95 %", "total", "95 %"], largestFirst(rows, [3]));
}

function largestFirst(rows: readonly string[][], columns: readonly number[]): string[][] {
  const size = (row: readonly string[]) => Math.max(...columns.map((column) => Math.abs(Number(row[column])) || 0));
  return [...rows].sort((a, b) => size(b) - size(a));
}

function table(title: string, columns: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = line(columns.map((_, k) => (k === 0 ? "---" : "---:")));
  return [`**${title}**`, "", line(columns), rule, ...rows.map(line)].join("\n");
}

function number(value: number): string {
  return value.toFixed(1);
}
