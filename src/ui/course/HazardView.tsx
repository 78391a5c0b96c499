import type { YearSnapshot } from "#domain/runResult.ts";
import type { CSSProperties } from "react";
import { HAZARD_TERMS, type HazardTerm } from "#domain/explanation.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { valueIn } from "#session/readings.ts";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { type ChartLine, LineChart } from "#ui/charts/LineChart.tsx";
import { Sparkline } from "#ui/charts/Sparkline.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** Why the curve bends: how many firms could still start, and for what reasons (the summands of η, EQ-3). */
export function HazardView() {
  const words = useChartWords().hazard;
  const { years } = useReading();
  if (!years.some(({ explanation }) => explanation !== null))
    return <p className="guidance part-note">{words.missing}</p>;
  return (
    <div className="charts">
      <Room />
      <Terms />
    </div>
  );
}

function Terms() {
  const t = useWords();
  const words = useChartWords().hazard;
  const { signed, number, percent } = useFormats();
  const { years, now, region, place } = useReading();
  const simulated = years.filter(({ year }) => year > START_YEAR);
  const means = simulated.map((year) => ({ year: year.year, terms: termsOf(year, region) }));
  const start = means.find(({ terms }) => terms !== null);
  const shown = means.find(({ year }) => year === now!.year) ?? start;
  if (!start?.terms || !shown?.terms) return <p className="guidance part-note">{words.noCandidates}</p>;
  const rows = HAZARD_TERMS.map((term, k) => ({
    term,
    course: means.map(({ terms }) => terms?.[k] ?? null),
    now: shown.terms![k],
    change: shown.terms![k] - start.terms![k],
  })).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const largest = Math.max(0.05, ...rows.map(({ change }) => Math.abs(change)));
  const total = rows.reduce((sum, { change }) => sum + change, 0);
  const factor = (change: number) => `×${number(Math.exp(change), 2)}`;
  const from = String(start.year);
  const title = fill(shown === start ? words.titleFirst : words.title, {
    place,
    term: words.terms[rows[0].term].name,
    factor: factor(rows[0].change),
    level: percent(Math.exp(total), 0),
    from,
    year: String(shown.year),
  });
  return (
    <ChartFrame
      title={title}
      subtitle={fill(words.subtitle, { from })}
      terms={["eq3", "eq4", "parameter"]}
      fileName="hazard-terms"
      table={{
        columns: [t("chart.year"), ...HAZARD_TERMS.map((term) => words.terms[term].name)],
        rows: means.map(({ year, terms }) => [year, ...HAZARD_TERMS.map((_, k) => terms?.[k] ?? null)]),
        show: (cell, column) => (cell === null ? "" : column === 0 ? String(cell) : number(Number(cell), 3)),
      }}
    >
      {(_, height) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and keyboards can only scroll what they can reach
        <ol className="term-rows" tabIndex={0} style={{ "--room": `${height}px` } as CSSProperties}>
          {rows.map(({ term, course, now: value, change }) => (
            <li key={term}>
              <span>
                {words.terms[term].name}
                <span className="guidance">{words.terms[term].what}</span>
              </span>
              <Sparkline values={course} />
              <Diverging share={change / largest} />
              <span className="row-value">
                {factor(change)}{" "}
                <span className="unit">
                  ({signed(change, 2)}; {number(value, 2)})
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </ChartFrame>
  );
}

/** A bar to the right for more and to the left for less, from a line in the middle. */
function Diverging({ share }: { readonly share: number }) {
  return (
    <span className="diverging" aria-hidden="true">
      <span className="axis" />
      <span
        data-sign={Math.sign(share)}
        style={{ left: `${50 + Math.min(0, 50 * share)}%`, width: `${Math.abs(50 * share)}%` }}
      />
    </span>
  );
}

function Room() {
  const t = useWords();
  const words = useChartWords().hazard;
  const { number } = useFormats();
  const { years, withoutYears, hasPlan, now, region, place, showYear } = useReading();
  const pointsOf = (of: readonly YearSnapshot[]) =>
    of
      .filter(({ year, explanation }) => year > START_YEAR && explanation !== null)
      .map((year) => ({ year: year.year, value: valueIn(year, "could_start", region) }));
  const noPlan = pointsOf(withoutYears);
  const plan = hasPlan ? pointsOf(years) : null;
  const shown = plan ?? noPlan;
  const isRunningOut = (shown.at(-1)?.value ?? 0) < (shown[0]?.value ?? 0);
  const title = fill(isRunningOut ? words.room : words.roomStays, {
    place,
    first: number(shown[0]?.value ?? 0),
    from: String(shown[0]?.year ?? ""),
    last: number(shown.at(-1)?.value ?? 0),
    year: String(shown.at(-1)?.year ?? ""),
  });
  const lines: ChartLine[] = [
    { label: t("chart.noPlan"), kind: "noPlan", points: noPlan },
    ...(plan ? [{ label: t("chart.plan"), kind: "plan" as const, points: plan }] : []),
  ];
  return (
    <ChartFrame
      title={title}
      subtitle={words.roomSubtitle}
      terms={["eq3", "adoption", "readinessBand"]}
      fileName="firms-that-could-start"
      table={{
        columns: [t("chart.year"), ...lines.map(({ label }) => label)],
        rows: shown.map(({ year }, k) => [year, ...lines.map(({ points }) => points[k]?.value ?? null)]),
        show: (cell, column) => (cell === null ? "" : column === 0 ? String(cell) : number(Number(cell))),
      }}
    >
      {(width, height) => (
        <LineChart
          title={title}
          lines={lines}
          firstYear={START_YEAR}
          year={now!.year}
          onYear={showYear}
          width={width}
          height={height}
          tick={(value) => number(value)}
          unit={t("units.firms")}
          value={(value) => number(value)}
        />
      )}
    </ChartFrame>
  );
}

/** Mean of each summand over the firms that could start, in the order of HAZARD_TERMS; null where there are none. */
function termsOf({ explanation }: YearSnapshot, region: number | null): number[] | null {
  if (explanation === null) return null;
  const { candidates, hazardTerms } = explanation;
  const regions = candidates.length;
  const chosen = region === null ? Array.from(candidates.keys()) : [region];
  const firms = chosen.reduce((sum, r) => sum + candidates[r], 0);
  if (!(firms > 0)) return null;
  return HAZARD_TERMS.map(
    (_: HazardTerm, k) => chosen.reduce((sum, r) => sum + hazardTerms[k * regions + r], 0) / firms,
  );
}
