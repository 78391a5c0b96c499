import type { Scenario } from "#domain/scenario.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { PlanKey } from "#session/plans.ts";
import { nationalValue, regionalValue } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { columnValue, type Summary, summariseValues } from "#engine/summaries.ts";
import { enoughForABand, type Futures } from "#session/futures.ts";
import { createFuturesRunner } from "#session/futuresWorkers.ts";
import { spreadOfShares } from "#session/rankings.ts";
import { yearOf } from "#session/readings.ts";
import { useEffect, useState } from "react";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { PHONE, useMedia } from "#ui/useMedia.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats, useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import type { EquityPoint } from "./equityLayout.ts";
import { EquityPlot } from "./EquityPlot.tsx";

/** How much digital use there is in the country against how unequally regions share it: the plan, no plan, all presets. */
export function EquityView() {
  return useReading().now ? <Equity /> : null;
}

function Equity() {
  const t = useWords();
  const words = useChartWords().equity;
  const { number, percent, signed } = useFormats();
  const { years, withoutYears, hasPlan, now, without } = useReading();
  const futures = useShownFutures();
  const presets = usePresets();
  const others = useOtherPlans();
  const year = now!.year;
  const course = (of: readonly YearSnapshot[]) => of.map((snapshot) => ({ year: snapshot.year, ...pointOf(snapshot) }));
  const here = pointOf(now!);
  const there = pointOf(without!);
  const verdict = (low: number, high: number) =>
    low > 0.05
      ? words.wider
      : high < -0.05
        ? words.narrower
        : low >= -0.05 && high <= 0.05
          ? words.asWide
          : words.untold;
  const spreadChange = here.spread - there.spread;
  const many = enoughForABand(futures);
  const over = many && changesOver(many, year);
  /** A change in points as it is read: what would be written as zero is none. */
  const move = (change: number) => {
    const by = number(Math.abs(change), 1);
    return fill(by === number(0, 1) ? words.stays : change > 0 ? words.rises : words.falls, { by });
  };
  const interval = ({ p10, p90 }: Summary) => fill(words.interval, { low: signed(p10, 1), high: signed(p90, 1) });
  const title = !hasPlan
    ? fill(words.titleAlone, { year: String(year), share: percent(here.share), spread: number(here.spread, 1) })
    : over
      ? fill(words.titleOver, {
          year: String(year),
          futures: number(over.count),
          share: move(over.share.p50),
          shareInterval: interval(over.share),
          spread: move(over.spread.p50),
          spreadInterval: interval(over.spread),
          verdict: verdict(over.spread.p10, over.spread.p90),
        })
      : fill(words.title, {
          year: String(year),
          share: move(100 * (here.share - there.share)),
          spread: move(spreadChange),
          verdict: verdict(spreadChange, spreadChange),
        });
  // A phone has no room for the far futures of the plan beside all presets, of which it shows one future each.
  const isPhone = useMedia(PHONE);
  const cloud =
    futures && !(isPhone && presets.points(year).length > 0)
      ? futures.plan.map((result) => pointOfFuture(result, year))
      : [];
  const subtitle = [
    words.subtitle,
    ...(cloud.length > 0 ? [words.cloud] : []),
    ...(others.points(year).length > 0 ? [words.otherPlans] : []),
  ].join(" ");
  const rows = [
    [t("chart.noPlan"), year, there.share, there.spread],
    ...(hasPlan ? [[t("chart.plan"), year, here.share, here.spread]] : []),
    ...others.points(year).map(({ letter, name, share, spread }) => [`${letter} ${name}`, year, share, spread]),
    ...presets.points(year).map(({ name, share, spread }) => [name, year, share, spread]),
  ];
  return (
    <div className="charts single">
      <ChartFrame
        title={title}
        subtitle={subtitle}
        terms={["kOfN", "spread", "twinRun", "future", "interval80"]}
        fileName={`efficiency-equity-${year}`}
        tools={
          presets.status !== "done" && (
            <button type="button" className="quiet" disabled={presets.status === "running"} onClick={presets.start}>
              {presets.status === "running" ? words.presetsRunning : words.presets}
            </button>
          )
        }
        table={{
          columns: [words.plan, t("chart.year"), words.share, words.spread],
          rows,
          show: (cell, column) =>
            column === 0 || column === 1
              ? String(cell)
              : column === 2
                ? percent(Number(cell))
                : number(Number(cell), 1),
        }}
      >
        {(width, height) => (
          <EquityPlot
            title={title}
            plan={hasPlan ? course(years) : null}
            noPlan={course(withoutYears)}
            cloud={cloud}
            others={others.points(year)}
            presets={presets.points(year)}
            year={year}
            width={width}
            height={height}
          />
        )}
      </ChartFrame>
    </div>
  );
}

function pointOf(snapshot: YearSnapshot) {
  const regions = snapshot.estimates[0].efficiency.length;
  const column = (id: "digital_users" | "firms") =>
    Array.from({ length: regions }, (_, r) => regionalValue(snapshot, id, r));
  return {
    share: nationalValue(snapshot, "digital_share"),
    spread: spreadOfShares(column("digital_users"), column("firms")),
  };
}

/** What the plan changes against the same future without it: share and spread, percentage points. */
function changesOver({ plan, baseline }: Futures, year: number) {
  const changes = plan.map((result, k) => {
    const [here, there] = [pointOfFuture(result, year), pointOfFuture(baseline[k]!, year)];
    return { share: 100 * (here.share - there.share), spread: here.spread - there.spread };
  });
  return {
    count: changes.length,
    share: summariseValues(changes.map(({ share }) => share))!,
    spread: summariseValues(changes.map(({ spread }) => spread))!,
  };
}

function pointOfFuture(result: ReplicateResult, year: number) {
  const t = year - START_YEAR;
  const regions = result.regional.length / result.national.length;
  const column = (id: string) => Array.from({ length: regions }, (_, r) => columnValue(result, id, t, r)!);
  return {
    share: columnValue(result, "digital_share", t, null)!,
    spread: spreadOfShares(column("digital_users"), column("firms")),
  };
}

/** The plans beside the shown one, each by its own run. */
function useOtherPlans() {
  const language = useLanguage();
  const plans = useSession((context) => context.plans);
  const active = useSession((context) => context.active);
  const runs = useSession((context) => context.runs);
  return {
    points: (year: number): (EquityPoint & { letter: PlanKey; name: string })[] =>
      plans.flatMap(({ key }) => {
        const run = key === active ? undefined : runs[key];
        const snapshot = run && yearOf(run.years, year);
        return snapshot ? [{ letter: key, name: run.scenario.name[language], ...pointOf(snapshot) }] : [];
      }),
  };
}

/** One future of every preset, simulated when asked for: the same future number for all. */
function usePresets() {
  const language = useLanguage();
  const { data, presets } = useStudy();
  const seed = useSession((context) => context.seed);
  const [asked, setAsked] = useState<string | null>(null);
  const [results, setResults] = useState<ReadonlyMap<Scenario, ReplicateResult>>(new Map());
  useEffect(() => {
    if (asked === null) return;
    const runner = createFuturesRunner(1);
    const found = new Map<Scenario, ReplicateResult>();
    return runner.run(
      data,
      presets.map((scenario) => ({ scenario, seed: asked, replicate: 0, isRecorded: false })),
      (index, result) => {
        found.set(presets[index], result);
        if (found.size === presets.length) setResults(found);
      },
      () => setAsked(null),
    );
  }, [asked, data, presets]);
  const isOfSeed = asked === seed && results.size > 0;
  return {
    status:
      asked === null || asked !== seed ? ("waiting" as const) : isOfSeed ? ("done" as const) : ("running" as const),
    start: () => {
      setResults(new Map());
      setAsked(seed);
    },
    points: (year: number): (EquityPoint & { name: string })[] =>
      isOfSeed
        ? [...results]
            .filter(([{ until }]) => until >= year)
            .map(([{ name }, result]) => ({ name: name[language], ...pointOfFuture(result, year) }))
        : [],
  };
}
