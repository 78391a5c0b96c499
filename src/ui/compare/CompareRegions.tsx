import { indicatorById } from "#domain/indicators.ts";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { termsOf } from "#ui/charts/termsOf.ts";
import { fill } from "#ui/fill.ts";
import { useFormats, useLanguage, useSend, useStudy } from "#ui/useSession.tsx";
import { type ComparePartProps, hasIntervals, nameOfPlan, pairInText } from "./compareQuestion.ts";
import { regionDifferences, verdictCounts } from "./regionDifferences.ts";
import { RegionStrip } from "./RegionStrip.tsx";
import { useDifferenceWords } from "./useDifferenceWords.ts";

/** The difference in every region as a strip with intervals, sorted by median. */
export function CompareRegions({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const { number } = useFormats();
  const { bare, unit, interval } = useDifferenceWords(question.indicator);
  const { plan, plans, indicator, year } = question;
  const bands = hasIntervals(question);
  const rows = regionDifferences(question, data.regions.length);
  const { gain, lose, open } = verdictCounts(question, data.regions.length);
  const title = bands
    ? fill(gain + lose > 0 ? words.regions.title.some : words.regions.title.none, {
        ...pairInText(question, language, words),
        gain: number(gain),
        lose: number(lose),
        open: number(open),
      })
    : words.regions.title.oneFuture;
  const isShare = indicatorById(indicator).unit === "share";
  return (
    <div className="compare-chart region-strip" style={{ "--rows": rows.length } as React.CSSProperties}>
      <ChartFrame
        title={title}
        subtitle={[
          fill(words.regions.subtitle, {
            indicator: indicatorById(indicator).name[language],
            unit,
            year: String(year),
            ...pairInText(question, language, words),
          }),
          ...(bands ? [words.regions.futures] : []),
        ].join(" ")}
        terms={termsOf(indicator, true)}
        fileName={`regions-${indicator.replaceAll("_", "-")}`}
        table={{
          columns: [
            words.region,
            nameOfPlan(plan, plans, language, words),
            ...(bands ? ["10\u00A0%", "90\u00A0%"] : []),
          ],
          rows: rows.map(({ region, p50, p10, p90 }) => [
            data.regions[region].name[language],
            p50,
            ...(bands ? [p10, p90] : []),
          ]),
          show: (cell, column) => (column === 0 ? String(cell) : bare(Number(cell))),
        }}
      >
        {(width, height) => (
          <RegionStrip
            title={title}
            rows={rows.map((row) => ({
              ...row,
              name: data.regions[row.region].shortName[language],
              short: bare(row.p50),
              text: bands ? `${bare(row.p50)} (${interval(row)})` : bare(row.p50),
            }))}
            letter={plan.letter}
            hasIntervals={bands}
            width={width}
            height={height}
            tick={(value) => number(isShare ? 100 * value : value, isShare ? 1 : 0)}
            onRegion={(region) => send({ type: "VIEW_CHANGED", change: { region: data.regions[region].id } })}
          />
        )}
      </ChartFrame>
    </div>
  );
}
