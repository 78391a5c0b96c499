import type { Language } from "#domain/language.ts";
import type { DownloadContent } from "#ui/downloads/provenance.ts";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#domain/language.ts";
import { MECHANISMS } from "#domain/mechanisms.ts";
import { PAYERS } from "#domain/payers.ts";
import { shockById } from "#domain/shocks.ts";
import { runReplicate } from "#engine/replicate.ts";
import { summarise, summariseDifference } from "#engine/summaries.ts";
import { csvOf } from "#ui/downloads/csv.ts";
import { regionsParquet } from "#ui/downloads/parquetFile.ts";
import { stampOf } from "#ui/downloads/provenance.ts";
import { workbookTables } from "#ui/downloads/tables.ts";
import { workbookOf } from "#engine/workbook.ts";
import { downloadWords as en } from "#ui/words/downloads/en.ts";
import { downloadWords as kk } from "#ui/words/downloads/kk.ts";
import { downloadWords as ru } from "#ui/words/downloads/ru.ts";
import { plan, study } from "./fixtures/simulate.ts";

const WORDS = { en, ru, kk };
const until = 2026;
const futures = (scenario: ReturnType<typeof plan>) =>
  [0, 1, 2].map((replicate) => runReplicate(study, { scenario, seed: "1", replicate, isRecorded: false }));
const without = futures(plan([], { until }));
const hostile = { en: "=HYPERLINK(1)", ru: "=Ұлы «дала»; план, №1", kk: "@Өңірлік ғылым" };
const advised = plan([{ lever: "advice", size: 150, regions: ["akmola", "jetisu"], payer: "region" }], {
  until,
  name: hostile,
  parameters: { threshold: 0.45 },
  off: ["partners"],
  shocks: [{ shock: "importPrice", regions: "all", from: 2025, to: 2026, size: 1.3, ramp: 0 }],
});
const plans = [
  { letter: "A", scenario: advised, results: futures(advised), without },
  { letter: "B", scenario: plan([], { until }), results: without, without },
];
const provenance = {
  date: "2026-11-24",
  version: "0.1.0",
  seed: "1",
  plan: "B Equalisation",
  planId: "equalisation",
  dataDigest: "abc",
};
const contentIn = (language: Language): DownloadContent => ({
  plans,
  data: study,
  provenance,
  language,
  words: WORDS[language],
});

describe.each(LANGUAGES)("a workbook in %s", async (language) => {
  const tables = workbookTables(contentIn(language)).map((source) => ({ ...source, rows: [...source.rows] }));
  const blob = await workbookOf(tables);
  const sheets = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
  const { sheets: names, columns } = WORDS[language];

  it("has a sheet for the country, regions, differences, money, plans, changed assumptions, indicators, parameters and itself", () => {
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      names.about,
      names.national,
      names.regions,
      names.differences,
      names.money,
      names.plans,
      names.departures,
      names.indicators,
      names.parameters,
    ]);
  });

  it("keeps numbers as numbers, equal to the summaries of the engine", () => {
    const row = rowsOf(names.regions).find(([name, year]) => String(name).startsWith("A ") && year === until)!;
    expect(row[2]).toBe(study.regions[0].name[language]);
    expect(row[3]).toBe(summarise(plans[0].results, "firms", until - 2023, 0)!.p50);
    const difference = summariseDifference(plans[0].results, without, "digital_users", until - 2023, null)!;
    const found = rowsOf(names.differences).filter(
      ([, against, year, place, , unit]) =>
        against === WORDS[language].noPlan &&
        year === until &&
        place === WORDS[language].country &&
        unit === WORDS[language].units.firms,
    );
    expect(found[1].slice(6, 9)).toEqual([difference.p50, difference.p10, difference.p90]);
  });

  it("lists the measures with who pays, and the shocks, changed parameters and switched-off parts of every plan", () => {
    expect(rowsOf(names.plans)[1].at(-1)).toBe(PAYERS.find(({ id }) => id === "region")!.name[language]);
    const { departures, wholeCountry } = WORDS[language];
    const rows = rowsOf(names.departures);
    expect(rows.slice(1).map(([, kind]) => kind)).toEqual([departures.shock, departures.parameter, departures.off]);
    expect(rows[1].slice(2)).toEqual([
      shockById("importPrice").name[language],
      wholeCountry,
      2025,
      2026,
      0,
      1.3,
      shockById("importPrice").neutral,
    ]);
    expect(rows[2][2]).toMatch(/^θ, /);
    expect(rows[2].slice(7)).toEqual([0.45, 0.4]);
    expect(rows[3][2]).toBe(MECHANISMS.find(({ id }) => id === "partners")!.name[language]);
  });

  it("says where it comes from: date, version, seed, digests, credit", () => {
    const about = Object.fromEntries(rowsOf(names.about).map(([entry, text]) => [entry, text]));
    expect(about[WORDS[language].about.date]).toBe("2026-11-24");
    expect(about[WORDS[language].about.seed]).toBe("1");
    expect(about[WORDS[language].about.version]).toBe("0.1.0");
    expect(about[WORDS[language].about.futures]).toBe(3);
    expect(about[WORDS[language].about.credit]).toContain("ODbL");
  });

  it("has every cell filled in with a value, and no text that a spreadsheet takes for a formula", () => {
    for (const { name, columns: headings, rows } of tables) {
      for (const row of rows) expect(row, name).toHaveLength(headings.length);
      for (const cell of rows.flat()) expect(Number.isNaN(cell), name).toBe(false);
    }
    for (const { data } of sheets)
      for (const cell of data.flat()) if (typeof cell === "string") expect(cell).not.toMatch(/^[=+\-@]/);
    expect(rowsOf(names.plans)[1][0]).toBe(`A ${hostile[language]}`); // the letter stands in front
    expect(rowsOf(names.plans)[0][1]).toBe(columns.measure);
  });
});

describe.each(LANGUAGES)("a workbook of one future in %s", (language) => {
  const content = contentIn(language);
  const one = content.plans.map((plan) => ({
    ...plan,
    results: plan.results.slice(0, 1),
    without: plan.without.slice(0, 1),
  }));
  const tables = workbookTables({ ...content, plans: one }).map((source) => ({ ...source, rows: [...source.rows] }));
  const sheet = (name: string) => tables.find((table) => table.name === name)!;
  const { sheets, columns, caveatOfOne, about } = WORDS[language];

  it("has one column of values where many futures have four, and says that one has no interval", () => {
    const summaries = [columns.median, columns.p10, columns.p90, columns.mean, columns.probabilityHigher];
    for (const name of [sheets.national, sheets.differences]) {
      expect(sheet(name).columns.at(-1)).toBe(columns.valueOfOne);
      for (const column of summaries) expect(sheet(name).columns).not.toContain(column);
      for (const row of sheet(name).rows.slice(0, 50)) expect(row).toHaveLength(sheet(name).columns.length);
    }
    expect(sheet(sheets.money).columns).toContain(columns.billionKztOfOne);
    const [first] = sheet(sheets.national).rows;
    expect(first.at(-1)).toBe(summarise(one[0].results, "firms", 0, null)!.p50);
    expect(sheet(sheets.about).rows).toContainEqual([about.caveat, caveatOfOne]);
  });
});

describe("a text that looks like a formula", () => {
  it("is guarded in a workbook", async () => {
    const blob = await workbookOf([
      { name: "A/B: [текст]", columns: ["=1+1"], rows: [["+7 777"], ["Ұ"], [-5], [null]] },
    ]);
    const [{ sheet, data }] = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
    expect(sheet).toBe("A B   текст ");
    expect(data.slice(0, 4).flat()).toEqual(["'=1+1", "'+7 777", "Ұ", -5]);
  });
});

describe("a table as CSV", () => {
  it("starts with a byte order mark, guards formulas, and ends with where it is from", () => {
    const text = csvOf(
      ["Өңір", "=x"],
      [
        ["Ақмола, «облыс»", -1.5],
        ["@a", null],
        ["a;=b; c", null],
      ],
      "en",
      "Ecosystem Twin 0.1.0,\nseed 1",
    );
    expect(text).toBe(
      '\uFEFFӨңір,\'=x\r\n"Ақмола, «облыс»",-1.5\r\n\'@a,\r\n"a;\'=b; c",\r\n# Ecosystem Twin 0.1.0, seed 1\r\n',
    );
    expect(csvOf(["a"], [[1]], "en")).toBe("\uFEFFa\r\n1\r\n");
  });

  it.each(["ru", "kk"] as const)("has the separators of a spreadsheet in %s", (language) => {
    expect(csvOf(["Өңір", "Үлес"], [["Абай; облыс", -0.125]], language)).toBe(
      '\uFEFFӨңір;Үлес\r\n"Абай; облыс";-0,125\r\n',
    );
  });
});

describe("regions as Parquet", () => {
  it("come back with the values of the engine, texts in Kazakh, and their sources in the metadata", async () => {
    const file = parquetWriteBuffer(await regionsParquet(contentIn("kk"), async () => {}));
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(2 * 4 * 20);
    expect(rows[0]).toMatchObject({
      plan: "A",
      plan_name: hostile.kk,
      year: 2023,
      region: study.regions[0].id,
      region_name: study.regions[0].name.kk,
      digital_users_p50: summarise(plans[0].results, "digital_users", 0, 0)!.p50,
    });
    const one = plans.map((plan) => ({ ...plan, results: plan.results.slice(0, 1), without: without.slice(0, 1) }));
    const ofOne = await regionsParquet({ ...contentIn("kk"), plans: one }, async () => {});
    const names = ofOne.columnData.map(({ name }) => name);
    expect(names).toContain("digital_users");
    expect(names).not.toContain("digital_users_p50");
    const metadata = Object.fromEntries(
      parquetMetadata(file).key_value_metadata!.map(({ key, value }) => [key, value!]),
    );
    expect(metadata).toMatchObject({ date: "2026-11-24", engineVersion: "0.1.0", seed: "1", futures: "3" });
    expect(metadata.credit).toContain("ODbL");
    expect(JSON.parse(metadata.plans)[0].scenarioDigest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the line under a figure", () => {
  it.each(LANGUAGES)("in %s has version, plan, seed, date and credit", (language) => {
    const stamp = stampOf(provenance, WORDS[language]);
    for (const part of ["0.1.0", "B Equalisation", "1", "2026-11-24", WORDS[language].credit])
      expect(stamp).toContain(part);
    expect(stamp).not.toContain("{{");
  });
});
