import type { Measure } from "#domain/scenario.ts";
import { leverById } from "#domain/levers.ts";
import { FIRST_PLAN_YEAR, LAST_YEAR } from "#domain/scenario.ts";
import { type BarPart, shiftYears } from "#session/measureYears.ts";
import { departureIn } from "#session/planFindings.ts";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";

type ScheduleBarProps = {
  readonly measure: Measure;
  readonly until: number;
  /** What a screen reader says of the bar. */
  readonly text: string;
  readonly name: string;
  readonly describedBy: string;
  readonly isConflict: (year: number) => boolean;
  readonly cappedYears: readonly number[];
  readonly onShift: (years: { readonly from: number; readonly to: number }) => void;
  readonly onSize: (size: number) => void;
};

const YEARS = LAST_YEAR - FIRST_PLAN_YEAR + 1;
/** Pixels at the ends of a bar that take hold of the end; at most a third of a short bar. */
const END_WIDTH = 14;

/** The years of one measure: a column a year, as high as the size it has reached. */
export function ScheduleBar({
  measure,
  until,
  text,
  name,
  describedBy,
  isConflict,
  cappedYears,
  onShift,
  onSize,
}: ScheduleBarProps) {
  const drag = useRef<{ x: number; part: BarPart; from: number; to: number; yearWidth: number } | null>(null);
  const { from, to } = measure;
  const lever = leverById(measure.lever);
  const widest = Math.max(lever.maximum - lever.neutral, lever.neutral - lever.minimum);

  const take = (event: PointerEvent<HTMLDivElement>) => {
    const bar = event.currentTarget;
    const { left, right, width } = bar.getBoundingClientRect();
    const end = Math.min(END_WIDTH, width / 3);
    const part = event.clientX < left + end ? "start" : event.clientX > right - end ? "end" : "whole";
    bar.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, part, from, to, yearWidth: width / (to - from + 1) };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current;
    if (!held) return;
    const next = shiftYears(held, held.part, Math.round((event.clientX - held.x) / held.yearWidth));
    if (next.from !== from || next.to !== to) onShift(next);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const up = { ArrowDown: -1, ArrowUp: 1 }[event.key];
    if ((by === undefined && up === undefined) || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (by !== undefined) onShift(shiftYears(measure, event.shiftKey ? "end" : event.ctrlKey ? "start" : "whole", by));
    else {
      const size = Math.min(lever.maximum, Math.max(lever.minimum, measure.size + up! * lever.step));
      onSize(Number(size.toFixed(6)));
    }
  };
  return (
    <div
      className="schedule-bar"
      style={{
        left: `${(100 * (from - FIRST_PLAN_YEAR)) / YEARS}%`,
        width: `${(100 * (to - from + 1)) / YEARS}%`,
      }}
      role="slider"
      tabIndex={0}
      data-keys="own"
      aria-label={name}
      aria-describedby={describedBy}
      aria-valuemin={FIRST_PLAN_YEAR}
      aria-valuemax={LAST_YEAR}
      aria-valuenow={from}
      aria-valuetext={text}
      title={text}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onKeyDown={press}
    >
      {Array.from({ length: to - from + 1 }, (_, k) => from + k).map((year) => (
        <span
          key={year}
          className="schedule-year"
          data-conflict={isConflict(year)}
          data-cap={cappedYears.includes(year)}
          data-past={year > until}
        >
          <span style={{ height: `${Math.max(6, (100 * Math.abs(departureIn(measure, year))) / widest)}%` }} />
        </span>
      ))}
    </div>
  );
}
