import { PATH_COLUMNS, PATH_START, PATH_YEARS } from "#domain/explanation.ts";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId } from "react";
import { AxisUnit } from "#ui/charts/AxisUnit.tsx";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";

type Step = { readonly since: number; readonly firms: number; readonly output: number; readonly cash: number };

/** Fewer firms than these say nothing of the mean. */
const FEWEST_FIRMS = 5;
const MILLION = 1000;

/** The J-curve (EQ-7): output and cash of firms by years since their first integration, over all years so far. */
export function PathView() {
  const words = useChartWords().path;
  const { number, signed, percent } = useFormats();
  const { now } = useReading();
  const steps = stepsOf(now?.explanation?.path);
  if (steps.length < 2) return <p className="guidance part-note">{words.tooEarly}</p>;
  let sum = 0;
  const cash = steps.map(({ since, cash: value }) => {
    sum += value * MILLION;
    return { since, value: sum };
  });
  const payback = cash.find(({ since, value }) => since > 0 && value >= 0);
  const dip = steps.find(({ since }) => since === 0)!;
  const last = steps.at(-1)!;
  const table = {
    columns: [words.since, words.firms, words.output, words.yearCash, words.sumCash],
    rows: steps.map((step, k) => [step.since, step.firms, step.output, step.cash * MILLION, cash[k].value]),
    show: (cell: string | number | null, column: number) =>
      column < 2 ? number(Number(cell)) : column === 2 ? percent(Number(cell)) : signed(Number(cell), 1),
  };
  const outputTitle = fill(words.outputTitle, {
    dip: percent(dip.output),
    last: percent(last.output),
    years: number(last.since),
    firms: number(dip.firms),
    lastFirms: number(last.firms),
  });
  const cashTitle = payback
    ? fill(words.payback, { years: number(payback.since) })
    : fill(words.noPayback, { years: number(last.since), value: signed(cash.at(-1)!.value, 0) });
  return (
    <div className="charts text-beside">
      <ChartFrame
        title={outputTitle}
        subtitle={words.outputSubtitle}
        terms={["eq7", "adoption", "technology"]}
        fileName="adopters-output"
        table={table}
      >
        {(width, height) => (
          <StepLine
            title={outputTitle}
            points={steps.map(({ since, output }) => ({ since, value: output }))}
            base={1}
            show={(value) => percent(value)}
            unit={null}
            below={words.since}
            width={width}
            height={height}
          />
        )}
      </ChartFrame>
      <ChartFrame
        title={cashTitle}
        subtitle={words.cashSubtitle}
        terms={["cash", "eq7"]}
        fileName="adopters-cash"
        table={table}
      >
        {(width, height) => (
          <StepLine
            title={cashTitle}
            points={cash}
            base={0}
            show={(value) => number(value)}
            unit={words.cashUnit}
            below={words.since}
            width={width}
            height={height}
          />
        )}
      </ChartFrame>
    </div>
  );
}

function stepsOf(path: Float64Array | undefined): Step[] {
  if (!path) return [];
  return Array.from({ length: PATH_YEARS }, (_, k) => {
    const [firms, output, cash] = path.subarray(k * PATH_COLUMNS.length, (k + 1) * PATH_COLUMNS.length);
    return { since: k + PATH_START, firms, output: output / firms, cash: cash / firms };
  }).filter(({ firms }) => firms >= FEWEST_FIRMS);
}

type StepLineProps = {
  readonly title: string;
  readonly points: readonly { readonly since: number; readonly value: number }[];
  /** The value that means no change; a line is drawn there. */
  readonly base: number;
  readonly show: (value: number) => string;
  /** Of what is shown, null where it says it itself. */
  readonly unit: string | null;
  readonly below: string;
  readonly width: number;
  readonly height: number;
};

/** Pixels. */
const UNIT_HEIGHT = 14;
const MARGIN = { top: 12, right: 64, bottom: 40, left: 64 };

function StepLine({ title, points, base, show, unit, below, width, height }: StepLineProps) {
  const titleId = useId();
  const top = MARGIN.top + (unit ? UNIT_HEIGHT : 0);
  const values = [base, ...points.map(({ value }) => value)];
  const x = scaleLinear([points[0].since, points.at(-1)!.since], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - MARGIN.bottom, top]).nice(4);
  const path = line<{ since: number; value: number }>()
    .x(({ since }) => x(since))
    .y(({ value }) => y(value));
  const last = points.at(-1)!;
  return (
    <svg className="line-chart" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{[title, ...points.map(({ since, value }) => `${since}: ${show(value)}`)].join(". ")}</title>
      <AxisUnit unit={unit} left={MARGIN.left} />
      {y.ticks(4).map((at) => (
        <g key={at}>
          <line
            className={at === base ? "zero" : "grid"}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(at)}
            y2={y(at)}
          />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {show(at)}
          </text>
        </g>
      ))}
      <line className="zero" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(base)} y2={y(base)} />
      {points.map(({ since }) => (
        <text key={since} className="tick" x={x(since)} y={height - 22} textAnchor="middle">
          {String(since).replace("-", "\u2212")}
        </text>
      ))}
      <text className="tick" x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 5} textAnchor="middle">
        {below}
      </text>
      <g className="line plan">
        <path d={path([...points]) ?? undefined} />
        {points.map(({ since, value }) => (
          <circle key={since} cx={x(since)} cy={y(value)} r={3} />
        ))}
      </g>
      <g className="line-label plan">
        <text x={x(last.since) + 8} y={y(last.value)} dy="0.35em">
          {show(last.value)}
        </text>
      </g>
    </svg>
  );
}
