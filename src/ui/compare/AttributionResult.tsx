import type { Scenario } from "#domain/scenario.ts";
import type { Attributed, Attribution } from "#engine/attribution.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { useId } from "react";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { fill } from "#ui/fill.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { AttributionBars } from "./AttributionBars.tsx";
import { placeOfYear } from "./compareQuestion.ts";
import { useDifferenceWords } from "./useDifferenceWords.ts";
import { usePlaceName } from "./usePlaceName.ts";

type AttributionResultProps = {
  readonly attribution: Attribution;
  readonly scenario: Scenario;
  /** Of the measures, in the order of the plan. */
  readonly names: readonly string[];
  readonly letter: string;
  readonly indicator: Attributed;
  readonly region: number | null;
  readonly year: number;
  readonly futures: number;
  readonly words: CompareWords;
};

/** Bars of the measures' parts, and a table of how pairs of them act together. */
export function AttributionResult(props: AttributionResultProps) {
  const { attribution, names, letter, indicator, region, year, futures, words } = props;
  const { attribution: own } = words.why;
  const place = usePlaceName(region);
  const { bare, unit, interval } = useDifferenceWords(indicator, indicator === "digital_users" ? 1 : 0);
  const pairsId = useId();
  const { total, parts, interactions } = attribution.at(indicator, region, placeOfYear(year));
  const strongest = parts.reduce((best, { mean }, index) => (mean > parts[best].mean ? index : best), 0);
  const title =
    parts.every(({ mean }) => mean === 0) || bare(total.mean) === bare(0)
      ? own.findingNothing
      : fill(own.finding, { measure: names[strongest], part: bare(parts[strongest].mean), total: bare(total.mean) });
  const isSampled = attribution.method === "sampled";
  const rows = [
    ...parts.map((part, index) => ({ ...part, name: names[index], isTotal: false })),
    { ...total, name: own.all, samplingError: null, isTotal: true },
  ];
  const samplingText = (error: number | null) => (error === null ? "" : ` ± ${bare(error).replace("+", "")}`);

  return (
    <>
      <div className="compare-chart attribution" style={{ "--rows": rows.length } as React.CSSProperties}>
        <ChartFrame
          title={title}
          subtitle={fill(own.subtitle, {
            indicator: own.indicators[indicator],
            unit,
            place,
            year: String(year),
            futures: String(futures),
          })}
          terms={["shapley", "causedGain", "future", "interval80"]}
          fileName={`attribution-${indicator.replaceAll("_", "-")}`}
          table={{
            columns: [own.measure, own.mean, "10 %", "90 %", ...(isSampled ? [own.samplingError] : [])],
            rows: rows.map(({ name, mean, p10, p90, samplingError }) => [
              name,
              mean,
              p10,
              p90,
              ...(isSampled ? [samplingError] : []),
            ]),
            show: (cell, column) => (cell === null ? "" : column === 0 ? String(cell) : bare(Number(cell))),
          }}
        >
          {(width, height) => (
            <AttributionBars
              title={title}
              rows={rows.map((row) => ({
                ...row,
                short: bare(row.mean),
                text: `${bare(row.mean)}${samplingText(row.samplingError)} (${interval(row)})`,
              }))}
              letter={letter}
              width={width}
              height={height}
            />
          )}
        </ChartFrame>
      </div>
      {interactions === null ? (
        <p className="guidance">{own.noInteractions}</p>
      ) : (
        interactions.length > 0 && (
          <>
            <Title level={4} id={pairsId}>
              {own.interactions}
            </Title>
            <p className="guidance">{own.interactionsAbout}</p>
            <ScrollArea titleId={pairsId}>
              <table>
                <tbody>
                  {[...interactions]
                    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean) || a.first - b.first || a.second - b.second)
                    .map(({ first, second, mean, ...rest }) => (
                      <tr key={`${first} ${second}`}>
                        <th scope="row">{fill(own.pair, { first: names[first], second: names[second] })}</th>
                        <td>{bare(mean)}</td>
                        <td className="guidance">{interval(rest)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </ScrollArea>
          </>
        )
      )}
    </>
  );
}
