import type { StudyData } from "#domain/studyData.ts";
import type { ReplicationRow } from "./replicationRow.ts";
import { nationalSeriesByName } from "#domain/studyData.ts";
import { compoundAnnualRate } from "#estimators/compoundGrowth.ts";
import { numberRow, printedDecimals } from "./replicationRow.ts";

const industries: Readonly<Record<string, string>> = {
  mining: "mining and quarrying",
  manufacturing: "manufacturing",
  electricity: "electricity, gas, steam, air conditioning",
  water: "water supply",
  sewerage: "sewerage",
  waste: "waste collection and recovery",
  remediation: "remediation and other waste services",
};
const byIndustry = (series: string) =>
  Object.fromEntries(Object.entries(industries).map(([key, industry]) => [key, `${series}: ${industry}`]));

/** Series of national-series.csv behind every row of the growth tables, by the row's key in the published results. */
const growthTables = [
  { table: "12", published: "table12", series: byIndustry("computers"), increaseDecimals: 0 },
  { table: "13", published: "table13", series: byIndustry("internet"), increaseDecimals: 0 },
  {
    table: "15",
    published: "table15",
    series: {
      industrial_enterprises: "industrial enterprises: total",
      cloud: "industrial enterprises using cloud computing",
      big_data: "industrial enterprises analysing big data",
    } as Readonly<Record<string, string>>,
    increaseDecimals: 0,
  },
  { table: "16", published: "table16", series: byIndustry("ICT spending"), increaseDecimals: 1 },
] as const;

/**
 * Growth from the first to the last year of each series: compound annual rate in percent, mean absolute increase a year,
 * increase and growth of the last year. Tables print one decimal, increases of counts none.
 */
export function growthRows(data: StudyData): ReplicationRow[] {
  return growthTables.flatMap(({ table, published, series, increaseDecimals }) =>
    Object.entries(data.published.growth[published]).flatMap(([key, [rate, meanIncrease, increase, growth]]) => {
      const values = nationalSeriesByName(data, series[key]).values;
      const years = [...values.keys()].sort((a, b) => a - b);
      const [first, last, before] = [years[0], years.at(-1)!, years.at(-2)!].map((year) => values.get(year)!);
      const span = years.at(-1)! - years[0];
      const change = (100 * (last - before)) / before;
      const cell = (item: string, printed: number, computed: number, decimals: number) =>
        numberRow(
          table,
          `${key} ${item}`,
          printed,
          computed,
          printedDecimals(printed, decimals),
          ratioNote(table, item),
        );
      return [
        cell("cagr_percent", rate, 100 * compoundAnnualRate(first, last, span), 1),
        cell("mean_absolute_increase", meanIncrease, (last - first) / span, 1),
        cell("increase_2024_on_2023", increase, last - before, increaseDecimals),
        cell("growth_2024_on_2023_percent", growth, table === "15" ? 100 + change : change, 1),
      ];
    }),
  );
}

function ratioNote(table: string, item: string) {
  return table === "15" && item === "growth_2024_on_2023_percent"
    ? ({ id: "printedAsRatio", values: {} } as const)
    : null;
}
