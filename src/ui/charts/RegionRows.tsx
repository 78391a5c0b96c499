import type { CSSProperties, ReactNode } from "react";
import { useReading } from "#ui/useReading.ts";

type RegionRow = {
  readonly region: number;
  /** Drawn between the name and the value; hidden from screen readers, which read the value. */
  readonly bar: ReactNode;
  readonly value: string;
};

type RegionRowsProps = {
  readonly rows: readonly RegionRow[];
  readonly height: number;
  /** What the two ends of a bar mean, where all bars have one scale. */
  readonly ends?: readonly [string, string];
  /** What the parts of a bar mean, as a row above the others. */
  readonly head?: ReactNode;
};

/** Regions one below the other, each with a bar; a click on a name selects the region everywhere. */
export function RegionRows({ rows, height, ends, head }: RegionRowsProps) {
  const { shortNames, region: selected, select } = useReading();
  return (
    <ol className="region-rows" style={{ "--room": `${height}px` } as CSSProperties}>
      {head}
      {ends && (
        <li className="row-ends" aria-hidden="true">
          <span />
          <span className="row-bar">
            <span>{ends[0]}</span>
            <span>{ends[1]}</span>
          </span>
          <span />
        </li>
      )}
      {rows.map(({ region, bar, value }) => (
        <li key={region} data-selected={region === selected}>
          <button type="button" className="explain" aria-pressed={region === selected} onClick={() => select(region)}>
            {shortNames[region]}
          </button>
          <span className="row-bar" aria-hidden="true">
            {bar}
          </span>
          <span className="row-value">{value}</span>
        </li>
      ))}
    </ol>
  );
}
