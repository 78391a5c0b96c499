import type { YearSnapshot } from "#domain/runResult.ts";
import { HIGHEST_BLOCK, READINESS_BLOCKS } from "#domain/explanation.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { blockWeights, modelReadiness } from "#engine/blocks.ts";
import { valueIn, yearOf } from "#session/readings.ts";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { Title } from "#ui/Title.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { useReading } from "#ui/useReading.ts";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { outerRing, Radar } from "./Radar.tsx";

/** A block is raised by this much to see what it is worth. */
const RAISE = 0.1;
const GAIN_DIGITS = 3;

/** The nine readiness blocks (EQ-2) of a region or the country, and which of them holds readiness back most. */
export function ReadinessView() {
  const t = useWords();
  const words = useChartWords().readiness;
  const { number, signed } = useFormats();
  const { data } = useStudy();
  const { years, now, without, region, shortNames, place } = useReading();
  const first = yearOf(years, START_YEAR);
  const blocksNow = now && blocksOf(now, region);
  const blocksFirst = first && blocksOf(first, region);
  const blocksWithout = without && blocksOf(without, region);
  if (!now || !blocksNow || !blocksFirst || !blocksWithout)
    return <p className="guidance part-note">{words.missing}</p>;
  const weights = blockWeights(data);
  const readinessOf = (blocks: readonly number[]) => {
    const columns = blocks.map((value) => [value]);
    return modelReadiness(columns, 0, weights);
  };
  const gainsOf = (blocks: readonly number[]) =>
    blocks.map((value, j) => {
      const raised = blocks.map((other, k) => (k === j ? Math.min(HIGHEST_BLOCK, value + RAISE) : other));
      return readinessOf(raised) - readinessOf(blocks);
    });
  const gains = gainsOf(blocksNow);
  const rows = READINESS_BLOCKS.map((block, j) => ({
    block,
    weight: data.published.readiness.block_weights_expert_survey_n42[block],
    first: blocksFirst[j],
    now: blocksNow[j],
    difference: blocksNow[j] - blocksWithout[j],
    gain: gains[j],
  }));
  const binding = mostOf(gains);
  const regionsHeldBy = (block: number) =>
    shortNames.filter((_, r) => {
      const ofRegion = blocksOf(now, r);
      return ofRegion !== null && mostOf(gainsOf(ofRegion)).includes(block);
    });
  const quoted = (j: number) => fill(words.quoted, { block: words.blocks[READINESS_BLOCKS[j]] });
  const named = binding.map(quoted);
  const title = fill(binding.length === 1 ? words.title : words.alike, {
    place,
    blocks: [named.slice(0, -1).join(", "), named.at(-1)].filter(Boolean).join(` ${words.and} `),
    gain: number(gains[binding[0]], GAIN_DIGITS),
    readiness: number(valueIn(now, "readiness", region), 3),
    year: String(now.year),
  });
  const growths = rows.map((row) => row.now - row.first);
  const added = rows.map(({ difference }) => difference);
  const [grown, helped] = [mostOf(growths)[0], mostOf(added)[0]];
  const growth = fill(words.tableGrowth, {
    place,
    from: String(START_YEAR),
    year: String(now.year),
    block: quoted(grown),
    growth: number(growths[grown], GAIN_DIGITS),
  });
  const isShown = (change: number) => Number(change.toFixed(GAIN_DIGITS)) > 0;
  const tableTitle = !isShown(growths[grown])
    ? fill(words.tableTitle, { place, year: String(now.year) })
    : isShown(added[helped])
      ? fill(words.tablePlan, { growth, block: quoted(helped), added: signed(added[helped], GAIN_DIGITS) })
      : growth;
  const shapes = [
    { name: String(START_YEAR), kind: "first" as const, values: blocksFirst },
    ...(now.year === START_YEAR ? [] : [{ name: String(now.year), kind: "now" as const, values: blocksNow }]),
  ];
  const outer = outerRing(shapes);
  const tick = (value: number) => number(value, 3).replace(/0+$/, "").replace(/[.,]$/, "");
  const columns = [
    words.block,
    words.weight,
    String(START_YEAR),
    String(now.year),
    t("region.againstNoPlan"),
    fill(words.gain, { raise: number(RAISE, 1) }),
  ];
  return (
    <div className="charts with-radar">
      <ChartFrame
        title={title}
        subtitle={`${words.subtitle} ${fill(words.outerRing, { end: tick(outer) })}`}
        terms={["eq2", "logOdds", "readinessBand"]}
        fileName={`readiness-blocks-${now.year}`}
        table={{
          columns,
          rows: rows.map((row) => [words.blocks[row.block], row.weight, row.first, row.now, row.difference, row.gain]),
          show: (cell, column) => (typeof cell === "number" ? number(cell, column === 1 ? 2 : 3) : String(cell)),
        }}
      >
        {(width, height) => (
          <Radar
            title={[title, ...rows.map((row) => `${words.blocks[row.block]} ${number(row.now, 2)}`)].join(". ")}
            axes={rows.map((row) => words.blocks[row.block])}
            shapes={shapes}
            outer={outer}
            tick={tick}
            width={width}
            height={height}
          />
        )}
      </ChartFrame>
      <section className="table-part" aria-labelledby="blocks-title">
        <Title id="blocks-title">{tableTitle}</Title>
        <ScrollArea titleId="blocks-title">
          <table>
            <thead>
              <tr>
                {columns.map((column, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: in 2023 two columns have the same name
                  <th key={place} scope="col">
                    {unbroken(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, j) => (
                <tr key={row.block} data-selected={binding.includes(j)}>
                  <th scope="row">{words.blocks[row.block]}</th>
                  <td>{number(row.weight, 2)}</td>
                  <td>{number(row.first, 3)}</td>
                  <td>{number(row.now, 3)}</td>
                  <td>{signed(row.difference, 3)}</td>
                  <td>{signed(row.gain, GAIN_DIGITS)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {region === null && (
            <>
              <Title className="next-part">{fill(words.byRegion, { year: String(now.year) })}</Title>
              <ul className="marked">
                {READINESS_BLOCKS.map((block, j) => ({ block, regions: regionsHeldBy(j) }))
                  .filter(({ regions }) => regions.length > 0)
                  .map(({ block, regions }) => (
                    <li key={block}>
                      <strong>{words.blocks[block]}</strong> (
                      {fill(words.ofRegions, { regions: number(regions.length), all: number(shortNames.length) })}):{" "}
                      {regions.join(", ")}
                    </li>
                  ))}
              </ul>
            </>
          )}
        </ScrollArea>
      </section>
    </div>
  );
}

/** Places of the largest value: of several where the digits that are shown do not tell them apart. */
function mostOf(values: readonly number[]): number[] {
  const shown = values.map((value) => value.toFixed(GAIN_DIGITS));
  const most = Math.max(...values).toFixed(GAIN_DIGITS);
  return values.map((_, j) => j).filter((j) => shown[j] === most);
}

/** Mean blocks of the region, or of the country by number of firms; null where the run was not explained or has no firms. */
function blocksOf(snapshot: YearSnapshot, region: number | null): number[] | null {
  const blocks = snapshot.explanation?.blocks;
  if (!blocks) return null;
  const regions = blocks.length / READINESS_BLOCKS.length;
  const firms = Array.from({ length: regions }, (_, r) => valueIn(snapshot, "firms", r));
  if (region !== null) return firms[region] > 0 ? READINESS_BLOCKS.map((_, j) => blocks[j * regions + region]) : null;
  const all = firms.reduce((sum, count) => sum + count, 0);
  return READINESS_BLOCKS.map(
    (_, j) => firms.reduce((sum, count, r) => sum + count * blocks[j * regions + r], 0) / all,
  );
}
