import type { FrontierModel } from "#domain/runResult.ts";
import { regionalValue } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { enoughForABand } from "#session/futures.ts";
import { type Ranked, rankOverFutures } from "#session/rankings.ts";
import { scaleLinear } from "d3-scale";
import { Fragment } from "react";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { RegionRows } from "#ui/charts/RegionRows.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { NoInefficiency } from "./NoInefficiency.tsx";

const MODELS: readonly FrontierModel[] = ["M1", "M2"];

/** Efficiency of the regions with what their rank could be, and how much digital output each is short of the frontier. */
export function EfficiencyView() {
  const { now, names } = useReading();
  const futures = useShownFutures();
  if (!now) return null;
  const results = enoughForABand(futures)?.plan ?? null;
  const ranked = results && rankOverFutures(results, "efficiency_fixed", now.year - START_YEAR, names.length);
  return (
    <div className="charts with-note">
      <Ranking ranked={ranked} count={results?.length ?? 0} />
      <Gaps />
      <NoInefficiency />
    </div>
  );
}

type RankingProps = {
  /** Null while the futures are being simulated. */
  readonly ranked: readonly Ranked[] | null;
  /** Number of futures. */
  readonly count: number;
};

function Ranking({ ranked, count }: RankingProps) {
  const t = useWords();
  const words = useChartWords().efficiency;
  const { number, percent } = useFormats();
  const { now, names } = useReading();
  const rows = (ranked ?? names.map((_, region) => withoutInterval(region)).sort((a, b) => b.middle - a.middle)).map(
    (row) => ({
      ...row,
      value: regionalValue(now!, "efficiency_fixed", row.region),
      estimates: MODELS.map((model) => estimateOf(model, row.region)),
    }),
  );
  const uncertain = rows.filter(({ best, worst }) => worst - best >= 3).length;
  const title = ranked
    ? fill(words.title, {
        region: names[rows[0].region],
        best: number(rows[0].best),
        worst: number(rows[0].worst),
        uncertain: number(uncertain),
        all: number(rows.length),
        count: number(count),
        year: String(now!.year),
      })
    : fill(words.coming, { year: String(now!.year) });
  const x = scaleLinear([0, 1], [0, 100]);
  return (
    <ChartFrame
      title={title}
      subtitle={`${words.subtitle} ${ranked ? fill(words.marks, { count: number(count) }) : words.firstMarks}`}
      terms={[
        "fixedFrontier",
        "technicalEfficiency",
        "eq8",
        "rank",
        "interval80",
        "studyFrontiers",
        "frontier",
        "bootstrap",
      ]}
      fileName={`efficiency-${now!.year}`}
      table={{
        columns: [
          t("regionsTable.region"),
          words.map,
          words.median,
          words.low,
          words.high,
          words.bestRank,
          words.worstRank,
          ...MODELS,
        ],
        rows: rows.map(({ region, value, low, middle, high, best, worst, estimates }) => [
          names[region],
          value,
          ...(ranked ? [middle, low, high, best, worst] : [null, null, null, null, null]),
          ...estimates,
        ]),
        show: (cell, column) =>
          cell === null
            ? "–"
            : column === 0
              ? String(cell)
              : column === 5 || column === 6
                ? number(Number(cell))
                : percent(Number(cell)),
      }}
    >
      {(_, height) => (
        <RegionRows
          height={height}
          ends={[percent(0, 0), percent(1, 0)]}
          rows={rows.map(({ region, value, low, middle, high, best, worst, estimates }) => ({
            region,
            bar: (
              <span className="range-track">
                <span className="axis" />
                {ranked && <span className="range" style={{ left: `${x(low)}%`, width: `${x(high - low)}%` }} />}
                {marksOf(estimates).map(({ model, estimate, side }) => (
                  <Fragment key={model}>
                    <span className="model-tick" style={{ left: `${x(estimate)}%` }} />
                    <span className="model-name" data-side={side} style={{ "--at": `${x(estimate)}%` }}>
                      {model}
                    </span>
                  </Fragment>
                ))}
                <span className="dot" style={{ left: `${x(middle)}%` }} />
                {ranked && <span className="map-dot" style={{ left: `${x(value)}%` }} />}
              </span>
            ),
            value: ranked
              ? best === worst
                ? fill(words.rankSure, { value: percent(middle), rank: number(best) })
                : fill(words.rankCould, { value: percent(middle), best: number(best), worst: number(worst) })
              : percent(value),
          }))}
        />
      )}
    </ChartFrame>
  );

  function withoutInterval(region: number): Ranked {
    const middle = regionalValue(now!, "efficiency_fixed", region);
    return { region, low: middle, middle, high: middle, best: 0, worst: 0 };
  }

  /** What an estimate of the year says of a region; null where it says nothing. */
  function estimateOf(model: FrontierModel, region: number): number | null {
    const estimate = now!.estimates.find((one) => one.model === model);
    return !estimate || estimate.status === "wrongSkew" ? null : estimate.efficiency[region];
  }
}

/** Names stand at the outer sides of their ticks, so that two never meet. */
function marksOf(estimates: readonly (number | null)[]) {
  return MODELS.flatMap((model, m) => {
    const estimate = estimates[m];
    return estimate === null ? [] : [{ model, estimate }];
  })
    .sort((a, b) => a.estimate - b.estimate)
    .map((mark, place) => ({ ...mark, side: place === 0 ? "left" : "right" }));
}

function Gaps() {
  const t = useWords();
  const words = useChartWords().efficiency;
  const { number, percent } = useFormats();
  const { now, names } = useReading();
  const rows = names
    .map((name, region) => {
      const output = regionalValue(now!, "digital_output", region);
      const efficiency = regionalValue(now!, "efficiency_fixed", region);
      return { name, region, output, efficiency, gap: efficiency > 0 ? output / efficiency - output : null };
    })
    .sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1) || a.region - b.region);
  const total = rows.reduce((sum, { gap }) => sum + (gap ?? 0), 0);
  const most = Math.max(1, ...rows.map(({ gap }) => gap ?? 0));
  const three = rows.slice(0, 3).reduce((sum, { gap }) => sum + (gap ?? 0), 0);
  const title = fill(words.gapTitle, {
    total: t("units.billions", { number: number(total) }),
    share: percent(total > 0 ? three / total : 0, 0),
    year: String(now!.year),
  });
  return (
    <ChartFrame
      title={title}
      subtitle={words.gapSubtitle}
      terms={["gap", "fixedFrontier", "technicalEfficiency", "eq8"]}
      fileName={`gap-${now!.year}`}
      table={{
        columns: [t("regionsTable.region"), words.digitalOutput, words.map, words.gap],
        rows: rows.map(({ name, output, efficiency, gap }) => [name, output, efficiency, gap]),
        show: (cell, column) =>
          cell === null
            ? "–"
            : column === 0
              ? String(cell)
              : column === 2
                ? percent(Number(cell))
                : number(Number(cell), 1),
      }}
    >
      {(_, height) => (
        <RegionRows
          height={height}
          ends={[number(0), t("units.billions", { number: number(most) })]}
          rows={rows.map(({ region, gap }) => ({
            region,
            bar: <span className="plain-bar" style={{ width: `${(100 * (gap ?? 0)) / most}%` }} />,
            value: gap === null ? words.noOutput : number(gap, gap < 10 ? 1 : 0),
          }))}
        />
      )}
    </ChartFrame>
  );
}
