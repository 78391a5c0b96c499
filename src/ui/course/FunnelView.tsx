import type { AdoptionStage } from "#domain/adoptionStage.ts";
import { stageCounts } from "#session/readings.ts";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { RegionRows } from "#ui/charts/RegionRows.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { stageColour } from "#ui/themed.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { STACKED, StageColumns, stageCode } from "./StageColumns.tsx";

/** Where firms stand on their way (SM-1): over the years for one place, and by region for one year. */
export function FunnelView() {
  const { run, now } = useReading();
  if (!run || !now) return null;
  const { agentRegion } = run.summary;
  return (
    <div className="charts">
      <StagesOverYears agentRegion={agentRegion} />
      <StagesByRegion agentRegion={agentRegion} />
    </div>
  );
}

function StagesOverYears({ agentRegion }: { readonly agentRegion: Uint8Array }) {
  const t = useWords();
  const words = useChartWords().funnel;
  const { number } = useFormats();
  const { years, now, region, place, showYear } = useReading();
  const columns = years.map((snapshot) => ({
    year: snapshot.year,
    counts: stageCounts(snapshot.agents, agentRegion, region),
  }));
  const counts = columns.find(({ year }) => year === now!.year)!.counts;
  const of = (...stages: AdoptionStage[]) => stages.reduce((sum, stage) => sum + counts[stageCode(stage)], 0);
  const title = fill(words.title, {
    place,
    year: String(now!.year),
    users: number(of("integrated", "scaled")),
    underWay: number(of("evaluating", "piloting")),
    abandoned: number(of("abandoned")),
    firms: number(counts.reduce((sum, count) => sum + count, 0)),
  });
  return (
    <ChartFrame
      title={title}
      subtitle={words.subtitle}
      terms={["adoption", "eq3", "eq4", "stateMachine"]}
      fileName="adoption-stages-by-year"
      table={{
        columns: [t("chart.year"), ...STACKED.map((stage) => t(`stages.${stage}`))],
        rows: columns.map((column) => [column.year, ...STACKED.map((stage) => column.counts[stageCode(stage)])]),
        show: (cell, column) => (column === 0 ? String(cell) : number(Number(cell))),
      }}
    >
      {(width, height) => (
        <StageColumns
          title={title}
          columns={columns}
          year={now!.year}
          onYear={showYear}
          width={width}
          height={height}
        />
      )}
    </ChartFrame>
  );
}

function StagesByRegion({ agentRegion }: { readonly agentRegion: Uint8Array }) {
  const t = useWords();
  const words = useChartWords().funnel;
  const { number } = useFormats();
  const { now, names } = useReading();
  const rows = names
    .map((name, region) => {
      const counts = stageCounts(now!.agents, agentRegion, region);
      const firms = counts.reduce((sum, count) => sum + count, 0);
      const underWay = counts[stageCode("evaluating")] + counts[stageCode("piloting")];
      return { name, region, counts, firms, underWay, share: firms > 0 ? underWay / firms : 0 };
    })
    .sort((a, b) => b.share - a.share || a.region - b.region);
  const most = rows[0];
  const title = fill(words.byRegion, {
    region: most.name,
    waiting: number(most.underWay),
    firms: number(most.firms),
    year: String(now!.year),
  });
  return (
    <ChartFrame
      title={title}
      subtitle={words.byRegionSubtitle}
      terms={["adoption", "kOfN", "eq3", "eq4"]}
      fileName={`adoption-stages-${now!.year}`}
      table={{
        columns: [t("regionsTable.region"), ...STACKED.map((stage) => t(`stages.${stage}`))],
        rows: rows.map((row) => [row.name, ...STACKED.map((stage) => row.counts[stageCode(stage)])]),
        show: (cell) => (typeof cell === "number" ? number(cell) : String(cell)),
      }}
    >
      {(_, height) => (
        <RegionRows
          height={height}
          head={
            <li className="stage-legend" aria-hidden="true">
              {STACKED.map((stage) => (
                <span key={stage}>
                  <span className="stage-key" style={{ background: stageColour(stage) }} />
                  {t(`stages.${stage}`)}
                </span>
              ))}
            </li>
          }
          rows={rows.map(({ region, counts, underWay, firms }) => ({
            region,
            bar: (
              <span className="stage-strip">
                {STACKED.map((stage) => (
                  <span key={stage} style={{ flexGrow: counts[stageCode(stage)], background: stageColour(stage) }} />
                ))}
              </span>
            ),
            value:
              firms > 0 ? t("counted.kOfN", { count: firms, k: number(underWay), n: number(firms) }) : words.noFirms,
          }))}
        />
      )}
    </ChartFrame>
  );
}
