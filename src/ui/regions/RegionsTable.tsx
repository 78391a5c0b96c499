import type { Indicator, MapIndicatorId } from "#domain/indicators.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import { indicatorById, sourceOf } from "#domain/indicators.ts";
import { answerOf, valueIn, yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useState } from "react";
import { useProvenance } from "#ui/downloads/useProvenance.ts";
import { localesOf } from "#ui/formats.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { Title } from "#ui/Title.tsx";
import { unitBesideName } from "#ui/unitBesideName.ts";
import { PHONE, useMedia } from "#ui/useMedia.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type SortKey = "region" | "users" | "share" | "difference" | MapIndicatorId;

const INDICATOR_COLUMNS = [
  "readiness",
  "could_start",
  "digital_output",
  "efficiency_fixed",
  "ict_staff",
  "platform_members",
] as const;
const FIRM_COUNTS = ["firms", "digital_users"] as const;
/** Tables and figures of the source study from which the columns start. */
const SOURCES = [
  ...new Set(
    (["digital_users", ...INDICATOR_COLUMNS] as const).flatMap(
      (id) => sourceOf(indicatorById(id), "en").match(/[TF]\d+/g) ?? [],
    ),
  ),
].sort();

/**
 * All regions in one year, sortable; a click on a name selects the region everywhere. A phone has room for one column beside
 * the counts: the reader chooses it, and the regions are in its order.
 */
export function RegionsTable() {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const send = useSend();
  const { data } = useStudy();
  const selected = useSelectedRegion();
  const years = useSession(shownYears);
  const baseline = useSession((context) => context.baseline);
  const wantedYear = useSession((context) => context.view.year);
  const [sort, setSort] = useState<{ key: SortKey; up: boolean }>({ key: "share", up: false });
  const provenance = useProvenance();
  const isPhone = useMedia(PHONE);
  const [chosen, setChosen] = useState<SortKey>("share");
  const now = yearOf(years, wantedYear) ?? years.at(-1);
  if (!now) return null;
  const without = yearOf(baseline?.years ?? years, now.year) ?? now;

  const rows = data.regions
    .map((region, index) => rowOf(now, without, index, region.name[language]))
    .sort((a, b) => compare(a, b, sort.key, localesOf(language)) * (sort.up ? 1 : -1));
  const country = rowOf(now, without, null, t("region.country"));
  const below = rows.filter(({ share }) => share < country.share);
  const byShare = [...rows].sort((a, b) => a.share - b.share);
  const shortName = ({ index }: Row) => data.regions[index!].shortName[language];
  const [low, high] = [byShare[0], byShare.at(-1)!].map(({ share }) => formats.percent(share));
  /** Several regions may have a share, as it is written. */
  const namesAt = (written: string) =>
    byShare
      .filter(({ share }) => formats.percent(share) === written)
      .map(shortName)
      .join(", ");
  const unitOf = (indicator: Indicator) => {
    const unit = unitBesideName(indicator.unit);
    return unit === null || unit === "index" ? undefined : t(`units.${unit}`);
  };
  const title = t("regionsTable.title", {
    year: now.year,
    low,
    lowest: namesAt(low),
    high,
    highest: namesAt(high),
    below: formats.number(below.length),
    share: formats.percent(country.share),
  });
  const subtitle = t("regionsTable.source", { tables: SOURCES.join(", ") });
  const columns: readonly Column[] = [
    {
      key: "users",
      name: t("regionsTable.users"),
      cell: ({ firms, users }) =>
        t("counted.kOfN", { count: firms, k: formats.number(users), n: formats.number(firms) }),
    },
    { key: "share", name: t("regionsTable.share"), cell: ({ share }) => formats.percent(share) },
    {
      key: "difference",
      name: t("regionsTable.difference"),
      unit: t("units.firms"),
      cell: ({ difference }) => formats.signed(difference),
    },
    ...INDICATOR_COLUMNS.map((id) => ({
      key: id,
      name: indicatorById(id).name[language],
      unit: unitOf(indicatorById(id)),
      cell: ({ values }: Row) => formats.value(indicatorById(id), values[id]),
    })),
  ];
  const shown = isPhone ? columns.filter(({ key }) => key === "users" || key === chosen) : columns;
  const heads: readonly Omit<Column, "cell">[] = [{ key: "region", name: t("regionsTable.region") }, ...shown];
  const cells = (row: Row) => shown.map(({ key, cell }) => <td key={key}>{cell(row)}</td>);

  return (
    <div className="table-part">
      <header className="table-head">
        <Title id="regions-table-title">{title}</Title>
        <button
          type="button"
          className="quiet"
          onClick={async () => {
            const { saveCsv } = await import("#ui/downloads/saveFigure.ts");
            saveCsv(
              [
                t("regionsTable.region"),
                ...FIRM_COUNTS.map((id) => indicatorById(id).name[language]),
                ...columns
                  .filter(({ key }) => key !== "users")
                  .map(({ name, unit }) => (unit ? `${name}, ${unit}` : name)),
              ],
              [...rows, country].map((row) => [
                row.name,
                row.firms,
                row.users,
                row.share,
                row.difference,
                ...INDICATOR_COLUMNS.map((id) => (Number.isFinite(row.values[id]) ? row.values[id] : null)),
              ]),
              { title, subtitle, fileName: `regions-${now.year}`, language, provenance: provenance() },
            );
          }}
        >
          {t("chart.csv")}
        </button>
        <p className="guidance">
          {t("regionsTable.missing", { firms: formats.number(missingTo(country.share, below)) })}{" "}
          {t("regionsTable.source", { tables: SOURCES.join(", ") })}
        </p>
      </header>
      {isPhone && (
        <SelectField
          name={t("region.indicator")}
          options={columns
            .filter(({ key }) => key !== "users")
            .map(({ key, name, unit }) => [key, unit ? `${name}, ${unit}` : name])}
          value={chosen}
          onChoose={(key) => {
            setChosen(key);
            setSort({ key, up: false });
          }}
        />
      )}
      <ScrollArea titleId="regions-table-title">
        <table className="regions-table">
          <thead>
            <tr>
              {heads.map(({ key, name, unit }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={sort.key === key ? (sort.up ? "ascending" : "descending") : undefined}
                >
                  <button
                    type="button"
                    className="sort"
                    title={t("regionsTable.sortBy", { column: name })}
                    onClick={() => setSort({ key, up: sort.key === key ? !sort.up : key === "region" })}
                  >
                    {name}
                    <span aria-hidden="true">{sort.key === key ? (sort.up ? " ↑" : " ↓") : ""}</span>
                    {unit && ","}
                  </button>
                  {unit && <span className="unit"> {unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.index} data-selected={row.index === selected}>
                <th scope="row">
                  <button
                    type="button"
                    className="explain"
                    aria-pressed={row.index === selected}
                    onClick={() =>
                      send({
                        type: "VIEW_CHANGED",
                        change: { region: row.index === selected ? null : data.regions[row.index!].id },
                      })
                    }
                  >
                    {shortName(row)}
                  </button>
                </th>
                {cells(row)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{country.name}</th>
              {cells(country)}
            </tr>
          </tfoot>
        </table>
      </ScrollArea>
    </div>
  );
}

type Column = {
  readonly key: SortKey;
  readonly name: string;
  readonly unit?: string;
  readonly cell: (row: Row) => string;
};

type Row = {
  readonly index: number | null;
  readonly name: string;
  readonly users: number;
  readonly firms: number;
  readonly share: number;
  readonly difference: number;
  readonly values: Readonly<Record<(typeof INDICATOR_COLUMNS)[number], number>>;
};

function rowOf(now: YearSnapshot, without: YearSnapshot, index: number | null, name: string): Row {
  const { users, firms, share, difference } = answerOf(now, without, index);
  const values = Object.fromEntries(INDICATOR_COLUMNS.map((id) => [id, valueIn(now, id, index)])) as Row["values"];
  return { index, name, users, firms, share, difference, values };
}

/** Whole firms that would have to join the users for every one of the regions to reach the share. */
function missingTo(share: number, below: readonly Row[]): number {
  return below.reduce((sum, { firms, users }) => sum + Math.ceil(share * firms - users), 0);
}

function compare(a: Row, b: Row, key: SortKey, locales: readonly string[]): number {
  if (key === "region") return a.name.localeCompare(b.name, locales);
  const value = (row: Row) =>
    key === "users" || key === "share" || key === "difference" ? row[key] : row.values[key as keyof Row["values"]];
  return value(a) - value(b) || a.name.localeCompare(b.name, locales);
}
