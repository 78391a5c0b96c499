/** The unit of the numbers at the upright axis, said once above the topmost; null where each of them says it. */
export function AxisUnit({ unit }: { readonly unit: string | null }) {
  return (
    unit && (
      <text className="tick" y={11}>
        {unit}
      </text>
    )
  );
}
