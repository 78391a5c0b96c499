import type { SourceClass } from "#domain/parameter.ts";
import type { TrustWords } from "#ui/words/trust/en.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { parameterMeaning, parameterUnit } from "#ui/assumptions/parameterMeaning.ts";
import { Title } from "#ui/Title.tsx";
import { useAssumptionsWords } from "#ui/assumptions/useAssumptionsWords.ts";
import { fill } from "#ui/fill.ts";
import { decimalsOf } from "#ui/formats.ts";
import { ParameterSymbol } from "#ui/ParameterSymbol.tsx";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage, useSession, useStudy } from "#ui/useSession.tsx";

const CLASSES: readonly SourceClass[] = ["fitted", "study", "literature", "assumption"];

type WordsProps = { readonly words: TrustWords };

/** Where in the study a series stands: `fig23` is a figure, `text` its text, and a number a table. */
const placeIn = (place: string, { data }: TrustWords) =>
  place.startsWith("fig")
    ? fill(data.figure, { number: place.slice("fig".length) })
    : place === "text"
      ? data.text
      : `T${place}`;

/** Tables first, then figures, then the text. */
const kindOfPlace = (place: string) => (place === "text" ? 2 : place.startsWith("fig") ? 1 : 0);

/** What was read, of which years and how many: counted from the data, not typed in. */
export function DataTable({ words, firms }: WordsProps & { readonly firms: string }) {
  const { data } = useStudy();
  const { number } = useFormats();
  const { digitalShare, nationalSeries, start, subparameters, regions } = data;
  const years = (of: readonly number[]) => (of.length > 1 ? `${Math.min(...of)}–${Math.max(...of)}` : String(of[0]));
  const missing = digitalShare.regional.flat().filter((percent) => percent === null).length;
  const graded = (grade: string) => number(start.grade.filter((one) => one === grade).length);
  const seriesYears = nationalSeries.flatMap(({ values }) => [...values.keys()]);
  const rows: readonly (readonly string[])[] = [
    [
      "T14",
      words.data.share,
      years(digitalShare.years),
      fill(words.data.shareCount, { regions: number(regions.length), missing: number(missing) }),
    ],
    [
      "T14",
      words.data.firms,
      String(START_YEAR),
      fill(words.data.firmsCount, { firms, a: graded("A"), b: graded("B"), c: graded("C") }),
    ],
    [
      "T18",
      words.data.indicators,
      String(START_YEAR),
      fill(words.data.indicatorsCount, { regions: number(regions.length), columns: number(T18_COLUMNS.length) }),
    ],
    [
      [...new Set(nationalSeries.map(({ table }) => table))]
        .sort((a, b) => kindOfPlace(a) - kindOfPlace(b) || a.localeCompare(b))
        .map((table) => placeIn(table, words))
        .join(", "),
      words.data.series,
      years(seriesYears),
      fill(words.data.seriesCount, { series: number(nationalSeries.length) }),
    ],
    ["T11, T29", words.data.scores, "–", fill(words.data.scoresCount, { scores: number(subparameters.length) })],
  ];
  return (
    <section className="wide-section">
      <Title id="trust-data">{words.data.title}</Title>
      <p className="guidance">{words.data.source}</p>
      <TextTable
        titleId="trust-data"
        columns={[words.data.table, words.data.content, words.data.years, words.data.count]}
        rows={rows}
      />
    </section>
  );
}

/** Every number of the rules with its class of source; values that this plan changes are marked. */
export function ParameterTable({ words }: WordsProps) {
  const language = useLanguage();
  const { fittedTwice } = useAssumptionsWords();
  const { number } = useFormats();
  const changed = useSession(({ plan }) => plan.parameters);
  const show = (value: number) => number(value, decimalsOf(value));
  const counts = Object.fromEntries(
    CLASSES.map((source) => [source, number(PARAMETERS.filter((parameter) => parameter.source === source).length)]),
  );
  return (
    <section className="wide-section">
      <Title id="trust-parameters">{fill(words.parameters.title, { all: number(PARAMETERS.length) })}</Title>
      <p>{fill(words.parameters.bySource, counts)}</p>
      <p className="guidance">
        {words.parameters.note} {unbroken(fittedTwice)}
      </p>
      <details>
        <summary>{words.parameters.show}</summary>
        <ScrollArea titleId="trust-parameters">
          <table className="of-texts">
            <thead>
              <tr>
                <th scope="col">{words.parameters.symbol}</th>
                <th scope="col" className="text">
                  {words.parameters.meaning}
                </th>
                <th scope="col">{words.parameters.value}</th>
                <th scope="col">{words.parameters.range}</th>
                <th scope="col" className="text">
                  {words.parameters.source}
                </th>
              </tr>
            </thead>
            <tbody>
              {CLASSES.flatMap((source) => PARAMETERS.filter((parameter) => parameter.source === source)).map(
                ({ id, symbol, meaning, default: value, minimum, maximum, source, evidence }) => (
                  <tr key={id} data-selected={id in changed}>
                    <th scope="row">
                      <ParameterSymbol symbol={symbol} />
                      {id in changed && <span className="unit"> {words.parameters.changed}</span>}
                    </th>
                    <td className="text">
                      {parameterMeaning({ id, meaning }, language)},{" "}
                      <span className="unit">{parameterUnit(id, language)}</span>
                    </td>
                    <td>{show(changed[id] ?? value)}</td>
                    <td>
                      {show(minimum)}–{show(maximum)}
                    </td>
                    <td className="text">
                      {words.parameters.classes[source]} <span lang="en">({evidence})</span>
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </ScrollArea>
      </details>
    </section>
  );
}

/** Where the study contradicts itself or its own data: what it prints, what we use, and why. */
export function ConflictList({ words }: WordsProps) {
  return (
    <section className="wide-section">
      <Title id="trust-conflicts">{words.conflicts.title}</Title>
      <TextTable
        titleId="trust-conflicts"
        columns={[words.conflicts.where, words.conflicts.theirs, words.conflicts.ours, words.conflicts.why]}
        rows={words.conflicts.rows}
      />
    </section>
  );
}

type TextTableProps = {
  readonly titleId: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Cells of text under their columns; on a phone every row is a list, in which each cell names its column. */
function TextTable({ titleId, columns, rows }: TextTableProps) {
  return (
    <ScrollArea titleId={titleId}>
      <table className="of-texts">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="text">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={`${name} ${cells[0]}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]} className="text" data-column={columns[place + 1]}>
                  {unbroken(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
