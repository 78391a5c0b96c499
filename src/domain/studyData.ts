import type { CaseEnterprise } from "./caseEnterprises.ts";
import type { DataTable } from "./dataTable.ts";
import type { Ensemble } from "./ensemble.ts";
import type { Layer } from "./layers.ts";
import type { Region } from "./region.ts";
import { parseCaseEnterprises } from "./caseEnterprises.ts";
import { checkTogether } from "./checkTogether.ts";
import { parseEnsemble } from "./ensemble.ts";
import { idColumn, numericColumn, parseDataTable, placeOf, textColumn } from "./dataTable.ts";
import { describeFound, InputRefused } from "./inputProblem.ts";
import { type PublishedResults, parsePublishedResults } from "./publishedResults.ts";
import { parseLayers } from "./layers.ts";
import { parseRegions } from "./region.ts";

/** The files of public/data that the engine and the estimators read; README.md beside them says where each comes from. */
export const STUDY_FILES = [
  "regions-2023.csv",
  "start-values-2023.csv",
  "digital-share-2020-2024.csv",
  "national-series.csv",
  "readiness-subparameters.csv",
  "published-t20-standardised.csv",
  "published-results.json",
  "ecosystem-structure.json",
  "kazakhstan-regions-meta.json",
  "ensemble.json",
] as const;
export type StudyFiles = Readonly<Record<(typeof STUDY_FILES)[number], string>>;

/** Columns of T18, one value per region: KZT thousand, KZT billion, percent, per 1000 or counts (data/README.md). */
export const T18_COLUMNS = [
  "gdp_per_capita",
  "industry_share_gdp",
  "manuf_output",
  "ict_investments",
  "innov_active_share",
  "innovation_expenditure",
  "fixed_capital_industry",
  "internet_access_share",
  "data_centers_count",
  "online_retail_share",
  "ict_specialists_per1000",
  "ict_avg_salary",
  "digital_literacy_rate",
  "ict_graduates_per1000",
  "cloud_use_share",
  "bigdata_ai_digitaltwins_share",
  "digital_tech_use_share",
] as const;
export type T18Column = (typeof T18_COLUMNS)[number];

/** Start values of 2023, reconstructed from T14 (digitalCounts.ts). */
export type StartValues = {
  /** Large and medium manufacturers. */
  readonly firms: Float64Array;
  /** Those of them that use digital technology. */
  readonly digitalUsers: Float64Array;
  /** A: the count is unique; B: likely; C: one of several, see the range. */
  readonly grade: readonly string[];
  readonly firmsRange: readonly (readonly [number, number])[];
  /** All industrial enterprises, apportioned (assumption, ±40 %). */
  readonly industrialEnterprises: Float64Array;
  /** u_r of EQ-3, fitted on 2020-24. */
  readonly regionalEffect: Float64Array;
};

export type DigitalSharePanel = {
  readonly years: readonly number[];
  /** Percent by year. */
  readonly national: readonly number[];
  /** Percent by region, then year; null where T14 has a dash. */
  readonly regional: readonly (readonly (number | null)[])[];
};

export type NationalSeries = {
  readonly table: string;
  readonly series: string;
  readonly unit: string;
  readonly values: ReadonlyMap<number, number>;
};

export type SubparameterRow = {
  readonly block: string;
  readonly number: number;
  readonly label: string;
  readonly kind: string;
  readonly declared: readonly [number, number];
  readonly direction: number;
  readonly scored: readonly [number, number];
  readonly note: string;
  readonly boehmerArmatura: number;
  readonly kazakhmys: number;
};

/** Everything read from public/data. Regions are in the order of T18 (1 to 20) everywhere. */
export type StudyData = {
  readonly regions: readonly Region[];
  readonly t18: Readonly<Record<T18Column, Float64Array>>;
  /** T20 as published: the standardised values, same columns. */
  readonly t20: Readonly<Record<T18Column, Float64Array>>;
  readonly start: StartValues;
  readonly digitalShare: DigitalSharePanel;
  readonly nationalSeries: readonly NationalSeries[];
  readonly subparameters: readonly SubparameterRow[];
  readonly published: PublishedResults;
  /** Parameter sets of the futures (ensemble.ts). */
  readonly ensemble: Ensemble;
  /** Actors named by the study, with the region each is assigned to. */
  readonly caseEnterprises: readonly CaseEnterprise[];
  /** Four layers through which a plan can be read (figure 14). */
  readonly layers: readonly Layer[];
};

/**
 * The one door for the project's own data: texts of the files to checked values.
 * @throws InputRefused with every problem of every file.
 */
export function parseStudyData(
  files: StudyFiles,
  /** The parameter sets of `ensemble.json` where they have been read already: they are half of the work. */
  ensemble: Ensemble | null = null,
): StudyData {
  const table = (name: keyof StudyFiles) => parseDataTable(files[name], name);
  const regionTable = table("regions-2023.csv");
  const ids = idColumn(regionTable, "id");
  const regions = parseRegions(files["kazakhstan-regions-meta.json"], ids);
  return {
    regions,
    ...checkTogether({
      t18: () => numericColumns(regionTable),
      t20: () => numericColumns(sameRegions(table("published-t20-standardised.csv"), "id", ids)),
      start: () => startValues(sameRegions(table("start-values-2023.csv"), "region", ids)),
      digitalShare: () => digitalSharePanel(table("digital-share-2020-2024.csv"), ids),
      nationalSeries: () => nationalSeries(table("national-series.csv")),
      subparameters: () => subparameterRows(table("readiness-subparameters.csv")),
      published: () => parsePublishedResults(files["published-results.json"]),
      layers: () => parseLayers(files["ecosystem-structure.json"]),
      caseEnterprises: () => parseCaseEnterprises(files["ecosystem-structure.json"], ids),
      ensemble: () => ensemble ?? parseEnsemble(files["ensemble.json"], "ensemble.json"),
    }),
  };
}

/** What a national series says of a year; asking for a year that it does not have is a mistake of the program, so it throws. */
export function nationalSeriesValue(data: StudyData, series: string, year: number): number {
  const value = nationalSeriesByName(data, series).values.get(year);
  if (value === undefined) throw new Error(`national-series.csv has no ${series} of ${year}`);
  return value;
}

/** A national series by its name in national-series.csv. Misspelling a name is a mistake of the program, so it throws. */
export function nationalSeriesByName(data: StudyData, series: string): NationalSeries {
  const found = data.nationalSeries.find((candidate) => candidate.series === series);
  if (!found) throw new Error(`national-series.csv has no series ${series}`);
  return found;
}

function numericColumns(table: DataTable): Record<T18Column, Float64Array> {
  return checkTogether(
    Object.fromEntries(T18_COLUMNS.map((name) => [name, () => numericColumn(table, name)])) as Record<
      T18Column,
      () => Float64Array
    >,
  );
}

/** Files by region must list the same regions in the same order, so that a row number is a region everywhere. */
function sameRegions(table: DataTable, idName: string, ids: readonly string[]): DataTable {
  const problems = idColumn(table, idName)
    .map((id, row) => ({ place: placeOf(table, row, idName), expected: `${ids[row]}`, found: id }))
    .filter(({ expected, found }) => expected !== found);
  if (problems.length > 0) throw new InputRefused(problems);
  return table;
}

function startValues(table: DataTable): StartValues {
  const whole = {
    expected: "a whole number of at least 0",
    accepts: (value: number) => Number.isInteger(value) && value >= 0,
  };
  const low = numericColumn(table, "firms_min", whole);
  const high = numericColumn(table, "firms_max", whole);
  return {
    firms: numericColumn(table, "firms", whole),
    digitalUsers: numericColumn(table, "digital_users", whole),
    grade: textColumn(table, "grade"),
    firmsRange: Array.from(low, (minimum, row) => [minimum, high[row]] as const),
    industrialEnterprises: numericColumn(table, "industrial_enterprises", whole),
    regionalEffect: numericColumn(table, "regional_effect"),
  };
}

function digitalSharePanel(table: DataTable, ids: readonly string[]): DigitalSharePanel {
  const years = table.columnNames.filter((name) => /^y\d{4}$/.test(name)).map((name) => Number(name.slice(1)));
  const rowOf = new Map(idColumn(table, "region_id").map((id, row) => [id, row]));
  const percents = (id: string) => years.map((year) => optionalPercent(table, rowOf.get(id), `y${year}`));
  const national = percents("kazakhstan");
  if (national.some((value) => value === null))
    throw new InputRefused([
      { place: `${table.fileName} kazakhstan`, expected: "a percentage every year", found: "an empty cell" },
    ]);
  return { years, national: national as number[], regional: ids.map(percents) };
}

function optionalPercent(table: DataTable, row: number | undefined, column: string): number | null {
  if (row === undefined)
    throw new InputRefused([{ place: table.fileName, expected: "a row for every region", found: "none" }]);
  const cell = table.rows[row][table.columnNames.indexOf(column)];
  if (cell === "") return null;
  const value = Number(cell);
  if (value >= 0 && value <= 100) return value;
  throw new InputRefused([
    { place: placeOf(table, row, column), expected: "a percentage from 0 to 100", found: describeFound(cell) },
  ]);
}

function nationalSeries(table: DataTable): NationalSeries[] {
  const years = table.columnNames.filter((name) => /^y\d{4}$/.test(name));
  return table.rows.map((cells, row) => ({
    table: cells[table.columnNames.indexOf("table")],
    series: cells[table.columnNames.indexOf("series")],
    unit: cells[table.columnNames.indexOf("unit")],
    values: new Map(
      years
        .filter((year) => cells[table.columnNames.indexOf(year)] !== "")
        .map((year) => {
          const value = Number(cells[table.columnNames.indexOf(year)]);
          if (!Number.isFinite(value))
            throw new InputRefused([
              { place: placeOf(table, row, year), expected: "a number or nothing", found: describeFound(value) },
            ]);
          return [Number(year.slice(1)), value] as const;
        }),
    ),
  }));
}

function subparameterRows(table: DataTable): SubparameterRow[] {
  const numbers = checkTogether({
    number: () => numericColumn(table, "number"),
    declaredMin: () => numericColumn(table, "declared_min"),
    declaredMax: () => numericColumn(table, "declared_max"),
    direction: () => numericColumn(table, "direction", { expected: "1 or -1", accepts: (v) => v === 1 || v === -1 }),
    scoreMin: () => numericColumn(table, "score_min"),
    scoreMax: () => numericColumn(table, "score_max"),
    boehmerArmatura: () => numericColumn(table, "bohmer_armatura"),
    kazakhmys: () => numericColumn(table, "kazakhmys"),
  });
  const [block, label, kind, note] = ["block", "label_en", "kind", "note"].map((name) => textColumn(table, name));
  return table.rows.map((_, row) => ({
    block: block[row],
    number: numbers.number[row],
    label: label[row],
    kind: kind[row],
    declared: [numbers.declaredMin[row], numbers.declaredMax[row]],
    direction: numbers.direction[row],
    scored: [numbers.scoreMin[row], numbers.scoreMax[row]],
    note: note[row],
    boehmerArmatura: numbers.boehmerArmatura[row],
    kazakhmys: numbers.kazakhmys[row],
  }));
}
