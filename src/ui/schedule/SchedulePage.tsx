import type { Language } from "#domain/language.ts";
import type { Measure } from "#domain/scenario.ts";
import type { ScheduleWords } from "#ui/words/schedule/en.ts";
import { leverById } from "#domain/levers.ts";
import { FIRST_PLAN_YEAR, LAST_YEAR } from "#domain/scenario.ts";
import { changeMeasure } from "#session/planEdits.ts";
import { conflictsOf } from "#session/planFindings.ts";
import { spentOn, yearsAtCap } from "#session/planMoney.ts";
import { fill } from "#ui/fill.ts";
import { sizeText } from "#ui/plans/measureSize.ts";
import { Title } from "#ui/Title.tsx";
import { usePlanEdit } from "#ui/plans/usePlanEdit.ts";
import { PHONE, useMedia } from "#ui/useMedia.ts";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { scheduleWords as en } from "#ui/words/schedule/en.ts";
import { scheduleWords as kk } from "#ui/words/schedule/kk.ts";
import { scheduleWords as ru } from "#ui/words/schedule/ru.ts";
import { useWords } from "#ui/useWords.tsx";
import { ScheduleBar } from "./ScheduleBar.tsx";
import { ScheduleFindings } from "./ScheduleFindings.tsx";
import { ScheduleMoney } from "./ScheduleMoney.tsx";
import "#ui/styles/schedule.css";

export const SCHEDULE_WORDS: Readonly<Record<Language, ScheduleWords>> = { en, ru, kk };

const YEARS = Array.from({ length: LAST_YEAR - FIRST_PLAN_YEAR + 1 }, (_, k) => FIRST_PLAN_YEAR + k);

/** The active plan as a table of measures by years, edited by pointer and by keyboard; its money and what is odd below. */
export function SchedulePage() {
  const t = useWords();
  const language = useLanguage();
  const words = SCHEDULE_WORDS[language];
  const formats = useFormats();
  const { plan, regionIds, keep } = usePlanEdit();
  const active = useSession((session) => session.active);
  const money = useSession((session) => session.simulated?.summary.money) ?? [];
  const year = useSession((session) => session.view.year);
  const isPhone = useMedia(PHONE);
  const conflicts = conflictsOf(plan, regionIds);
  const cappedYears = plan.measures.map((measure) => yearsAtCap(plan, money, measure));

  /** A run keeps the money by lever: measures on the same one share a number, which stands at the first of them. */
  const spentText = (index: number, { lever }: Measure) => {
    const first = plan.measures.findIndex((other) => other.lever === lever);
    if (!leverById(lever).costs) return "–";
    return first < index ? `↑ ${first + 1}` : formats.number(spentOn(money, null, lever), 2);
  };
  const textOf = (measure: Measure, name: string) => {
    const { from, to, ramp } = measure;
    const values = { measure: name, from: `${from}`, to: `${to}`, size: sizeText(measure, formats, t) };
    return ramp === 0 ? fill(words.bar, values) : fill(words.barRamp, { ...values, full: `${from + ramp}` });
  };
  const spent = YEARS.map((one) => spentOn(money, one));
  const inBillions = (value: number) => t("units.billions", { number: formats.number(value, 2) });
  const total = spent.reduce((sum, value) => sum + value, 0);
  const title =
    plan.measures.length === 0
      ? words.none
      : fill(total > 0 ? words.title : words.titleFree, {
          key: active,
          from: String(Math.min(...plan.measures.map(({ from }) => from))),
          to: String(Math.min(plan.until, Math.max(...plan.measures.map(({ to }) => to)))),
          spent: inBillions(total),
          most: inBillions(Math.max(...spent)),
        });
  return (
    <div className="schedule">
      <header>
        <Title>{title}</Title>
        <p className="guidance" id="schedule-hint">
          {words.hint} <span className={isPhone ? "hidden" : undefined}>{words.keys}</span>
        </p>
      </header>
      {plan.measures.length > 0 && (
        <>
          <div className="schedule-head" aria-hidden="true">
            <span>{words.measure}</span>
            <span className="schedule-years">
              {YEARS.map((one) => (
                <span key={one} data-shown={one === year}>
                  {one}
                </span>
              ))}
            </span>
            <span>{unbroken(words.spent)}</span>
          </div>
          <ul className="schedule-rows">
            {plan.measures.map((measure, index) => {
              const name = leverById(measure.lever).name[language];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a measure has no identity but its place in the plan
                <li key={`${index} ${measure.lever}`}>
                  <span className="schedule-name">
                    {index + 1}. {name}
                    <span className="guidance">{sizeText(measure, formats, t)}</span>
                  </span>
                  <div className="schedule-track">
                    <ScheduleBar
                      measure={measure}
                      until={plan.until}
                      name={name}
                      text={textOf(measure, name)}
                      describedBy="schedule-hint"
                      isConflict={(at) =>
                        conflicts.some(
                          ({ first, second, from, to }) =>
                            (first === index || second === index) && from <= at && at <= to,
                        )
                      }
                      cappedYears={cappedYears[index]}
                      onShift={(years) => keep(changeMeasure(plan, index, years, regionIds))}
                      onSize={(size) => keep(changeMeasure(plan, index, { size }, regionIds))}
                    />
                  </div>
                  <span className="schedule-spent">{spentText(index, measure)}</span>
                </li>
              );
            })}
          </ul>
          <p className="guidance schedule-legend">
            <span>{words.legend}</span>
            {conflicts.length > 0 && (
              <span>
                <span data-legend="conflict" /> {words.legendConflict}
              </span>
            )}
            {cappedYears.some(({ length }) => length > 0) && (
              <span>
                <span data-legend="cap" /> {words.legendCap}
              </span>
            )}
          </p>
          <ScheduleFindings conflicts={conflicts} />
          <ScheduleMoney />
        </>
      )}
    </div>
  );
}
