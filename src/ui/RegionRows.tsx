import type { ReactNode } from "react";
import { useReading } from "./useReading.ts";

export type RegionRow = {
  readonly region: number;
  /** Drawn between the name and the value; hidden from screen readers, which read the value. */
  readonly bar: ReactNode;
  readonly value: string;
};

/** Regions one below the other, each with a bar; a click on a name selects the region everywhere. */
export function RegionRows({ rows, height }: { readonly rows: readonly RegionRow[]; readonly height: number }) {
  const { names, region: selected, select } = useReading();
  return (
    <ol className="region-rows" style={{ height }}>
      {rows.map(({ region, bar, value }) => (
        <li key={region} data-selected={region === selected}>
          <button type="button" className="explain" aria-pressed={region === selected} onClick={() => select(region)}>
            {names[region]}
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
