import { usePlanStyle } from "#ui/compare/PlanSign.tsx";

type EquityMarkProps = { readonly letter: string | null; readonly x: number; readonly y: number };

/** A plan beside the shown one as a dot with its letter, a preset as a square. */
export function EquityMark({ letter, x, y }: EquityMarkProps) {
  const planStyle = usePlanStyle();
  if (letter === null) return <rect x={x - 3} y={y - 3} width={6} height={6} />;
  return (
    <>
      <circle cx={x} cy={y} r={5} fill={planStyle(letter).colour} />
      <text className="course-name" x={x + 8} y={y} dy="0.35em">
        {letter}
      </text>
    </>
  );
}
