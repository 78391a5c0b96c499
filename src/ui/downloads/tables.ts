import type { IndicatorUnit } from "#domain/indicators.ts";
import type { Cell, NamedTable } from "#domain/namedTable.ts";
import type { Measure, Shock } from "#domain/scenario.ts";
import type { DownloadContent } from "./provenance.ts";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { leverById } from "#domain/levers.ts";
import { MECHANISMS } from "#domain/mechanisms.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { PAYERS } from "#domain/payers.ts";
import { shockById } from "#domain/shocks.ts";
import { SPREADS, spreadOf } from "#engine/comparison.ts";
import { digestScenario } from "#engine/digest.ts";
import { differenceOf, summarise, summariseDifference, yearsOf } from "#engine/summaries.ts";
import { parameterMeaning } from "#ui/assumptions/parameterMeaning.ts";
import { fill } from "#ui/fill.ts";
import { planLabel } from "./provenance.ts";

/** A table whose rows may be computed as they are read. */
export type TableSource = Omit<NamedTable, "rows"> & { readonly rows: Iterable<readonly Cell[]> };

/** Indicators of the table of differences in regions; the country has them all. */
const REGIONAL_DIFFERENCES = ["digital_users", "digital_share", "digital_output", "manuf_output"];

/** The sheets of a workbook. The rows of the long ones are computed as they are read, so that the page can answer between them. */
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

function nationalTable(content: DownloadContent): TableSource {
  const { plans, words, language } = content;
  const { columns } = words;
  const rows = plans.flatMap((plan) =>
    sharedYears(content).flatMap((year, t) =>
      REGIONAL_INDICATORS.map(({ id, name, unit }) => {
        const { p50, p10, p90, mean } = summarise(plan.results, id, t, null)!;
        return [planLabel(plan, language), year, name[language], unitOf(unit, content), p50, p10, p90, mean];
      }),
    ),
  );
  return {
    name: words.sheets.national,
    columns: [
      columns.plan,
      columns.year,
      columns.indicator,
      columns.unit,
      columns.median,
      columns.p10,
      columns.p90,
      columns.mean,
    ],
    rows,
  };
}

/** One row a plan, year and region with the medians of all indicators. */
function regionsTable(content: DownloadContent): TableSource {
  const { plans, words, language, data } = content;
  const { columns } = words;
  function* rows(): Generator<Cell[]> {
    for (const plan of plans)
      for (const [t, year] of sharedYears(content).entries())
        for (const [r, { name }] of data.regions.entries())
          yield [
            planLabel(plan, language),
            year,
            name[language],
            ...REGIONAL_INDICATORS.map(({ id }) => summarise(plan.results, id, t, r)!.p50),
          ];
  }
  return {
    name: words.sheets.regions,
    columns: [
      columns.plan,
      columns.year,
      columns.region,
      ...REGIONAL_INDICATORS.map(({ name, unit }) => `${name[language]}, ${unitOf(unit, content)}`),
    ],
    rows: rows(),
  };
}

/** Of every plan to no plan, then of every plan to each one before it. */
function differencesTable(content: DownloadContent): TableSource {
  const { words } = content;
  const { columns } = words;
  return {
    name: words.sheets.differences,
    columns: [
      columns.plan,
      columns.against,
      columns.year,
      columns.region,
      columns.indicator,
      columns.unit,
      columns.median,
      columns.p10,
      columns.p90,
      columns.mean,
      columns.probabilityHigher,
    ],
    rows: differenceRows(content),
  };
}

function* differenceRows(content: DownloadContent): Generator<Cell[]> {
  const { plans, words, language, data } = content;
  const pairs = [
    ...plans.map((plan) => ({ plan, results: plan.without, against: words.noPlan })),
    ...plans.flatMap((plan, p) =>
      plans.slice(0, p).map((other) => ({ plan, results: other.results, against: planLabel(other, language) })),
    ),
  ];
  for (const { plan, results, against } of pairs) {
    const row = (year: number, place: string, indicator: string, unit: IndicatorUnit, difference: Difference) => [
      planLabel(plan, language),
      against,
      year,
      place,
      indicator,
      unitOf(unit, content),
      difference.p50,
      difference.p10,
      difference.p90,
      difference.mean,
      difference.probabilityHigher,
    ];
    for (const [t, year] of sharedYears(content).entries()) {
      for (const place of [null, ...data.regions.keys()]) {
        const placeName = place === null ? words.country : data.regions[place].name[language];
        for (const { id, name, unit } of REGIONAL_INDICATORS) {
          if (place !== null && !REGIONAL_DIFFERENCES.includes(id)) continue;
          yield row(year, placeName, name[language], unit, summariseDifference(plan.results, results, id, t, place)!);
        }
      }
      for (const id of SPREADS) {
        const difference = differenceOf(plan.results, results, (result) => spreadOf(result, id, t))!;
        yield row(year, words.country, words.spreads[id], "share", difference);
      }
    }
  }
}

type Difference = NonNullable<ReturnType<typeof summariseDifference>>;

function moneyTable({ plans, words, language }: DownloadContent): TableSource {
  const { columns } = words;
  return {
    name: words.sheets.money,
    columns: [columns.plan, columns.year, columns.line, columns.payer, columns.billionKzt],
    rows: plans.flatMap((plan) =>
      plan.results[0].money.map(({ year, line, payer }, k) => [
        planLabel(plan, language),
        year,
        line === "unspent" ? words.unspent : leverById(line as Measure["lever"]).name[language],
        payer === null ? null : PAYERS.find(({ id }) => id === payer)!.name[language],
        plan.results.reduce((total, { money }) => total + money[k].value, 0) / plan.results.length,
      ]),
    ),
  };
}

function plansTable(content: DownloadContent): TableSource {
  const { plans, words, language } = content;
  const { columns } = words;
  return {
    name: words.sheets.plans,
    columns: [
      columns.plan,
      columns.measure,
      columns.regionsChosen,
      columns.from,
      columns.to,
      columns.size,
      columns.unit,
      columns.ramp,
      columns.budget,
      columns.payer,
    ],
    rows: plans.flatMap((plan) =>
      plan.scenario.measures.map((measure) => {
        const lever = leverById(measure.lever);
        return [
          planLabel(plan, language),
          lever.name[language],
          regionsOf(measure, content),
          measure.from,
          measure.to,
          measure.size,
          words.units[lever.unit],
          measure.ramp,
          lever.costs ? (measure.budget ?? words.noCap) : null,
          lever.costs ? PAYERS.find(({ id }) => id === measure.payer)!.name[language] : null,
        ];
      }),
    ),
  };
}

/** Where each plan departs from the default assumptions, which hold for its "no plan" as well. */
function departuresTable({ plans, words, language, data }: DownloadContent): TableSource {
  const { columns, departures } = words;
  return {
    name: words.sheets.departures,
    columns: [
      columns.plan,
      columns.kind,
      columns.name,
      columns.regionsChosen,
      columns.from,
      columns.to,
      columns.ramp,
      columns.ownValue,
      columns.defaultValue,
    ],
    rows: plans.flatMap((plan) => {
      const { shocks, parameters, off } = plan.scenario;
      const label = planLabel(plan, language);
      return [
        ...shocks.map((shock) => {
          const { name, neutral } = shockById(shock.shock);
          const regions = regionsOf(shock, { data, language, words });
          const { from, to, ramp, size } = shock;
          return [label, departures.shock, name[language], regions, from, to, ramp, size, neutral];
        }),
        ...PARAMETERS.filter(({ id }) => id in parameters).map((parameter) => [
          label,
          departures.parameter,
          `${parameter.symbol}, ${parameterMeaning(parameter, language)}`,
          null,
          null,
          null,
          null,
          parameters[parameter.id],
          parameter.default,
        ]),
        ...MECHANISMS.filter(({ id }) => off.includes(id)).map(({ name }) => [
          label,
          departures.off,
          name[language],
          ...Array<null>(6).fill(null),
        ]),
      ];
    }),
  };
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

function indicatorsTable(content: DownloadContent): TableSource {
  const { words, language } = content;
  const { columns } = words;
  return {
    name: words.sheets.indicators,
    columns: [columns.id, columns.name, columns.unit, columns.definition, columns.source, columns.observedYear],
    rows: REGIONAL_INDICATORS.map(({ id, name, unit, definition, source, observedYear }) => [
      id,
      name[language],
      unitOf(unit, content),
      definition[language],
      source,
      observedYear,
    ]),
  };
}

/** Every parameter with its range and kind of source, and its value in each plan. */
function parametersTable({ plans, words, language }: DownloadContent): TableSource {
  const { columns } = words;
  return {
    name: words.sheets.parameters,
    columns: [
      columns.id,
      columns.symbol,
      columns.meaning,
      ...plans.map((plan) => fill(columns.value, { plan: planLabel(plan, language) })),
      columns.defaultValue,
      columns.minimum,
      columns.maximum,
      columns.class,
      columns.evidence,
    ],
    rows: PARAMETERS.map(({ id, symbol, meaning, minimum, maximum, source, evidence, default: usual }) => [
      id,
      symbol,
      parameterMeaning({ id, meaning }, language),
      ...plans.map(({ scenario }) => scenario.parameters[id] ?? usual),
      usual,
      minimum,
      maximum,
      words.classes[source],
      evidence,
    ]),
  };
}

function aboutTable({ plans, words, language, provenance }: DownloadContent): TableSource {
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
      [about.caveat, words.caveat],
    ],
  };
}

function unitOf(unit: IndicatorUnit, { words }: DownloadContent): string {
  return words.units[unit];
}
