import type { DownloadContent } from "./provenance.ts";
import type { parquetWriteBuffer } from "hyparquet-writer";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { digestScenario } from "#engine/digest.ts";
import { type Summary, summarise } from "#engine/summaries.ts";
import { planLabel } from "./provenance.ts";
import { caveatOf, isOfOneFuture, sharedYears } from "./tables.ts";

type ParquetWriteOptions = Parameters<typeof parquetWriteBuffer>[0];

/**
 * Regions by plan and year as Parquet, for R, Python and DuckDB: columns are named as on the command line, `_p10`, `_p50`,
 * `_p90` over the futures; of one future the indicator alone, as in `regions.csv` there. What a sheet of sources says stands
 * in the file's key-value metadata.
 */
export async function regionsParquet(
  content: DownloadContent,
  breathe: () => Promise<void>,
): Promise<ParquetWriteOptions> {
  const { plans, data, provenance, words, language } = content;
  const places = plans.flatMap((plan) =>
    sharedYears(content).flatMap((year, t) => data.regions.map((region, r) => ({ plan, year, t, region, r }))),
  );
  const summaries: Summary[][] = [];
  for (const { id } of REGIONAL_INDICATORS) {
    summaries.push(places.map(({ plan, t, r }) => summarise(plan.results, id, t, r)!));
    await breathe();
  }
  const isOne = isOfOneFuture(content);
  const parts = isOne ? (["p50"] as const) : (["p10", "p50", "p90"] as const);
  return {
    columnData: [
      { name: "plan", data: places.map(({ plan }) => plan.letter), type: "STRING" },
      { name: "plan_name", data: places.map(({ plan }) => plan.scenario.name[language]), type: "STRING" },
      { name: "year", data: places.map(({ year }) => year), type: "INT32" },
      { name: "region", data: places.map(({ region }) => region.id), type: "STRING" },
      { name: "region_name", data: places.map(({ region }) => region.name[language]), type: "STRING" },
      ...REGIONAL_INDICATORS.flatMap(({ id }, i) =>
        parts.map((part) => ({
          name: isOne ? id : `${id}_${part}`,
          data: Float64Array.from(summaries[i], (summary) => summary[part]),
          type: "DOUBLE" as const,
        })),
      ),
    ],
    kvMetadata: Object.entries({
      title: words.title,
      date: provenance.date,
      engineVersion: provenance.version,
      seed: provenance.seed,
      futures: String(plans[0].results.length),
      dataDigest: provenance.dataDigest,
      plans: JSON.stringify(
        plans.map((plan) => ({ plan: planLabel(plan, language), scenarioDigest: digestScenario(plan.scenario) })),
      ),
      indicators: JSON.stringify(
        REGIONAL_INDICATORS.map(({ id, name, unit, definition, source }) => ({
          id,
          name: name[language],
          unit: words.units[unit],
          definition: definition[language],
          source,
        })),
      ),
      credit: `${words.credit} ${BOUNDARIES_CREDIT[language]}`,
      caveat: caveatOf(content),
    }).map(([key, value]) => ({ key, value })),
    createdBy: `Ecosystem Twin ${provenance.version}`,
  };
}
