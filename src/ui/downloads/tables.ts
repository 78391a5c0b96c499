import type { Cell, NamedTable } from "#domain/namedTable.ts";
import type { Parameter } from "#domain/parameter.ts";
import type { ParameterId } from "#domain/parameters.ts";
import type { Measure, Shock } from "#domain/scenario.ts";
import type { DownloadContent } from "./provenance.ts";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { REGIONAL_INDICATORS, sourceOf } from "#domain/indicators.ts";
import { leverById } from "#domain/levers.ts";
import { MECHANISMS } from "#domain/mechanisms.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { PAYERS } from "#domain/payers.ts";
import { shockById } from "#domain/shocks.ts";
import { SPREADS, spreadOf } from "#engine/comparison.ts";
import { digestScenario } from "#engine/digest.ts";
import {
  type Difference,
  differenceOf,
  type Summary,
  summarise,
  summariseDifference,
  yearsOf,
} from "#engine/summaries.ts";
import { parameterMeaning, parameterUnit } from "#ui/assumptions/parameterMeaning.ts";
import { fill } from "#ui/fill.ts";
import { planLabel } from "./provenance.ts";

/** A table whose rows may be computed as they are read. */
type TableSource = Omit<NamedTable, "rows"> & { readonly rows: Iterable<readonly Cell[]> };

/** Indicators of the table of differences in regions; the country has them all. */
const REGIONAL_DIFFERENCES = ["digital_users", "digital_share", "digital_output", "manuf_output"];

/** The sheets of a workbook. Rows are computed as they are read, so that the page can answer between them. */
export function workbookTables(content: DownloadContent): readonly TableSource[] {
  return [
    aboutTable,
    nationalTable,
    regionsTable,
    differencesTable,
    moneyTable,
    plansTable,
    departuresTable,
    indicatorsTable,
    parametersTable,
  ].map((table) => table(content));
}

/** Years that all plans simulate. */
export function sharedYears({ plans }: DownloadContent): number[] {
  return yearsOf({ until: Math.min(...plans.map(({ scenario }) => scenario.until)) });
}

export function isOfOneFuture({ plans }: Pick<DownloadContent, "plans">): boolean {
  return plans[0].results.length === 1;
}

/** What a reader has to bear in mind; one future has no intervals to speak of. */
export function caveatOf(content: DownloadContent): string {
  return isOfOneFuture(content) ? content.words.caveatOfOne : content.words.caveat;
}

/** Median, interval and mean over the futures; of one future its value. */
function summaryColumns(content: DownloadContent): readonly Column<Summary>[] {
  const { columns } = content.words;
  if (isOfOneFuture(content)) return [[columns.valueOfOne, ({ p50 }) => p50]];
  return [
    [columns.median, ({ p50 }) => p50],
    [columns.p10, ({ p10 }) => p10],
    [columns.p90, ({ p90 }) => p90],
    [columns.mean, ({ mean }) => mean],
  ];
}

function nationalTable(content: DownloadContent): TableSource {
  const { plans, words, language } = content;
  const { columns } = words;
  const rows = plans.flatMap((plan) =>
    sharedYears(content).flatMap((year, t) =>
      REGIONAL_INDICATORS.map((indicator) => ({
        plan,
        year,
        indicator,
        ...summarise(plan.results, indicator.id, t, null)!,
      })),
    ),
  );
  return tableOf(words.sheets.national, rows, [
    [columns.plan, ({ plan }) => planLabel(plan, language)],
    [columns.year, ({ year }) => year],
    [columns.indicator, ({ indicator }) => indicator.name[language]],
    [columns.unit, ({ indicator }) => words.units[indicator.unit]],
    ...summaryColumns(content),
  ]);
}

/** One row a plan, year and region with the medians of all indicators. */
function regionsTable(content: DownloadContent): TableSource {
  const { plans, words, language, data } = content;
  const { columns } = words;
  const rows = plans.flatMap((plan) =>
    sharedYears(content).flatMap((year, t) => data.regions.map((region, r) => ({ plan, year, t, region, r }))),
  );
  return tableOf(words.sheets.regions, rows, [
    [columns.plan, ({ plan }) => planLabel(plan, language)],
    [columns.year, ({ year }) => year],
    [columns.region, ({ region }) => region.name[language]],
    ...REGIONAL_INDICATORS.map(
      ({ id, name, unit }): Column<(typeof rows)[number]> => [
        `${name[language]}, ${words.units[unit]}`,
        ({ plan, t, r }) => summarise(plan.results, id, t, r)!.p50,
      ],
    ),
  ]);
}

/** Of every plan to no plan, then of every plan to each one before it. */
function differencesTable(content: DownloadContent): TableSource {
  const { words, language } = content;
  const { columns } = words;
  return tableOf(words.sheets.differences, differencesOf(content), [
    [columns.plan, ({ plan }) => planLabel(plan, language)],
    [columns.against, ({ against }) => against],
    [columns.year, ({ year }) => year],
    [columns.region, ({ place }) => place],
    [columns.indicator, ({ indicator }) => indicator],
    [columns.unit, ({ unit }) => words.units[unit]],
    ...summaryColumns(content),
    ...(isOfOneFuture(content)
      ? []
      : [[columns.probabilityHigher, ({ probabilityHigher }) => probabilityHigher] as Column<Difference>]),
  ]);
}

function* differencesOf(content: DownloadContent) {
  const { plans, words, language, data } = content;
  const pairs = [
    ...plans.map((plan) => ({ plan, results: plan.without, against: words.noPlan })),
    ...plans.flatMap((plan, p) =>
      plans.slice(0, p).map((other) => ({ plan, results: other.results, against: planLabel(other, language) })),
    ),
  ];
  for (const { plan, results, against } of pairs)
    for (const [t, year] of sharedYears(content).entries()) {
      for (const r of [null, ...data.regions.keys()]) {
        const place = r === null ? words.country : data.regions[r].name[language];
        for (const { id, name, unit } of REGIONAL_INDICATORS) {
          if (r !== null && !REGIONAL_DIFFERENCES.includes(id)) continue;
          const difference = summariseDifference(plan.results, results, id, t, r)!;
          yield { plan, against, year, place, indicator: name[language], unit, ...difference };
        }
      }
      for (const id of SPREADS) {
        const difference = differenceOf(plan.results, results, (result) => spreadOf(result, id, t))!;
        const [place, indicator] = [words.country, words.spreads[id]];
        yield { plan, against, year, place, indicator, unit: "share" as const, ...difference };
      }
    }
}

function moneyTable(content: DownloadContent): TableSource {
  const { plans, words, language } = content;
  const { columns } = words;
  const rows = plans.flatMap((plan) => plan.results[0].money.map((line, k) => ({ plan, ...line, k })));
  return tableOf(words.sheets.money, rows, [
    [columns.plan, ({ plan }) => planLabel(plan, language)],
    [columns.year, ({ year }) => year],
    [
      columns.line,
      ({ line }) => (line === "unspent" ? words.unspent : leverById(line as Measure["lever"]).name[language]),
    ],
    [columns.payer, ({ payer }) => payer && payerName(payer, language)],
    [
      isOfOneFuture(content) ? columns.billionKztOfOne : columns.billionKzt,
      ({ plan, k }) => plan.results.reduce((total, { money }) => total + money[k].value, 0) / plan.results.length,
    ],
  ]);
}

function plansTable(content: DownloadContent): TableSource {
  const { plans, words, language } = content;
  const { columns } = words;
  const rows = plans.flatMap((plan) =>
    plan.scenario.measures.map((measure) => ({ plan, measure, lever: leverById(measure.lever) })),
  );
  return tableOf(words.sheets.plans, rows, [
    [columns.plan, ({ plan }) => planLabel(plan, language)],
    [columns.measure, ({ lever }) => lever.name[language]],
    [columns.regionsChosen, ({ measure }) => regionsOf(measure, content)],
    [columns.from, ({ measure }) => measure.from],
    [columns.to, ({ measure }) => measure.to],
    [columns.size, ({ measure }) => measure.size],
    [columns.unit, ({ lever }) => words.units[lever.unit]],
    [columns.ramp, ({ measure }) => measure.ramp],
    [columns.budget, ({ lever, measure }) => (lever.costs ? (measure.budget ?? words.noCap) : null)],
    [columns.payer, ({ lever, measure }) => (lever.costs ? payerName(measure.payer, language) : null)],
  ]);
}

/** Where a plan departs from the default assumptions; a parameter has no regions and years, a rule set aside no value. */
type Departure = {
  readonly plan: DownloadContent["plans"][number];
  readonly kind: string;
  readonly name: string;
  readonly shock: Shock | null;
  readonly own: number | null;
  readonly usual: number | null;
};

/** Assumptions of each plan other than the default, which hold for its "no plan" as well. */
function departuresTable(content: DownloadContent): TableSource {
  const { plans, words, language } = content;
  const { columns, departures } = words;
  const rows = plans.flatMap((plan): Departure[] => {
    const { shocks, parameters, off } = plan.scenario;
    return [
      ...shocks.map((shock) => {
        const { name, neutral } = shockById(shock.shock);
        return { plan, kind: departures.shock, name: name[language], shock, own: shock.size, usual: neutral };
      }),
      ...PARAMETERS.filter(({ id }) => id in parameters).map((parameter) => ({
        plan,
        kind: departures.parameter,
        name: `${parameter.symbol}, ${parameterMeaning(parameter, language)}, ${parameterUnit(parameter.id, language)}`,
        shock: null,
        own: parameters[parameter.id],
        usual: parameter.default,
      })),
      ...MECHANISMS.filter(({ id }) => off.includes(id)).map(({ name }) => {
        return { plan, kind: departures.off, name: name[language], shock: null, own: null, usual: null };
      }),
    ];
  });
  return tableOf(words.sheets.departures, rows, [
    [columns.plan, ({ plan }) => planLabel(plan, language)],
    [columns.kind, ({ kind }) => kind],
    [columns.name, ({ name }) => name],
    [columns.regionsChosen, ({ shock }) => shock && regionsOf(shock, content)],
    [columns.from, ({ shock }) => shock?.from ?? null],
    [columns.to, ({ shock }) => shock?.to ?? null],
    [columns.ramp, ({ shock }) => shock?.ramp ?? null],
    [columns.ownValue, ({ own }) => own],
    [columns.defaultValue, ({ usual }) => usual],
  ]);
}

/** Regions of a measure or shock in words. */
export function regionsOf(
  measure: Measure | Shock,
  { words, data, language }: Pick<DownloadContent, "words" | "data" | "language">,
): string {
  const { regions } = measure;
  const { reach } = "lever" in measure ? leverById(measure.lever) : shockById(measure.shock);
  if (reach === "national") return words.wholeCountry;
  if (regions === "all") return words.allRegions;
  if ("rule" in regions) return words.rules[regions.rule];
  return regions.map((id) => data.regions.find((region) => region.id === id)!.shortName[language]).join(", ");
}

function indicatorsTable({ words, language }: DownloadContent): TableSource {
  const { columns } = words;
  return tableOf(words.sheets.indicators, REGIONAL_INDICATORS, [
    [columns.id, ({ id }) => id],
    [columns.name, ({ name }) => name[language]],
    [columns.unit, ({ unit }) => words.units[unit]],
    [columns.definition, ({ definition }) => definition[language]],
    [columns.source, (indicator) => sourceOf(indicator, language)],
    [columns.observedYear, ({ observedYear }) => observedYear],
  ]);
}

/** Every parameter with its range and kind of source, and its value in each plan. */
function parametersTable({ plans, words, language }: DownloadContent): TableSource {
  const { columns } = words;
  return tableOf(words.sheets.parameters, PARAMETERS, [
    [columns.id, ({ id }) => id],
    [columns.symbol, ({ symbol }) => symbol],
    [columns.meaning, (parameter) => parameterMeaning(parameter, language)],
    [columns.unit, ({ id }) => parameterUnit(id, language)],
    ...plans.map(
      (plan): Column<Parameter> => [
        fill(columns.value, { plan: planLabel(plan, language) }),
        ({ id, default: usual }) => plan.scenario.parameters[id as ParameterId] ?? usual,
      ],
    ),
    [columns.defaultValue, ({ default: usual }) => usual],
    [columns.minimum, ({ minimum }) => minimum],
    [columns.maximum, ({ maximum }) => maximum],
    [columns.class, ({ source }) => words.classes[source]],
    [columns.evidence, ({ evidence }) => evidence],
  ]);
}

function aboutTable(content: DownloadContent): TableSource {
  const { plans, words, language, provenance } = content;
  const { about } = words;
  return {
    name: words.sheets.about,
    columns: [words.columns.entry, words.columns.content],
    rows: [
      [about.title, words.title],
      [about.date, provenance.date],
      [about.version, provenance.version],
      [about.seed, provenance.seed],
      [about.futures, plans[0].results.length],
      [about.dataDigest, provenance.dataDigest],
      ...plans.map((plan) => [
        fill(about.planDigest, { plan: planLabel(plan, language) }),
        digestScenario(plan.scenario),
      ]),
      [about.credit, words.credit],
      [about.credit, BOUNDARIES_CREDIT[language]],
      [about.caveat, caveatOf(content)],
    ],
  };
}

function payerName(payer: string, language: DownloadContent["language"]): string {
  return PAYERS.find(({ id }) => id === payer)!.name[language];
}

/** What a column is called and what it says of a row. */
type Column<Row> = readonly [name: string, cell: (row: Row) => Cell];

function tableOf<Row>(name: string, rows: Iterable<Row>, columns: readonly Column<Row>[]): TableSource {
  return { name, columns: columns.map(([column]) => column), rows: cellsOf(rows, columns) };
}

function* cellsOf<Row>(rows: Iterable<Row>, columns: readonly Column<Row>[]): Generator<Cell[]> {
  for (const row of rows) yield columns.map(([, cell]) => cell(row));
}
