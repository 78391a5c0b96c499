import type { ReactNode } from "react";
import type { RegionClusters } from "#engine/regionAnalysis.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { STUDY_K } from "#engine/regionAnalysis.ts";
import { analyseRegions } from "#session/regionAnalysisWorker.ts";
import { MOVED_COLUMNS, tableOfYear } from "#session/regionTable.ts";
import { yearOf } from "#session/readings.ts";
import { useState } from "react";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { Title } from "#ui/Title.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { FaultNote } from "#ui/FaultNote.tsx";
import { fill } from "#ui/fill.ts";
import { inText } from "#ui/inText.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats, useStudy } from "#ui/useSession.tsx";
import { useWorkerAnswer } from "#ui/useWorkerAnswer.ts";
import { ClusterMap, ENDS } from "./ClusterMap.tsx";
import { ComponentsPlot } from "./ComponentsPlot.tsx";
import { Dendrogram } from "./Dendrogram.tsx";

const CHOICES = [2, 3, 4, 5, 6];

/** Groups of regions by their seventeen indicators: tree, heatmap, principal components, and whether groups are there at all. */
export function ClustersView() {
  return useReading().now ? <ClusterChoice /> : null;
}

function ClusterChoice() {
  const words = useChartWords().clusters;
  const { data } = useStudy();
  const { years, now, run } = useReading();
  const [k, setK] = useState(STUDY_K);
  const first = yearOf(years, START_YEAR);
  const analysis = useWorkerAnswer(`${run?.summary.receipt.outputDigest} ${now?.year} ${k}`, () =>
    analyseRegions((service) => service.clusterRegions(tableOfYear(data, first!, now!), k)),
  );
  const head = (
    <label className="cluster-choice">
      <span className="field-name">{words.number}</span>
      <select value={k} onChange={(event) => setK(Number(event.target.value))}>
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  );
  if (analysis.status === "running") return <p role="status">{words.running}</p>;
  if (analysis.status === "failed") return <FaultNote what={words.failed} message={analysis.message} />;
  return <Clusters clusters={analysis.answer} year={now!.year} head={head} />;
}

type ClustersProps = { readonly clusters: RegionClusters; readonly year: number; readonly head: ReactNode };

function Clusters({ clusters, year, head }: ClustersProps) {
  const words = useChartWords().clusters;
  const { number, signed, percent } = useFormats();
  const { names, shortNames } = useReading();
  const namesOf = (regions: readonly number[]) =>
    regions.length > MOST_NAMED
      ? fill(words.manyRegions, { count: number(regions.length) })
      : regions.map((region) => shortNames[region]).join(", ");
  const { suggestedK, silhouette, gapInColumns, components, assignment, k } = clusters;
  const sizes = Array.from({ length: k }, (_, c) => assignment.filter((cluster) => cluster === c + 1).length);
  const votes = [suggestedK.elbow, suggestedK.silhouette, suggestedK.gap, gapInColumns];
  const supports = votes.filter((vote) => vote === k).length;
  const isSupported = supports >= ENOUGH_RULES;
  const title = fill(isSupported ? words.supported : words.notSupported, {
    k: number(k),
    supports: number(supports),
  });
  const rules = fill(words.rules, {
    elbow: String(suggestedK.elbow),
    silhouette: String(suggestedK.silhouette ?? "–"),
    gap: String(suggestedK.gap ?? "–"),
    gapInColumns: String(gapInColumns ?? "–"),
  });
  const moved = Object.keys(MOVED_COLUMNS).map((column) => inText(words.columns[column as keyof typeof words.columns]));
  const subtitle = `${fill(words.subtitle, { year: String(year) })} ${year === START_YEAR ? "" : fill(words.moved, { list: moved.join(", ") })}`;
  const treeTitle = fill(words.treeTitle, {
    regions: namesOf(lastToJoin(clusters.tree!)),
    distance: number(clusters.tree!.heights.at(-1)!, 1),
  });
  const heatTitle = fill(isSupported ? words.heatTitle : words.heatTitleNotSupported, {
    k: number(k),
    list: mostTelling(clusters)
      .map((j) => inText(words.columns[T18_COLUMNS[j]]))
      .join(", "),
  });
  const [first, second] = components.explainedVariance;
  const componentsTitle = fill(words.componentsTitle, {
    both: percent(first + second, 0),
    first: percent(first),
    second: percent(second),
  });
  const memberTable = {
    columns: [words.region, words.cluster],
    rows: names.map((name, r) => [name, assignment[r]]),
    show: (cell: string | number | null) => String(cell),
  };
  return (
    <div className="clusters">
      <div className="clusters-head">
        {head}
        <div>
          <Title>{title}</Title>
          <p className="guidance">
            {rules} {fill(words.sizes, { list: sizes.map((size) => number(size)).join(" + ") })}{" "}
            {silhouette &&
              fill(words.silhouettes, {
                list: silhouette
                  .slice(0, 4)
                  .map((width, i) => `${i + 2}:\u00A0${number(width, 3)}`)
                  .join("; "),
              })}
          </p>
        </div>
      </div>
      <ChartFrame
        title={treeTitle}
        subtitle={words.treeSubtitle}
        terms={["dendrogram", "standardised"]}
        fileName={`clusters-${year}`}
        table={memberTable}
      >
        {(width, height) => <Dendrogram title={treeTitle} clusters={clusters} width={width} height={height} />}
      </ChartFrame>
      <ChartFrame
        title={heatTitle}
        subtitle={`${subtitle} ${fill(words.colours, { ends: number(ENDS, 1), signs: number(ENDS / 2, 2) })}`}
        terms={["standardised", "kMeans", "elbow", "silhouette", "gapStatistic"]}
        fileName={`standardised-${year}`}
        table={{
          columns: [words.region, ...T18_COLUMNS.map((column) => words.columns[column])],
          rows: names.map((name, r) => [
            name,
            ...T18_COLUMNS.map((_, j) => clusters.standardised[r * T18_COLUMNS.length + j]),
          ]),
          show: (cell, column) => (column === 0 ? String(cell) : signed(Number(cell), 2)),
        }}
      >
        {(width, height) => <ClusterMap title={heatTitle} clusters={clusters} width={width} height={height} />}
      </ChartFrame>
      <ChartFrame
        title={componentsTitle}
        subtitle={words.componentsSubtitle}
        terms={["components", "standardised", "kMeans"]}
        fileName={`components-${year}`}
        table={{
          columns: [words.indicator, words.loading1, words.loading2],
          rows: T18_COLUMNS.map((column, j) => [
            words.columns[column],
            components.loadings[j][0],
            components.loadings[j][1],
          ]),
          show: (cell, column) => (column === 0 ? String(cell) : signed(Number(cell), 2)),
        }}
      >
        {(width, height) => (
          <ComponentsPlot title={componentsTitle} clusters={clusters} width={width} height={height} />
        )}
      </ChartFrame>
    </div>
  );
}

/** So many of the four rules have to choose the same number for the data to support it. */
const ENOUGH_RULES = 3;

/** Up to this many regions and indicators are named in a title. */
const MOST_NAMED = 3;

/** The smaller of the two branches that join last, as indices of regions. */
function lastToJoin({ merges }: NonNullable<RegionClusters["tree"]>): number[] {
  const leaves = (part: number): number[] => (part < 0 ? [-part - 1] : merges[part - 1].flatMap(leaves));
  const [one, other] = merges.at(-1)!.map(leaves);
  return one.length <= other.length ? one : other;
}

/** Columns in which the groups differ most: share of a column's variance that lies between groups. */
function mostTelling({ standardised, assignment, k }: RegionClusters): number[] {
  const columns = T18_COLUMNS.length;
  const between = T18_COLUMNS.map((_, j) => {
    const sums = new Float64Array(k);
    const sizes = new Float64Array(k);
    let all = 0;
    assignment.forEach((group, r) => {
      const value = standardised[r * columns + j];
      sums[group - 1] += value;
      sizes[group - 1]++;
      all += value * value;
    });
    return sums.reduce((total, sum, c) => total + (sizes[c] > 0 ? (sum * sum) / sizes[c] : 0), 0) / all;
  });
  return T18_COLUMNS.map((_, j) => j)
    .sort((a, b) => between[b] - between[a])
    .slice(0, MOST_NAMED);
}
