type AxisUnitProps = {
  /** Null where each number says it. */
  readonly unit: string | null;
  /** Where the upright axis stands. */
  readonly left: number;
};

/** The unit of the numbers at the upright axis, said once above it. */
export function AxisUnit({ unit, left }: AxisUnitProps) {
  return (
    unit && (
      <text className="tick" x={left} y={11}>
        {unit}
      </text>
    )
  );
}
