import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { Cell } from "./csv.ts";
import { nationalValue } from "#domain/runResult.ts";
import { LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { summarise, yearsOf } from "#engine/summaries.ts";
import { FUTURES_FOR_A_BAND } from "#session/futures.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useTranslation } from "react-i18next";
import { ChartFrame } from "./ChartFrame.tsx";
import { useShownFutures } from "./FuturesInterval.tsx";
import { type ChartLine, LineChart } from "./LineChart.tsx";
import { useFormats, useSend, useSession, useStudy } from "./useSession.tsx";

/** National digital share and digital output over the years, plan against no plan. */
export function NationalCharts() {
  return (
    <div className="charts">
      <NationalChart indicator="digital_share" />
      <NationalChart indicator="digital_output" />
    </div>
  );
}

const MEANING = {
  digital_share: {
    same: "chart.shareSame",
    alone: "chart.shareAlone",
    plan: "chart.sharePlan",
    subtitle: "chart.shareSubtitle",
  },
  digital_output: {
    same: "chart.outputSame",
    alone: "chart.outputAlone",
    plan: "chart.outputPlan",
    subtitle: "chart.outputSubtitle",
  },
} as const;

function NationalChart({ indicator }: { readonly indicator: keyof typeof MEANING }) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const send = useSend();
  const year = useSession((context) => context.view.year);
  const baseline = useSession((context) => context.baseline);
  const years = useSession(shownYears);
  const simulated = useSession((context) => context.simulated);
  const { digitalShare } = useStudy().data;
  const isShare = indicator === "digital_share";
  const meaning = MEANING[indicator];
  const format = (value: number) => (isShare ? percent(value) : number(value));

  const noPlan = pointsOf(baseline?.years ?? years, indicator);
  const plan = simulated && simulated.scenario.measures.length > 0 ? pointsOf(simulated.years, indicator) : null;
  const observed = isShare
    ? digitalShare.years.map((at, place) => ({ year: at, value: digitalShare.national[place] / 100 }))
    : noPlan.filter((point) => point.year === START_YEAR);
  const futures = useShownFutures();
  const bandOf = (results: readonly ReplicateResult[] | undefined) =>
    futures && results && results.length >= FUTURES_FOR_A_BAND
      ? bandOver(results, indicator, yearsOf(futures.scenario))
      : undefined;
  const lines: ChartLine[] = [
    { label: t("chart.noPlan"), kind: "noPlan", points: noPlan, band: bandOf(futures?.baseline) },
    ...(plan ? [{ label: t("chart.plan"), kind: "plan" as const, points: plan, band: bandOf(futures?.plan) }] : []),
    { label: t("chart.observed"), kind: "observed", points: observed },
  ];

  const end = (plan ?? noPlan).at(-1);
  const without = end && noPlan.find((point) => point.year === end.year);
  const difference = end && without ? end.value - without.value : 0;
  const size = isShare
    ? number(Math.abs(100 * difference), 1)
    : t("units.billions", { number: number(Math.abs(difference)) });
  const finding = !end
    ? t("status.running")
    : !plan
      ? t(meaning.alone, {
          year: end.year,
          value: isShare ? percent(end.value) : t("units.billions", { number: number(end.value) }),
        })
      : Math.abs(difference) < (isShare ? 0.0005 : 0.5)
        ? t(meaning.same, { year: end.year })
        : t(meaning.plan, {
            year: end.year,
            difference: size,
            direction: t(difference > 0 ? "chart.higher" : "chart.lower"),
          });

  const allYears = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.year)))].sort();
  const valueAt = (line: ChartLine, at: number): Cell => line.points.find((point) => point.year === at)?.value ?? null;
  const banded = lines.filter(({ band }) => band !== undefined);
  return (
    <ChartFrame
      title={finding}
      subtitle={banded.length > 0 ? `${t(meaning.subtitle)} ${t("chart.bandSubtitle")}` : t(meaning.subtitle)}
      fileName={`kazakhstan-${indicator.replace("_", "-")}`}
      table={{
        columns: [
          t("chart.year"),
          ...lines.map(({ label }) => label),
          ...banded.flatMap(({ label }) => [t("chart.low", { line: label }), t("chart.high", { line: label })]),
        ],
        rows: allYears.map((at) => [
          at,
          ...lines.map((line) => valueAt(line, at)),
          ...banded.flatMap(({ band = [] }) => {
            const interval = band.find(({ year: of }) => of === at);
            return [interval?.low ?? null, interval?.high ?? null];
          }),
        ]),
        show: (cell, column) => (cell === null ? "" : column === 0 ? String(cell) : format(Number(cell))),
      }}
    >
      {(width, height) => (
        <LineChart
          title={finding}
          lines={lines}
          firstYear={isShare ? digitalShare.years[0] : START_YEAR}
          lastYear={LAST_YEAR}
          year={year}
          onYear={(to) => send({ type: "VIEW_CHANGED", change: { year: to } })}
          width={width}
          height={height}
          tick={(value) => (isShare ? number(100 * value) : number(value))}
          value={format}
        />
      )}
    </ChartFrame>
  );
}

/** 80 % interval over futures, by year. */
function bandOver(results: readonly ReplicateResult[], indicator: string, years: readonly number[]) {
  return years.map((year, t) => {
    const { p10, p90 } = summarise(results, indicator, t, null)!;
    return { year, low: p10, high: p90 };
  });
}

function pointsOf(years: readonly YearSnapshot[], id: RegionalIndicatorId): { year: number; value: number }[] {
  return years.map((snapshot) => ({ year: snapshot.year, value: nationalValue(snapshot, id) }));
}
