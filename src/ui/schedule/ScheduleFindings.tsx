import type { Conflict } from "#session/planFindings.ts";
import { leverById } from "#domain/levers.ts";
import { tryMeasures } from "#session/measureTrials.ts";
import { idleReasons } from "#session/planFindings.ts";
import { isAnswered } from "#session/sessionContext.ts";
import { createSimulationRunner } from "#session/simulationWorker.ts";
import { useEffect, useState } from "react";
import { fill } from "#ui/fill.ts";
import { useRegionsText } from "#ui/plans/MeasureAim.tsx";
import { Title } from "#ui/Title.tsx";
import { usePlanEdit } from "#ui/plans/usePlanEdit.ts";
import { useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { SCHEDULE_WORDS } from "./SchedulePage.tsx";
import { yearRange } from "#ui/yearsText.ts";

/** A worker of its own, so that the trials never keep the answer waiting. */
const runner = createSimulationRunner();
/** A plan that has stood still for so long is tried without each of its measures. */
const TRIAL_PAUSE_MS = 1200;

/** Measures that act on the same lever at once, with the rule that settles it, and measures that change nothing. */
export function ScheduleFindings({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const t = useWords();
  const language = useLanguage();
  const words = SCHEDULE_WORDS[language];
  const { plan, regionIds } = usePlanEdit();
  const tried = useTrials();
  const regionsText = useRegionsText();
  const whereText = (lever: Conflict["lever"], regions: Conflict["regions"]) => {
    if (regions === null) return words.byRule;
    if (leverById(lever).reach === "national") return words.wholeCountry;
    return regions.length === regionIds.length ? words.everyRegion : regionsText(regions);
  };
  const idle = idleReasons(plan, regionIds).flatMap((reason, index) => {
    const text = reason ? t(`plans.idle.${reason}`) : tried.has(index) ? words.idleInRun : null;
    return text === null ? [] : [{ index, text }];
  });
  return (
    <>
      {conflicts.length > 0 && (
        <section className="schedule-findings">
          <Title level={4}>{words.conflicts}</Title>
          <ul>
            {conflicts.map(({ lever, first, second, from, to, regions, isCut }) => (
              <li key={`${first} ${second}`}>
                {fill(words.conflict, {
                  lever: leverById(lever).name[language],
                  first: `${first + 1}`,
                  second: `${second + 1}`,
                  years: yearRange({ from, to }),
                  regions: whereText(lever, regions),
                })}{" "}
                {isCut && words.cut}
              </li>
            ))}
          </ul>
          <p className="guidance">{words.conflictRule}</p>
        </section>
      )}
      {idle.length > 0 && (
        <section className="schedule-findings" data-testid="idle-measures">
          <Title level={4}>{words.idle}</Title>
          <ul>
            {idle.map(({ index, text }) => (
              <li key={index}>
                {fill(words.idleOne, {
                  number: `${index + 1}`,
                  measure: leverById(plan.measures[index].lever).name[language],
                })}{" "}
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Places of the measures without which the run on the map is the same, as far as they have been tried. */
function useTrials(): ReadonlySet<number> {
  const study = useStudy();
  const simulated = useSession((session) => session.simulated);
  const answered = useSession(isAnswered);
  const [found, setFound] = useState<{ readonly of: object; readonly idle: ReadonlySet<number> } | null>(null);
  useEffect(() => {
    if (!simulated || !answered) return;
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = tryMeasures(runner, study, simulated, (measure, changesNothing) => {
        if (!changesNothing) return;
        setFound((before) => ({
          of: simulated,
          idle: new Set([...(before?.of === simulated ? before.idle : []), measure]),
        }));
      });
    }, TRIAL_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [study, simulated, answered]);
  return found !== null && found.of === simulated && answered ? found.idle : new Set();
}
