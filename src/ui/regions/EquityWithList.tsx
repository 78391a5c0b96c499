import type { EquityFormProps } from "./equityLayout.ts";
import { EquityMark } from "./EquityMark.tsx";
import { EquityPlane } from "./EquityPlane.tsx";
import { equityLayout, HEAVY } from "./equityLayout.ts";
import { pointsTogether } from "./pointsTogether.ts";

/** A phone scrolls: the plane is so high whatever stands below it. */
const HEIGHT = 400;
const RIGHT = 32;

/** Names of other plans are listed below the plane, presets by the numbers that stand at their marks. */
export function EquityWithList({ title, courses, cloud, others, presets, year, width }: EquityFormProps) {
  const marks = [...others, ...presets];
  const layout = equityLayout({ courses, cloud, marks, year, width, height: HEIGHT, right: RIGHT });
  const { x, y, nameAt } = layout;
  const groups = pointsTogether(presets.map(({ name, share, spread }) => ({ name, x: x(spread), y: y(share) }))).map(
    ({ names, ...at }, k) => {
      const text = String(k + 1);
      return { text, names, ...nameAt(text, HEAVY, at.x, at.y, 5, true)! };
    },
  );
  return (
    <>
      <EquityPlane
        {...{ title, courses, cloud, layout, width }}
        height={HEIGHT}
        numbers={groups.map(({ text, x, y }) => (
          <text key={text} className="course-name" x={x} y={y} dy="0.35em" textAnchor="middle">
            {text}
          </text>
        ))}
      >
        <g className="preset">
          {others.map(({ letter, share, spread }) => (
            <EquityMark key={letter} letter={letter} x={x(spread)} y={y(share)} />
          ))}
          {presets.map(({ name, share, spread }) => (
            <EquityMark key={name} letter={null} x={x(spread)} y={y(share)} />
          ))}
        </g>
      </EquityPlane>
      <ol className="equity-names" data-names>
        {others.map(({ letter, name }) => (
          <li key={letter}>
            <b>{letter}</b> {name}
          </li>
        ))}
        {groups.map(({ text, names }) => (
          <li key={text}>
            <b>{text}</b> {names.join("; ")}
          </li>
        ))}
      </ol>
    </>
  );
}
