type YearTargetsProps = {
  readonly years: readonly number[];
  /** Left edge of a year, and what every target measures, pixels of the chart. */
  readonly left: (year: number) => number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly onYear: (year: number) => void;
};

/** A wide target for each year of a chart; the year bar is the way for keyboards. */
export function YearTargets({ years, left, top, width, height, onYear }: YearTargetsProps) {
  return years.map((year) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the year bar does the same by keyboard
    <rect
      key={year}
      className="year-target"
      x={left(year)}
      y={top}
      width={width}
      height={height}
      onClick={() => onYear(year)}
    />
  ));
}
