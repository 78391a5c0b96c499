import type { IndicatorUnit, RegionalIndicatorId } from "#domain/indicators.ts";
import type { ReactNode } from "react";
import type { YearSnapshot } from "#domain/runResult.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import { indicatorById, REGIONAL_INDICATORS, sourceOf } from "#domain/indicators.ts";
import { isNoPlan } from "#domain/noPlan.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { summarise, yearsOf } from "#engine/summaries.ts";
import { FUTURES_FOR_A_BAND } from "#session/futures.ts";
import { publishedShare, valueIn, yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useState } from "react";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { termsOf } from "#ui/charts/termsOf.ts";
import { type ChartLine, LineChart } from "#ui/charts/LineChart.tsx";
import { decimalsOf } from "#ui/formats.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { indicatorMeaning } from "#ui/indicatorMeaning.ts";
import { unitBesideName } from "#ui/unitBesideName.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { TargetNote } from "./TargetNote.tsx";

/** Digital share and one more indicator over the years, of the country or the selected region, plan against no plan. */
export function NationalCharts() {
  const t = useWords();
  const language = useLanguage();
  const [second, setSecond] = useState<RegionalIndicatorId>("digital_output");
  return (
    <div className="charts with-note text-beside">
      <CourseChart indicator="digital_share" />
      <CourseChart indicator={second}>
        <select
          className="second-indicator"
          aria-label={t("chart.indicator")}
          value={second}
          onChange={(event) => setSecond(event.target.value as RegionalIndicatorId)}
        >
          {REGIONAL_INDICATORS.filter(({ id }) => id !== "digital_share").map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </CourseChart>
      <TargetNote />
    </div>
  );
}

/** Units in which a region and the country are on one scale. */
const COMPARABLE: ReadonlySet<IndicatorUnit> = new Set(["share", "index", "perThousand", "technologies"]);

type CourseChartProps = { readonly indicator: RegionalIndicatorId; readonly children?: ReactNode };

function CourseChart({ indicator, children }: CourseChartProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const send = useSend();
  const year = useSession((context) => context.view.year);
  const baseline = useSession((context) => context.baseline);
  const years = useSession(shownYears);
  const simulated = useSession((context) => context.simulated);
  const region = useSelectedRegion();
  const { digitalShare, regions } = useStudy().data;
  const meaning = indicatorById(indicator);
  const isShare = indicator === "digital_share";
  const place = region === null ? t("region.country") : regions[region].name[language];
  const unit = unitBesideName(meaning.unit);
  const format = (value: number) => formats.value(meaning, value);
  const withUnit = (text: string) => (unit === "billionKzt" ? t("units.billions", { number: text }) : text);

  const noPlan = pointsOf(baseline?.years ?? years, indicator, region);
  const plan = simulated && !isNoPlan(simulated.scenario) ? pointsOf(simulated.years, indicator, region) : null;
  const observed = isShare
    ? digitalShare.years.flatMap((at) => {
        const value = publishedShare(digitalShare, at, region);
        return value === null ? [] : [{ year: at, value }];
      })
    : noPlan.filter((point) => point.year === START_YEAR);
  const futures = useShownFutures();
  const bandOf = (results: readonly ReplicateResult[] | undefined) =>
    futures && results && results.length >= FUTURES_FOR_A_BAND
      ? bandOver(results, indicator, yearsOf(futures.scenario), region)
      : undefined;
  const lines: ChartLine[] = [
    { label: t("chart.noPlan"), kind: "noPlan", points: noPlan, band: bandOf(futures?.baseline) },
    ...(plan ? [{ label: t("chart.plan"), kind: "plan" as const, points: plan, band: bandOf(futures?.plan) }] : []),
    ...(region !== null && COMPARABLE.has(meaning.unit)
      ? [{ label: t("region.country"), kind: "country" as const, points: pointsOf(years, indicator, null) }]
      : []),
    { label: t("chart.observed"), kind: "observed", points: observed },
  ];

  const end = (plan ?? noPlan).at(-1);
  const without = end && noPlan.find((point) => point.year === end.year);
  const difference = end && without ? end.value - without.value : 0;
  const shown = formats.difference(meaning, difference);
  const ofFirms = (snapshot: YearSnapshot) => {
    const firms = valueIn(snapshot, "firms", region);
    const users = formats.number(valueIn(snapshot, "digital_users", region));
    return t("counted.kOfN", { count: firms, k: users, n: formats.number(firms) });
  };
  const oneFirmOf = (snapshot: YearSnapshot) => {
    const firms = valueIn(snapshot, "firms", region);
    const points = `${formats.number(100 / firms, 1)}\u00A0${t("units.points")}`;
    return t("chart.oneFirm", { firms: formats.number(firms), points });
  };
  const last = (plan ? simulated : baseline)?.years.at(-1);
  const said = {
    place,
    indicator: meaning.name[language],
    year: end?.year ?? "",
    value: withUnit(format(end?.value ?? 0)) + (isShare && last ? ` (${ofFirms(last)})` : ""),
    difference: meaning.unit === "share" ? `${shown}\u00A0${t("units.points")}` : withUnit(shown),
  };
  const finding = !end
    ? t("status.running")
    : t(
        plan === null ? "chart.alone" : Number(difference.toPrecision(12)) === 0 ? "chart.same" : "chart.against",
        said,
      );

  const allYears = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.year)))].sort();
  const banded = lines.filter(({ band }) => band !== undefined);
  const isOutside = banded.some(({ points, band = [] }) =>
    points.some(({ year: at, value }) =>
      band.some(({ year: of, low, high }) => of === at && !(low <= value && value <= high)),
    ),
  );
  const subtitle = [
    indicatorMeaning(meaning, language, t),
    t("chart.source", { source: sourceOf(meaning, language) }),
    ...(futures && banded.length > 0
      ? [t("counted.bandOver", { count: futures.plan.length, number: formats.number(futures.plan.length) })]
      : []),
    ...(isOutside ? [t("chart.outsideBands")] : []),
    ...(isShare && region !== null && last && valueIn(last, "firms", region) > 0 ? [oneFirmOf(last)] : []),
  ].join(" ");
  const counted = (name: string, of: readonly YearSnapshot[], what: "digital_users" | "firms"): Column => ({
    name,
    at: (wanted) => {
      const snapshot = yearOf(of, wanted);
      return snapshot ? valueIn(snapshot, what, region) : null;
    },
    show: formats.number,
  });
  const runs = isShare ? [baseline?.years ?? years, ...(plan && simulated ? [simulated.years] : [])] : [];
  const columns: Column[] = [
    { name: t("chart.year"), at: (wanted) => wanted, show: String },
    ...lines.map(({ label, points }) => ({
      name: label,
      at: (wanted: number) => points.find((point) => point.year === wanted)?.value ?? null,
      show: format,
    })),
    ...runs.map((of, k) => counted(t("chart.usersOf", { line: lines[k].label }), of, "digital_users")),
    ...runs.slice(-1).map((of) => counted(t("chart.firms"), of, "firms")),
    ...banded.flatMap(({ label, band = [] }) =>
      (["low", "high"] as const).map((side) => ({
        name: t(`chart.${side}`, { line: label }),
        at: (wanted: number) => band.find((point) => point.year === wanted)?.[side] ?? null,
        show: format,
      })),
    ),
  ];
  return (
    <ChartFrame
      title={finding}
      subtitle={subtitle}
      terms={termsOf(indicator)}
      fileName={`${region === null ? "kazakhstan" : regions[region].id}-${indicator.replaceAll("_", "-")}`}
      table={{
        columns: columns.map(({ name }) => name),
        rows: allYears.map((wanted) => columns.map(({ at }) => at(wanted))),
        show: (cell, column) => (cell === null ? "" : columns[column].show(Number(cell))),
      }}
      tools={children}
    >
      {(width, height) => (
        <LineChart
          title={finding}
          lines={lines}
          firstYear={isShare ? digitalShare.years[0] : START_YEAR}
          year={year}
          onYear={(to) => send({ type: "VIEW_CHANGED", change: { year: to } })}
          width={width}
          height={height}
          tick={(value) =>
            meaning.unit === "share" ? formats.percent(value, 0) : formats.number(value, decimalsOf(value))
          }
          unit={meaning.unit === "share" || meaning.unit === "index" ? null : t(`units.${meaning.unit}`)}
          value={format}
        />
      )}
    </ChartFrame>
  );
}

/** A column of the table: its value in a year, and how it is written. */
type Column = {
  readonly name: string;
  readonly at: (year: number) => number | null;
  readonly show: (value: number) => string;
};

/** 80 % interval over futures, by year. */
function bandOver(
  results: readonly ReplicateResult[],
  indicator: string,
  years: readonly number[],
  region: number | null,
) {
  return years.map((year, t) => {
    const { p10, p90 } = summarise(results, indicator, t, region)!;
    return { year, low: p10, high: p90 };
  });
}

function pointsOf(
  years: readonly YearSnapshot[],
  id: RegionalIndicatorId,
  region: number | null,
): { year: number; value: number }[] {
  return years.map((snapshot) => ({ year: snapshot.year, value: valueIn(snapshot, id, region) }));
}
