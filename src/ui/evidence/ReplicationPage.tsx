import type { Replication } from "#estimators/replication.ts";
import type { ReplicationNote } from "#estimators/replication/replicationNotes.ts";
import type { ReplicationRow } from "#estimators/replication/replicationRow.ts";
import type { Language } from "#domain/language.ts";
import type { Region } from "#domain/region.ts";
import type { Formats } from "#ui/formats.ts";
import type { ReplicationWords } from "#ui/words/replication/en.ts";
import { startReplication } from "#session/replicationWorker.ts";
import { useState } from "react";
import { csvOf } from "#ui/downloads/csv.ts";
import { saveFile } from "#ui/downloads/saveFile.ts";
import { FaultNote } from "#ui/FaultNote.tsx";
import { fill } from "#ui/fill.ts";
import { decimalsOf } from "#ui/formats.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";
import { useWorkerAnswer } from "#ui/useWorkerAnswer.ts";
import { replicationWords as en } from "#ui/words/replication/en.ts";
import { replicationWords as kk } from "#ui/words/replication/kk.ts";
import { replicationWords as ru } from "#ui/words/replication/ru.ts";
import { useWords } from "#ui/useWords.tsx";
import { BreakFrontier } from "./BreakFrontier.tsx";
import "#ui/styles/replication.css";

const WORDS: Readonly<Record<Language, ReplicationWords>> = { en, ru, kk };

/** The tables of the source study recomputed in front of the reader, with reasons where they differ. */
export function ReplicationPage() {
  const { data } = useStudy();
  const language = useLanguage();
  const words = WORDS[language];
  const [attempt, setAttempt] = useState(0);
  const state = useWorkerAnswer(String(attempt), () => startReplication(data), 0);

  return (
    <div className="replication">
      {state.status === "running" && <p role="status">{words.running}</p>}
      {state.status === "failed" && (
        <FaultNote what={words.failed} message={state.message}>
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            {words.again}
          </button>
        </FaultNote>
      )}
      {state.status === "done" && <Tables replication={state.answer} words={words} regions={data.regions} />}
      {state.status === "done" && <BreakFrontier words={words} />}
    </div>
  );
}

/** It stands below what is read here. */
function showBreakFrontier() {
  document.getElementById("break-title")!.scrollIntoView();
}

type TablesProps = {
  readonly replication: Replication;
  readonly words: ReplicationWords;
  readonly regions: readonly Region[];
};

function Tables({ replication, words, regions }: TablesProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const { tables, findings } = replication;
  const [table, setTable] = useState("32");
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const names = [...new Set(tables.map((row) => row.table))];
  const counts = (rows: readonly ReplicationRow[]) => ({
    agree: formats.number(rows.filter(({ agrees }) => agrees).length),
    all: formats.number(rows.length),
  });
  const ofTable = (name: string) => tables.filter((row) => row.table === name);
  const shown = ofTable(table).filter(({ agrees }) => !onlyDifferent || !agrees);
  const reasonOf = (id: ReplicationNote["id"], values: ReplicationNote["values"]) =>
    unbroken(fill(words.notes[id], readable(values, words, regions, language, formats)));
  const reasonOfRow = ({ agrees, noteId, noteValues }: ReplicationRow) =>
    agrees || noteId === null ? [] : [reasonOf(noteId, noteValues)];
  const reasons = [...new Set(shown.flatMap(reasonOfRow))]; // one that many cells share is told once, above them

  /** Every cell of every table in full precision, for whoever compares beyond the digits on the page. */
  const saveRows = () => {
    const columns = [words.table, words.item, words.published, words.computed, words.difference, words.verdict];
    const cells = tables.map((row) => [
      placeIn(row.table, words),
      itemText(row.item, words, regions, language),
      fullCell(row.published, words),
      row.computed === null ? words.none : fullCell(row.computed, words),
      row.difference,
      row.agrees ? words.yes : words.no,
      reasonOfRow(row).join(" "),
    ]);
    const note = fill(words.title, counts(tables));
    saveFile("published-results.csv", "text/csv;charset=utf-8", csvOf([...columns, words.note], cells, language, note));
  };

  return (
    <>
      <section aria-labelledby="replication-title">
        <Title id="replication-title">{fill(words.title, counts(tables))}</Title>
        <p className="guidance">{words.subtitle}</p>
        <button type="button" className="quiet" onClick={showBreakFrontier}>
          {words.breakTitle} ↓
        </button>
        <Title level={4}>{words.findings}</Title>
        <ul className="prose">
          {findings.map(({ id, values }) => {
            const text = reasonOf(id, values);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      </section>
      <section className="replication-table" aria-labelledby="replication-table-title">
        <Title id="replication-table-title">
          {fill(words.tableTitle, { place: placeIn(table, words), ...counts(ofTable(table)) })}
        </Title>
        <div className="replication-choice">
          <label>
            <span>{words.table}</span>
            <select value={table} onChange={(event) => setTable(event.target.value)}>
              {names.map((name) => (
                <option key={name} value={name}>
                  {fill(words.tableOption, { place: placeIn(name, words), ...counts(ofTable(name)) })}
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={onlyDifferent}
              onChange={(event) => setOnlyDifferent(event.target.checked)}
            />
            {words.onlyDifferent}
          </label>
          <button type="button" className="quiet" onClick={saveRows}>
            {t("chart.csv")}
          </button>
        </div>
        <ol className="reasons prose">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
        <ScrollArea titleId="replication-table-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col">{words.published}</th>
                <th scope="col">{words.computed}</th>
                <th scope="col">{words.difference}</th>
                <th scope="col" className="text">
                  {words.verdict}
                </th>
                <th scope="col">{words.note}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.item} data-agrees={row.agrees}>
                  <ItemHead text={itemText(row.item, words, regions, language)} />
                  <td>{cellText(row.published, row.decimals, words, formats)}</td>
                  <td title={row.computed === null ? undefined : String(row.computed)}>
                    {row.computed === null ? words.none : cellText(row.computed, finer(row), words, formats)}
                  </td>
                  <td>{row.difference === null ? "" : formats.signed(row.difference, finer(row)!)}</td>
                  <td className="text">{row.agrees ? `✓ ${words.yes}` : `✗ ${words.no}`}</td>
                  <td>{reasonOfRow(row).map((reason) => reasons.indexOf(reason) + 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </section>
    </>
  );
}

function ItemHead({ text }: { readonly text: string }) {
  const isSymbol = /^\p{Script=Greek}/u.test(text); // its capital would be another quantity
  return (
    <th scope="row" className={isSymbol ? undefined : "sentence"}>
      {text}
    </th>
  );
}

/** Values of a note as the language writes them: regions by name, enterprises and bands in words, numbers with its decimal sign. */
function readable(
  values: ReplicationNote["values"],
  words: ReplicationWords,
  regions: readonly Region[],
  language: Language,
  formats: Formats,
): Record<string, string> {
  const known: Readonly<Record<string, string>> = { ...words.items, ...words.bands };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const text = String(value);
      const region = regions.find(({ id }) => id === text);
      if (region) return [name, region.name[language]];
      if (name === "list") return [name, elasticities(text, words, formats)];
      if (/^-?\d+(\.\d+)?$/.test(text)) return [name, formats.number(Number(text), decimalsOf(text))];
      return [name, known[text] ?? text];
    }),
  );
}

/** `ict_investments -0.322 in M1, …` in the words of the language. */
function elasticities(list: string, words: ReplicationWords, formats: Formats): string {
  const items: Readonly<Record<string, string>> = words.items;
  return list.replaceAll(
    /(\w+) (-?\d+\.\d+) in (M\d)/g,
    (_, input: string, mean: string, model: string) =>
      `${items[input] ?? input} ${formats.number(Number(mean), decimalsOf(mean))} (${model})`,
  );
}

/** `almaty-region efficiency, percent` in the words of the language; codes without a word stay as they are. */
function itemText(item: string, words: ReplicationWords, regions: readonly Region[], language: Language): string {
  const items: Readonly<Record<string, string>> = words.items;
  if (items[item]) return items[item];
  const starts = [...regions.map(({ id }) => id), ...Object.keys(items)];
  const start = starts.filter((one) => item.startsWith(`${one} `)).sort((a, b) => b.length - a.length)[0];
  if (!start) {
    const [code, ...rest] = item.split(" ");
    return rest.length === 0 ? item : `${code}: ${items[rest.join(" ")] ?? rest.join(" ")}`;
  }
  const region = regions.find(({ id }) => id === start);
  const rest = item.slice(start.length + 1);
  return `${region ? region.shortName[language] : items[start]}: ${items[rest] ?? rest}`;
}

/** A table of the study by its number, or a figure: `32`, `figure 29`. */
function placeIn(table: string, { places }: ReplicationWords): string {
  const [kind, number = kind] = table.split(" ");
  return fill(kind === "figure" ? places.figure : places.table, { number });
}

function cellText(value: number | string, decimals: number | null, words: ReplicationWords, formats: Formats): string {
  const cell = fullCell(value, words);
  return typeof cell === "string" ? cell : formats.number(cell, decimals ?? decimalsOf(cell));
}

/** A value with all its digits, a band in the words of the language. */
function fullCell(value: number | string, words: ReplicationWords): number | string {
  const bands: Readonly<Record<string, string>> = words.bands;
  return typeof value === "string" ? (bands[value] ?? value) : value;
}

/** One decimal more than printed: enough to see how our value rounds, and by how much it differs. */
function finer({ decimals }: ReplicationRow): number | null {
  return decimals === null ? null : decimals + 1;
}
